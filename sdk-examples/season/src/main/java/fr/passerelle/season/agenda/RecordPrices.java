package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.commandline.read.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of a record: its text about them, held against the fields that only say whether it is free. */
final class RecordPrices {

    private static final List<String> FREE_OR_PAID =
            List.of("price_type", "pricing_type", "isAccessibleForFree", "is_accessible_for_free", "is_free", "isFree");

    private static final Map<String, Boolean> FREE = Map.ofEntries(
            Map.entry("gratuit", true),
            Map.entry("free", true),
            Map.entry("true", true),
            Map.entry("oui", true),
            Map.entry("yes", true),
            Map.entry("1", true),
            Map.entry("payant", false),
            Map.entry("paid", false),
            Map.entry("false", false),
            Map.entry("non", false),
            Map.entry("no", false),
            Map.entry("0", false));

    private RecordPrices() {}

    /**
     * The prices.
     *
     * @param listed what a table beside the agenda says
     * @param notes receives what was inferred or left out
     * @throws NotPublishableException if the record does not say what a place costs, or contradicts itself
     */
    static List<PriceLine> of(Fields fields, Optional<String> listed, List<Finding> notes)
            throws NotPublishableException {
        String text = fields.text("pricing_info")
                .or(() -> fields.translated("conditions"))
                .or(() -> fields.text("price_detail"))
                .or(() -> listed)
                .or(() -> fields.text("price_type"))
                .orElseThrow(() -> new NotPublishableException(FindingCode.PRICE_MISSING));
        List<PriceLine> lines = PriceParser.parse(text, notes);
        boolean free = isFree(lines);
        for (String name : FREE_OR_PAID) {
            Optional<Boolean> said =
                    fields.value(name).map(JsonNode::asText).map(Words::joined).map(FREE::get);
            if (said.isPresent() && said.get() != free) {
                throw contradictory(text + " / " + fields.text(name).orElse(name));
            }
        }
        Optional<String> english = fields.text("conditions_en", "conditions.en");
        if (free && english.isPresent() && isPaid(english.get())) {
            throw contradictory(text + " / " + english.get());
        }
        return lines;
    }

    private static boolean isFree(List<PriceLine> lines) {
        return lines.stream().allMatch(line -> line.cents() == 0);
    }

    private static boolean isPaid(String text) {
        try {
            return !isFree(PriceParser.parse(text, new ArrayList<>()));
        } catch (NotPublishableException notUnderstood) {
            return false;
        }
    }

    private static NotPublishableException contradictory(String text) {
        return new NotPublishableException(
                FindingCode.PRICE_CONTRADICTORY, PlainText.shortened(PlainText.line(text), 80));
    }
}
