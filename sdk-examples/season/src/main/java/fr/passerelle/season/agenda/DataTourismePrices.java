package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an object of DATAtourisme says of its prices, as a sentence: numbers, currencies, for whom and for what, and the
 * free text beside them. The grammar for prices then reads all of it, so that a text beside a number counts too.
 */
final class DataTourismePrices {

    private DataTourismePrices() {}

    private static final List<String> FOR_WHOM =
            List.of("name", "hasPricingOffer", "hasEligibleAudience", "hasAudience");

    private static final List<String> FOR_WHAT =
            List.of("hasPricingMode", "hasEligiblePolicy", "hasPricingSeason", "additionalInformation");

    /** The text; empty if there is none. */
    static String text(List<JsonNode> offers) {
        List<JsonNode> prices = offers.stream()
                .flatMap(offer -> Linked.all(offer, "priceSpecification").stream())
                .toList();
        // Prices of different seasons are none that may be chosen on any day.
        boolean seasons =
                prices.stream().map(DataTourismePrices::period).distinct().count() > 1;
        return prices.stream()
                .map(price -> line(price) + (seasons ? period(price) : ""))
                .filter(line -> !line.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode price) {
        String currency = Linked.text(price, "priceCurrency").orElse("EUR");
        String unit = currency.equalsIgnoreCase("EUR") || currency.equals("€") ? "€" : currency;
        String amount = amount(price, unit);
        String people = words(price, FOR_WHOM);
        String things = words(price, FOR_WHAT);
        if (amount.isEmpty()) {
            return Stream.of(people, things).filter(text -> !text.isEmpty()).collect(Collectors.joining(" : "));
        }
        return (people.isEmpty() ? "" : people + " : ") + amount + (things.isEmpty() ? "" : " (" + things + ")");
    }

    private static String words(JsonNode price, List<String> names) {
        return names.stream()
                .flatMap(name -> Linked.texts(price, name).stream())
                .map(DataTourismePrices::word)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A class without its label, {@code kb:GroupPrice}, says what it says: "Group Price". */
    private static String word(String text) {
        boolean named = !text.contains(" ") && (text.contains("://") || text.startsWith("kb:"));
        return named
                ? text.substring(Math.max(text.lastIndexOf('/'), Math.max(text.lastIndexOf('#'), text.lastIndexOf(':')))
                                + 1)
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                : text;
    }

    private static String period(JsonNode price) {
        return Linked.all(price, "appliesOnPeriod").stream()
                .map(period -> " (" + Linked.text(period, "startDate").orElse("?") + " / "
                        + Linked.text(period, "endDate").orElse("?") + ")")
                .collect(Collectors.joining());
    }

    private static String amount(JsonNode price, String unit) {
        Optional<String> exact = number(price, "price");
        Optional<String> low = number(price, "minPrice");
        Optional<String> high = number(price, "maxPrice");
        if (exact.isPresent()) {
            boolean only = low.orElse(exact.get()).equals(exact.get())
                    && high.orElse(exact.get()).equals(exact.get());
            String range = only ? "" : ", de " + low.orElse("?") + " à " + high.orElse("?") + " " + unit;
            return exact.get() + " " + unit + range;
        }
        if (low.isPresent() && high.isPresent()) {
            return low.equals(high) ? low.get() + " " + unit : "de " + low.get() + " à " + high.get() + " " + unit;
        }
        return low.map(least -> "à partir de " + least + " " + unit)
                .or(() -> high.map(most -> "jusqu’à " + most + " " + unit))
                .orElse("");
    }

    /** {@code 12.0} and {@code "5.5"} as people write them: {@code 12}, {@code 5,50}; anything else as it stands. */
    private static Optional<String> number(JsonNode price, String name) {
        return Linked.text(price, name).map(text -> {
            if (!text.matches("\\d{1,6}(?:\\.\\d{1,6})?")) {
                return text;
            }
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            return number.scale() <= 0
                    ? number.toPlainString()
                    : number.setScale(Math.max(2, number.scale()))
                            .toPlainString()
                            .replace('.', ',');
        });
    }
}
