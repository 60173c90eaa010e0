package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.commandline.read.Words;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For whom a record says that it is accessible: {@code hi;mi}, {@code ["hi", "mi"]}, {@code {"hi": true}}. */
final class AccessCodes {

    /** OpenAgenda's codes; both mental handicaps are one flag at the programme. */
    private static final Map<String, Disability> CODES = Map.ofEntries(
            Map.entry("hi", Disability.AUDIO),
            Map.entry("handicapauditif", Disability.AUDIO),
            Map.entry("auditif", Disability.AUDIO),
            Map.entry("vi", Disability.VISUAL),
            Map.entry("handicapvisuel", Disability.VISUAL),
            Map.entry("visuel", Disability.VISUAL),
            Map.entry("mi", Disability.MOTOR),
            Map.entry("handicapmoteur", Disability.MOTOR),
            Map.entry("moteur", Disability.MOTOR),
            Map.entry("pi", Disability.MENTAL),
            Map.entry("handicappsychique", Disability.MENTAL),
            Map.entry("psychique", Disability.MENTAL),
            Map.entry("ii", Disability.MENTAL),
            Map.entry("handicapintellectuel", Disability.MENTAL),
            Map.entry("intellectuel", Disability.MENTAL),
            Map.entry("handicapmental", Disability.MENTAL),
            Map.entry("mental", Disability.MENTAL));

    private AccessCodes() {}

    /** What the record says; where it says nothing, nothing is promised. */
    static Accessibility of(Fields fields, List<Finding> notes) {
        Optional<JsonNode> value = fields.value("accessibility", "accessibility_label_fr", "accessibilite");
        Set<Disability> accessible = EnumSet.noneOf(Disability.class);
        for (String code : value.map(AccessCodes::codes).orElse(List.of())) {
            Disability disability = CODES.get(Words.joined(code));
            if (disability == null) {
                notes.add(Finding.of(FindingCode.ACCESSIBILITY_UNKNOWN, PlainText.shortened(PlainText.line(code), 40)));
            } else {
                accessible.add(disability);
            }
        }
        return Accessibility.of(accessible.toArray(Disability[]::new));
    }

    private static List<String> codes(JsonNode value) {
        List<String> codes = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                if (entry.getValue().asBoolean(false)) {
                    codes.add(entry.getKey());
                }
            });
        } else if (value.isArray()) {
            value.forEach(item -> codes.addAll(codes(item)));
        } else if (value.isTextual() && value.asText().strip().matches("(?s)[\\[{].*")) {
            Coded.inside(value.asText()).ifPresent(inner -> codes.addAll(codes(inner)));
        } else if (value.isTextual()) {
            codes.addAll(List.of(value.asText().split("[;,|]", -1)));
        }
        codes.removeIf(String::isBlank);
        return codes;
    }
}
