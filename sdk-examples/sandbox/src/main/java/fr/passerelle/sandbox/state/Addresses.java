package fr.passerelle.sandbox.state;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses the platform holds, and the national address base as far as the sandbox was told about it. */
public final class Addresses {

    /** What an address lookup compares, spelling aside. */
    public record Spelling(String street, String city, String postalCode) {}

    /** An address the national base knows, with the spellings that lead to it. */
    public record Known(
            Spelling spelling, BigDecimal latitude, BigDecimal longitude, String banId, List<Spelling> aliases) {}

    /** A municipality the national base knows. */
    public record Municipality(String city, List<String> postalCodes, List<String> aliases) {}

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.’'-]+");
    private static final int DECIMALS = 5;

    public final Table<Address> rows = new Table<>();
    public final List<Known> known = new ArrayList<>();
    public final List<Municipality> municipalities = new ArrayList<>();

    /** Whether the national base answers at all. */
    public boolean baseAvailable = true;

    /** The row of an address, made if the platform has none yet; an identical address shares its row. */
    public Address stored(Spelling spelling, BigDecimal latitude, BigDecimal longitude, @Nullable String banId) {
        BigDecimal north = rounded(latitude);
        BigDecimal east = rounded(longitude);
        for (Address row : rows.all()) {
            if (normalised(row.spelling()).equals(normalised(spelling))
                    && row.latitude().compareTo(north) == 0
                    && row.longitude().compareTo(east) == 0) {
                return row;
            }
        }
        return rows.add(
                id -> new Address(id, spelling.street(), spelling.city(), spelling.postalCode(), north, east, banId));
    }

    /** The entry of the national base that a spelling leads to, or null. */
    public @Nullable Known lookUp(Spelling spelling) {
        Spelling wanted = normalised(spelling);
        return known.stream()
                .filter(entry -> Stream.concat(Stream.of(entry.spelling()), entry.aliases().stream())
                        .anyMatch(name -> normalised(name).equals(wanted)))
                .findFirst()
                .orElse(null);
    }

    /** The name that the national base gives a town of some name and postal code, or null when it knows none. */
    public @Nullable String town(String city, String postalCode) {
        String wanted = normalised(city);
        return municipalities.stream()
                .filter(town -> town.postalCodes().contains(postalCode))
                .filter(town -> Stream.concat(Stream.of(town.city()), town.aliases().stream())
                        .anyMatch(name -> normalised(name).equals(wanted)))
                .map(Municipality::city)
                .findFirst()
                .orElse(null);
    }

    /** Ignores case, accents, hyphens, dots, apostrophes and repeated spaces. */
    static Spelling normalised(Spelling spelling) {
        return new Spelling(
                normalised(spelling.street()), normalised(spelling.city()), normalised(spelling.postalCode()));
    }

    private static String normalised(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SEPARATORS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Coordinates are kept with 5 decimals. */
    public static BigDecimal rounded(BigDecimal degrees) {
        return degrees.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    void clear() {
        rows.clear();
        known.clear();
        municipalities.clear();
        baseAvailable = true;
    }
}
