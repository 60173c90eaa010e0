package fr.passerelle.passculture.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.passerelle.internal.json.Instants;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How one field that was sent is held against what the server shows. The server keeps some values in a form of its own
 * (reference sections 2, 5, 6 and 8.1): both sides are brought to that form before they are compared. What is sent as
 * null must be shown as null, or not at all.
 */
@FunctionalInterface
interface ShownField {

    /** Where the moment of publication is shown. */
    String PUBLICATION = "/publicationDatetime";

    /** A publication at once. */
    String NOW = "now";

    /**
     * Whether the server shows what was sent.
     *
     * @param shown the whole object that the server shows
     * @param sent the field's value
     */
    boolean agrees(JsonNode shown, JsonNode sent);

    /** Two values, each brought to one form. */
    private static ShownField same(String path, UnaryOperator<JsonNode> form) {
        return (shown, sent) -> form.apply(shown.at(path)).equals(form.apply(sent));
    }

    /** A flag, a number or a word. */
    static ShownField value(String path) {
        return same(path, ShownField::plain);
    }

    /** Blanks around a text do not count, and an empty one is none. */
    static ShownField text(String path) {
        return same(path, ShownField::stripped);
    }

    /** A text that every such thing has: where none is shown, the server does not say, and nothing agrees with that. */
    static ShownField name(String path) {
        ShownField text = text(path);
        return (shown, sent) -> !stripped(shown.at(path)).isNull() && text.agrees(shown, sent);
    }

    /** A URL; the server may end a bare host with a slash. */
    static ShownField link(String path) {
        return same(path, ShownField::withoutSlash);
    }

    /** The domain of an address is written in small letters. */
    static ShownField email(String path) {
        return same(path, ShownField::address);
    }

    /** Nothing and zero are the same number of minutes. */
    static ShownField minutes(String path) {
        return same(path, minutes -> minutes.asInt() == 0 ? none() : plain(minutes));
    }

    /** An instant, to this unit. */
    static ShownField instant(String path, TemporalUnit unit) {
        return same(path, instant -> instant.isTextual() ? truncated(instant.asText(), unit) : none());
    }

    /** Several values, in any order. */
    static ShownField values(String path) {
        return (shown, sent) -> set(shown.at(path), ShownField::plain).equals(set(sent, ShownField::plain));
    }

    /** Several addresses, in any order. */
    static ShownField emails(String path) {
        return (shown, sent) -> set(shown.at(path), ShownField::address).equals(set(sent, ShownField::address));
    }

    /** A French number is shown in its international form. */
    static ShownField phone(String path) {
        return same(path, ShownField::international);
    }

    /** A picture that a draft holds: there is one now, whatever it shows. */
    static ShownField anything(String path) {
        return (shown, sent) -> present(shown.at(path));
    }

    /** A picture that a patch changes: nothing tells the new one from the old. It shows only that it is gone. */
    static ShownField onlyGone(String path) {
        return (shown, sent) -> !present(sent) && !present(shown.at(path));
    }

    /** What remains, of which the server shows the total and what is booked. */
    static ShownField remaining() {
        return (shown, sent) -> {
            JsonNode total = shown.path("quantity");
            boolean counted = total.isIntegralNumber() && sent.isIntegralNumber();
            return counted
                    ? total.asLong() - shown.path("bookedQuantity").asLong() == sent.asLong()
                    : plain(total).equals(plain(sent));
        };
    }

    /**
     * When a new offer is published: to the minute, or not at all. "Now" shows as an instant that nobody knows
     * beforehand.
     */
    static ShownField firstPublication() {
        ShownField instant = instant(PUBLICATION, ChronoUnit.MINUTES);
        return (shown, sent) -> sent.asText().equals(NOW)
                ? present(shown.at(PUBLICATION))
                        && !shown.path("status").asText().equals("SCHEDULED")
                : instant.agrees(shown, sent);
    }

    /** When an offer is published from now on. A publication "now" does not show: it may be the one from before. */
    static ShownField changedPublication() {
        ShownField instant = instant(PUBLICATION, ChronoUnit.SECONDS);
        return (shown, sent) -> !sent.asText().equals(NOW) && instant.agrees(shown, sent);
    }

    /** An object, of which only those fields count that were sent. A field without a rule is never shown. */
    static ShownField object(String path, Map<String, ShownField> rules) {
        return (shown, sent) -> {
            JsonNode part = shown.at(path);
            return present(sent) ? present(part) && all(part, sent, rules) : !present(part);
        };
    }

    /** Several objects, in any order, each for one that was sent. */
    static ShownField objects(String path, Map<String, ShownField> rules) {
        return (shown, sent) -> {
            List<JsonNode> left = new ArrayList<>();
            shown.at(path).forEach(left::add);
            for (JsonNode one : sent) {
                Optional<JsonNode> match =
                        left.stream().filter(part -> all(part, one, rules)).findFirst();
                match.ifPresent(left::remove);
                if (match.isEmpty()) {
                    return false;
                }
            }
            return left.isEmpty();
        };
    }

    /** Whether all that was sent is shown. */
    static boolean all(JsonNode shown, JsonNode sent, Map<String, ShownField> rules) {
        return sent.properties().stream().allMatch(field -> {
            ShownField rule = rules.get(field.getKey());
            return rule != null && rule.agrees(shown, field.getValue());
        });
    }

    private static boolean present(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    private static JsonNode none() {
        return NullNode.getInstance();
    }

    /** Numbers are the same whatever type holds them. */
    private static JsonNode plain(JsonNode value) {
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
        }
        return present(value) ? value : none();
    }

    private static JsonNode stripped(JsonNode value) {
        String text = value.isTextual() ? value.asText().strip() : "";
        return text.isEmpty() ? none() : TextNode.valueOf(text);
    }

    private static JsonNode withoutSlash(JsonNode value) {
        String url = stripped(value).asText("");
        return url.endsWith("/") ? TextNode.valueOf(url.substring(0, url.length() - 1)) : stripped(value);
    }

    private static JsonNode address(JsonNode value) {
        String text = stripped(value).asText("");
        int domain = text.lastIndexOf('@') + 1;
        return text.isEmpty()
                ? none()
                : TextNode.valueOf(
                        text.substring(0, domain) + text.substring(domain).toLowerCase(Locale.ROOT));
    }

    private static JsonNode truncated(String instant, TemporalUnit unit) {
        return TextNode.valueOf(Instants.parse(instant).truncatedTo(unit).toString());
    }

    private static JsonNode international(JsonNode value) {
        String digits = value.asText().replaceAll("[^+0-9]", "");
        if (digits.startsWith("00")) {
            return TextNode.valueOf("+" + digits.substring(2));
        }
        return TextNode.valueOf(digits.startsWith("0") ? "+33" + digits.substring(1) : digits);
    }

    private static Set<JsonNode> set(JsonNode values, UnaryOperator<JsonNode> form) {
        Set<JsonNode> set = new HashSet<>();
        values.forEach(value -> set.add(form.apply(value)));
        return set;
    }
}
