package fr.passerelle.commandline.read;

import fr.passerelle.model.entitlement.Nationality;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nationalities as lists write them: adjectives, countries in French and English, ISO and INSEE codes, groups such as
 * {@code UE} or {@code hors UE}, and two of them together, of which the better one counts. What is not known is not
 * understood: it is never taken for "outside the EU".
 */
public final class Nationalities {

    private static final Pattern BETWEEN_TWO =
            Pattern.compile("(?iu) ?(?:[/,;+&(]| - | et | and |(?<=\\p{L}{2})-(?=\\p{L}{2})) ?");
    private static final Pattern LEADING =
            Pattern.compile("(?iu)^(?:de )?(?:double )?(?:nationalit[ée]|nationality) ?:? ?");
    private static final String INSEE = "INSEE-";
    private static final String PREFIX = "PREFIX-";

    /** Where people are French whatever the code says. */
    private static final List<String> FRENCH_OVERSEAS = List.of("GP MQ GF RE YT PM BL MF WF PF TF NC".split(" "));

    /** Whose people have the nationality of Denmark, Finland, the Netherlands or Norway. */
    private static final List<String> OTHERS_OVERSEAS = List.of("GL AX AW CW SX BQ SJ".split(" "));

    /** Codes that lists use for "not said" as well: Namibia, New Caledonia, Nauru. */
    private static final List<String> MEAN_NOTHING = List.of("NA", "NC", "NR");

    private static final Vocabulary KNOWN = Vocabulary.load();

    private Nationalities() {}

    /**
     * The group.
     *
     * @throws NotUnderstoodException if the whole text is no nationality that is known here
     */
    public static Nationality read(String text) throws NotUnderstoodException {
        String tidy = LEADING.matcher(Words.tidy(text)).replaceFirst("");
        @Nullable Nationality one = known(tidy);
        if (one != null) {
            return one;
        }
        // "France (FR)" says it twice.
        List<String> parts =
                List.of(BETWEEN_TWO.split(tidy.endsWith(")") ? tidy.substring(0, tidy.length() - 1) : tidy, -1));
        Nationality best = Nationality.OTHER;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            @Nullable Nationality group = known(parts.get(i));
            if (group == null && !last) {
                group = KNOWN.prefixes.get(Words.joined(parts.get(i)));
            }
            if (group == null || parts.size() == 1) {
                throw new NotUnderstoodException("unknown_nationality", parts.get(i));
            }
            best = group == Nationality.EU_EEA_SWISS ? group : best;
        }
        return best;
    }

    private static @Nullable Nationality known(String text) {
        if (!Words.isName(text)) {
            return null;
        }
        String plain = Words.joined(text);
        // "Français(e)": the ending of the other gender.
        @Nullable Nationality whole = KNOWN.words.get(plain);
        return whole != null || text.indexOf('(') < 0
                ? whole
                : KNOWN.words.get(Words.joined(text.replaceFirst("\\((?:e|ne|se|ienne|enne)\\)$", "")));
    }

    private record Vocabulary(Map<String, Nationality> words, Map<String, Nationality> prefixes) {

        static Vocabulary load() {
            Map<String, Nationality> words = new HashMap<>();
            Map<String, Nationality> prefixes = new HashMap<>();
            for (String code : Locale.getISOCountries()) {
                country(code, words);
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(Nationalities.class.getResourceAsStream("nationalities.txt")),
                    StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> line(line, words, prefixes));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return new Vocabulary(Map.copyOf(words), Map.copyOf(prefixes));
        }

        private static void country(String code, Map<String, Nationality> words) {
            Nationality group = FRENCH_OVERSEAS.contains(code) || OTHERS_OVERSEAS.contains(code)
                    ? Nationality.EU_EEA_SWISS
                    : Nationality.of(code);
            Locale country = new Locale.Builder().setRegion(code).build();
            words.put(Words.joined(country.getDisplayCountry(Locale.FRENCH)), group);
            words.put(Words.joined(country.getDisplayCountry(Locale.ENGLISH)), group);
            words.put(Words.joined(country.getISO3Country()), group);
            if (!MEAN_NOTHING.contains(code)) {
                words.put(Words.joined(code), group);
            }
        }

        private static void line(String line, Map<String, Nationality> words, Map<String, Nationality> prefixes) {
            String[] cells = line.split("\\|", -1);
            String kind = cells[0].strip();
            Nationality group = kind.endsWith("EU") ? Nationality.EU_EEA_SWISS : Nationality.OTHER;
            if (kind.startsWith(INSEE)) {
                for (String code : cells[1].strip().split(" ", -1)) {
                    words.put(code, group);
                    words.put("99" + code, group);
                }
                return;
            }
            for (String word : cells[1].split(",", -1)) {
                (kind.startsWith(PREFIX) ? prefixes : words).put(Words.joined(word), group);
            }
        }
    }
}
