package fr.passerelle.commandline.table;

import fr.passerelle.commandline.read.Words;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headings under which tables have what a programme needs. Accents, case, spaces, punctuation and stars do not
 * matter; neither do hints in brackets about how to write, such as {@code (jj/mm/aaaa)} or {@code [obligatoire]}. Any
 * other words in brackets make another column of it: {@code Prix (HT)} is not {@code Prix}.
 *
 * @param <C> what a programme needs
 */
public final class Headings<C extends Enum<C>> {

    private static final Pattern HINTED =
            Pattern.compile("^(?<heading>.*?)\\s*[(\\[{](?<hint>[^()\\[\\]{}]*)[)\\]}][\\s*:]*$");
    /** "Price ($)" and "Prix %" are other columns, although words are compared without their signs. */
    private static final Pattern OTHER_MEASURE = Pattern.compile("[\\p{Sc}%&&[^€]]");

    private static final Pattern DATE_HINT =
            Pattern.compile("(?i)(?:[jdm]{1,2}[/. -]?){2}[ay]{2,4}|[ay]{4}[/. -]?mm[/. -]?[jd]{2}");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?i)mm?[/. -]?[jd]{1,2}[/. -]?[ay]{2,4}");
    private static final Set<String> HINT_WORDS = Set.of(
            "",
            "obligatoire",
            "requis",
            "required",
            "mandatory",
            "facultatif",
            "optionnel",
            "optional",
            "format",
            "texte",
            "text",
            "date",
            "nombre",
            "number",
            "chiffres",
            "5",
            "13",
            "2",
            "3",
            "ou",
            "or",
            "a",
            "ex",
            "exemple",
            "eur",
            "euro",
            "euros",
            "en",
            "in",
            "ttc",
            "iso",
            "8601",
            "du",
            "de",
            "code",
            "jeune",
            "beneficiaire");

    private record Place<C>(C column, int rank) {}

    /**
     * A heading that is known.
     *
     * @param column what it holds
     * @param rank the smaller the better, among headings of the same column
     * @param monthFirst whether its hint says that the month stands first
     */
    record Match<C>(C column, int rank, boolean monthFirst) {}

    private final Map<String, Place<C>> known;
    private final Map<C, String> chosen;

    private Headings(Map<String, Place<C>> known, Map<C, String> chosen) {
        this.known = known;
        this.chosen = chosen;
    }

    /**
     * Headings.
     *
     * @param names of each column, the preferred ones first
     */
    public static <C extends Enum<C>> Headings<C> of(Map<C, List<String>> names) {
        Map<String, Place<C>> known = new HashMap<>();
        names.forEach((column, all) -> {
            for (int i = 0; i < all.size(); i++) {
                known.putIfAbsent(Words.joined(all.get(i)), new Place<>(column, i));
            }
        });
        return new Headings<>(known, Map.of());
    }

    /**
     * These headings, but for the columns that the user names: {@code ean=Référence,price="PV TTC"}. What stands before
     * the sign is any known heading of the column.
     *
     * @throws IllegalArgumentException if a column is not known or named twice; the message is the piece
     */
    public Headings<C> with(@Nullable String mapping, Class<C> columns) {
        if (mapping == null) {
            return this;
        }
        Map<C, String> named = new EnumMap<>(columns);
        C current = null;
        for (String piece : mapping.split(",", -1)) {
            int sign = piece.indexOf('=');
            C starts = sign < 0 ? null : column(piece.substring(0, sign));
            if (starts != null) {
                current = starts;
                if (named.put(starts, piece.substring(sign + 1)) != null) {
                    throw new IllegalArgumentException(piece);
                }
            } else if (current != null) {
                // A heading may hold commas: another column begins only where its name stands.
                named.computeIfPresent(current, (same, heading) -> heading + "," + piece);
            } else {
                throw new IllegalArgumentException(piece);
            }
        }
        named.replaceAll((any, heading) -> unquoted(heading));
        return new Headings<>(known, Map.copyOf(named));
    }

    private @Nullable C column(String name) {
        Place<C> place = known.get(Words.joined(name));
        return place == null ? null : place.column;
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    /** What a column of this heading holds. */
    public Optional<C> columnOf(String heading) {
        return find(heading).map(Match::column);
    }

    /** What a heading stands for. */
    Optional<Match<C>> find(String heading) {
        for (Map.Entry<C, String> one : chosen.entrySet()) {
            if (Words.tidy(one.getValue()).equalsIgnoreCase(Words.tidy(heading))) {
                return Optional.of(new Match<>(one.getKey(), 0, isMonthFirst(heading)));
            }
        }
        if (OTHER_MEASURE.matcher(heading).find()) {
            return Optional.empty();
        }
        Place<C> place = known.get(Words.joined(heading));
        String rest = heading;
        for (Matcher hinted = HINTED.matcher(rest); place == null && hinted.matches(); hinted = HINTED.matcher(rest)) {
            if (!isHint(hinted.group("hint"))) {
                break;
            }
            rest = hinted.group("heading");
            place = known.get(Words.joined(rest));
        }
        return place == null || chosen.containsKey(place.column)
                ? Optional.empty()
                : Optional.of(new Match<>(place.column, place.rank, isMonthFirst(heading)));
    }

    private static boolean isMonthFirst(String heading) {
        Matcher hinted = HINTED.matcher(heading.strip());
        return hinted.matches()
                && MONTH_FIRST.matcher(hinted.group("hint").strip()).matches();
    }

    private static boolean isHint(String hint) {
        String bare = hint.strip();
        if (DATE_HINT.matcher(bare).matches() || bare.equals("€")) {
            return true;
        }
        Set<String> words = new HashSet<>(List.of(Words.spaced(bare).split(" ", -1)));
        words.removeIf(word -> DATE_HINT.matcher(word).matches() || word.matches("[jdmay]{2,4}|[0-9]+"));
        return HINT_WORDS.containsAll(words);
    }
}
