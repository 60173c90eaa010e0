package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field that changes, for people to read.
 *
 * @param field the wire's name, such as {@code price} or {@code accessibility.audioDisabilityCompliant}
 * @param from what the programme shows, shortened; empty if nothing
 * @param to what is wanted, shortened
 */
public record FieldChange(String field, String from, String to) {

    private static final int SHOWN_LENGTH = 60;

    /** An address may be a person's: that it changes is told, and not what it is. */
    private static final Set<String> ADDRESSES = Set.of("bookingContact", "bookingEmail");

    private static final String WITHHELD = "…";

    /** What differs, member by member where a field holds several. */
    static List<FieldChange> of(List<Gap> gaps) {
        return gaps.stream().flatMap(FieldChange::of).toList();
    }

    private static Stream<FieldChange> of(Gap gap) {
        String field = gap.field();
        if (field.equals("image")) {
            return Stream.of(new FieldChange(field, gap.shown().isObject() ? "another" : "", "a new one"));
        }
        if (!gap.wanted().isObject()) {
            return Stream.of(new FieldChange(field, text(field, gap.shown()), text(field, gap.wanted())));
        }
        return gap.wanted().properties().stream()
                .filter(member -> !member.getValue().equals(gap.shown().path(member.getKey())))
                .map(member -> new FieldChange(
                        field + "." + member.getKey(),
                        text(member.getKey(), gap.shown().path(member.getKey())),
                        text(member.getKey(), member.getValue())));
    }

    private static String text(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (ADDRESSES.contains(field)) {
            return WITHHELD;
        }
        if (field.equals("price")) {
            return Price.cents(value.asLong()).inEuros().toPlainString();
        }
        String text = value.isContainerNode() ? value.toString() : value.asText();
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(SHOWN_LENGTH + 1L)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return line.codePointCount(0, line.length()) > SHOWN_LENGTH
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN_LENGTH)) + WITHHELD
                : line;
    }

    /** For instance {@code price 12.00 → 15.00}. */
    @Override
    public String toString() {
        return field + " " + (from.isEmpty() ? "(none)" : from) + " → " + (to.isEmpty() ? "(none)" : to);
    }
}
