package fr.passerelle.counsellor.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the engine against cases in the format of the shared files of credit and booking cases. */
public final class VectorRunner {

    private VectorRunner() {}

    /** Where the engine differs from what one case expects, field by field; empty if nowhere. */
    public static List<String> differences(JsonNode given) {
        return differences(given, given.path("expected"), Interpretation.SERVER);
    }

    /** Where one reading of the rules differs from these expectations. */
    public static List<String> differences(JsonNode given, JsonNode expected, Interpretation reading) {
        if (!expected.isObject() || expected.isEmpty()) {
            return List.of("expected: missing");
        }
        ObjectNode answer;
        try {
            answer = given.has("kind") ? BookingCase.answer(given, reading) : CreditCase.answer(given, reading);
        } catch (UnreadableCaseException unreadable) {
            return List.of(unreadable.getMessage());
        } catch (RuleViolationException refused) {
            return List.of(refused.getMessage());
        } catch (RuntimeException unforeseen) {
            // A case is anybody's text: whatever it does to the engine is this case's failure, and no other's.
            return List.of("cannot be read: " + unforeseen);
        }
        List<String> differences = new ArrayList<>();
        compare("", expected, answer, differences);
        return differences;
    }

    private static void compare(String prefix, JsonNode expected, JsonNode answer, List<String> differences) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String name = prefix + field.getKey();
            JsonNode got = answer.path(field.getKey());
            if (field.getValue().isObject() && got.isObject()) {
                compare(name + ".", field.getValue(), got, differences);
            } else if (!same(field.getValue(), got.isMissingNode() ? NullNode.getInstance() : got)) {
                differences.add(
                        name + ": expected " + field.getValue() + ", got " + (got.isMissingNode() ? "nothing" : got));
            }
        }
    }

    private static boolean same(JsonNode expected, JsonNode got) {
        if (expected.isTextual() && got.isTextual()) {
            return expected.asText().equals(got.asText()) || sameInstant(expected.asText(), got.asText());
        }
        return (expected.isNumber() && got.isNumber())
                ? expected.decimalValue().compareTo(got.decimalValue()) == 0
                : expected.equals(got);
    }

    private static boolean sameInstant(String expected, String got) {
        try {
            return Instant.parse(expected).equals(Instant.parse(got));
        } catch (DateTimeParseException noInstant) {
            return false;
        }
    }
}
