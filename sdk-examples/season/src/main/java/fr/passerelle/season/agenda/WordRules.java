package fr.passerelle.season.agenda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table of rules that read words: the first rule whose words occur in a text gives its outcome. */
final class WordRules {

    /**
     * One line of the table.
     *
     * @param name what it is called in what we tell people
     * @param outcome what it gives
     * @param choices each a list of expressions that must all occur; no choice matches everything
     */
    record Rule(String name, String outcome, List<List<Pattern>> choices) {

        private boolean matches(String plain) {
            return choices.isEmpty()
                    || choices.stream()
                            .anyMatch(all -> all.stream()
                                    .allMatch(word -> word.matcher(plain).find()));
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Rule> rules;

    private WordRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads a table beside this class. */
    static WordRules load(String resource) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordRules.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return new WordRules(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WordRules::rule)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** The first rule that the text satisfies. */
    Optional<Rule> match(String text) {
        String plain = plain(text);
        return rules.stream().filter(rule -> rule.matches(plain)).findFirst();
    }

    private static Rule rule(String line) {
        String[] cells = line.split("\\|", -1);
        List<List<Pattern>> choices = Stream.of(cells[2].split(",", -1))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .map(choice ->
                        Stream.of(choice.split("\\+", -1)).map(WordRules::word).toList())
                .toList();
        return new Rule(cells[0].strip(), cells[1].strip(), choices);
    }

    private static Pattern word(String word) {
        return Pattern.compile(" " + plain(word.replace("*", "zzz")).strip().replace("zzz", "[^ ]*") + " ");
    }

    /** Lower case without accents, one blank between words and at both ends. */
    private static String plain(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        // Ligatures are letters of their own for Unicode, not for whoever types "choeur".
        String plain = letters.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return " " + NO_WORD.matcher(plain).replaceAll(" ").strip() + " ";
    }
}
