package fr.passerelle.commandline.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a postal code lies, by the table {@code postal-places.txt}, which names its sources.
 *
 * @param latitude in degrees, north of the equator
 * @param longitude in degrees, east of Greenwich
 * @param exact whether it is the town of the code, to about a hundred metres, and not the middle of those around it
 */
public record PostalPlace(double latitude, double longitude, boolean exact) {

    private static final int COLUMNS = 4;
    private static final int WHOLE = 5;
    private static final int SHORTEST = 2;

    /** What stands before the name of a place that is not known itself. */
    private static final String AROUND = "~";

    private static final class Table {
        private static final Map<String, PostalPlace> BY_BEGINNING = read();
    }

    /**
     * The place of a code, or of the longest beginning of it that is known.
     *
     * @param postalCode five digits
     */
    public static Optional<PostalPlace> of(String postalCode) {
        PostalPlace found = null;
        for (int digits = postalCode.length(); found == null && digits >= SHORTEST; digits--) {
            found = Table.BY_BEGINNING.get(postalCode.substring(0, digits));
        }
        return Optional.ofNullable(found);
    }

    private static Map<String, PostalPlace> read() {
        try (InputStream file = PostalPlace.class.getResourceAsStream("postal-places.txt")) {
            Map<String, PostalPlace> places = new HashMap<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", COLUMNS))
                    .forEach(line -> places.put(line[0], place(line)));
            return places;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PostalPlace place(String... columns) {
        boolean known = columns[0].length() == WHOLE && !columns[columns.length - 1].startsWith(AROUND);
        return new PostalPlace(Double.parseDouble(columns[1]), Double.parseDouble(columns[2]), known);
    }
}
