package fr.passerelle.sandbox.nomenclature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lists, read once from the tables beside this class. */
public final class Nomenclature {

    private static final Map<String, Category> CATEGORIES = categories();
    private static final Map<String, String> SHOW_TYPES = labels("show-types.tsv", columns -> true);
    private static final Map<String, String> MUSIC_TYPES = labels("music-types.tsv", columns -> true);
    private static final Map<String, String> EVENT_MUSIC_TYPES =
            labels("music-types.tsv", columns -> columns.get(2).equals("yes"));
    private static final Set<String> WRITABLE_MUSIC_TYPES = withDeprecated(MUSIC_TYPES.keySet());

    private Nomenclature() {}

    public static @Nullable Category category(String id) {
        return CATEGORIES.get(id);
    }

    /** All categories, event ones first. */
    public static Collection<Category> all() {
        return CATEGORIES.values();
    }

    /** Show types with their labels. */
    public static Map<String, String> showTypes() {
        return SHOW_TYPES;
    }

    /** Current music types with their labels. */
    public static Map<String, String> musicTypes() {
        return MUSIC_TYPES;
    }

    /** The music types proposed for events. */
    public static Map<String, String> eventMusicTypes() {
        return EVENT_MUSIC_TYPES;
    }

    /** Every music type that a request may carry, deprecated ones included. */
    public static Set<String> writableMusicTypes() {
        return WRITABLE_MUSIC_TYPES;
    }

    private static Set<String> withDeprecated(Set<String> current) {
        Set<String> types = new LinkedHashSet<>(current);
        rows("deprecated-music-types.tsv").forEach(columns -> types.add(columns.get(0)));
        return Collections.unmodifiableSet(types);
    }

    private static Map<String, Category> categories() {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (List<String> row : rows("categories.tsv")) {
            categories.put(
                    row.get(0),
                    new Category(
                            row.get(0),
                            row.get(1).equals("event"),
                            row.get(2),
                            Category.Platform.valueOf(row.get(3)),
                            row.get(4).equals("yes"),
                            row.get(5).equals("yes"),
                            row.get(6).equals("yes"),
                            row.get(7).equals("yes"),
                            names(row.get(8)),
                            names(row.get(9)),
                            names(row.get(10))));
        }
        return Collections.unmodifiableMap(categories);
    }

    private static Set<String> names(String cell) {
        return cell.equals("-")
                ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(cell.split(",", -1))));
    }

    private static Map<String, String> labels(String table, Predicate<List<String>> filter) {
        Map<String, String> labels = new LinkedHashMap<>();
        rows(table).stream().filter(filter).forEach(columns -> labels.put(columns.get(0), columns.get(1)));
        return Collections.unmodifiableMap(labels);
    }

    private static List<List<String>> rows(String table) {
        try (InputStream in = Objects.requireNonNull(Nomenclature.class.getResourceAsStream(table), table);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + table, unreadable);
        }
    }
}
