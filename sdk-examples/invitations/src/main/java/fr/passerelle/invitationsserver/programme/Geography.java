package fr.passerelle.invitationsserver.programme;

import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where postal codes are, by the table {@code places.txt} that comes with the server and names its sources. */
final class Geography {

    private static final int OVERSEAS = 3;
    private static final int COLUMNS = 4;
    private static final int SHORTEST = 2;

    /** By the beginning of a code. */
    private static final Map<String, Position> PLACES = read();

    private Geography() {}

    /** The department of a postal code: its first two digits, three overseas; those of Corsica begin with 20. */
    static String department(String postalCode) {
        if (postalCode.startsWith("97") || postalCode.startsWith("98")) {
            return postalCode.substring(0, OVERSEAS);
        }
        if (postalCode.startsWith("20")) {
            return postalCode.charAt(2) <= '1' ? "2A" : "2B";
        }
        return postalCode.substring(0, 2);
    }

    /**
     * Where a postal code is.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if it is none, or none that is known
     */
    static Position position(String postalCode) {
        Position position = postalCode.matches("[0-9]{5}") ? find(postalCode) : null;
        new RuleCheck()
                .require(position != null, "postalCode", RuleCode.BAD_POSTAL_CODE)
                .raise();
        return Objects.requireNonNull(position);
    }

    /** Where a place is: a donor need not know its position, its postal code says about where. */
    static @Nullable Position of(Place place) {
        return place.position() == null ? find(place.postalCode()) : place.position();
    }

    /** The longest beginning that is known. */
    private static @Nullable Position find(String postalCode) {
        Position found = null;
        for (int digits = postalCode.length(); found == null && digits >= SHORTEST; digits--) {
            found = PLACES.get(postalCode.substring(0, digits));
        }
        return found;
    }

    private static Map<String, Position> read() {
        try (InputStream file = Geography.class.getResourceAsStream("/fr/passerelle/invitationsserver/places.txt")) {
            Map<String, Position> places = new HashMap<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", COLUMNS))
                    .forEach(line ->
                            places.put(line[0], Position.of(Double.parseDouble(line[1]), Double.parseDouble(line[2]))));
            return places;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
