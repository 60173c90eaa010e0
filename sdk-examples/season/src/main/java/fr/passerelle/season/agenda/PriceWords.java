package fr.passerelle.season.agenda;

import fr.passerelle.commandline.read.Words;
import fr.passerelle.season.agenda.Amounts.Amount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds every word of a price text against those that are known to mean nothing else: a text sells only what all of it
 * supports. The first piece that is not known is the reason of a refusal.
 */
final class PriceWords {

    /** Negations that leave the price alone. */
    private static final Pattern NO_RESERVATION =
            Pattern.compile("(?iuU)\\b(?:pas de|sans) (?:réservation|pré-?inscription|inscription)s?\\b"
                    + "|\\bpas d['’]inscriptions?\\b|\\bpass culture accepté\\b");

    private static final Pattern PEOPLE = Pattern.compile(
            "(?iuU)\\bans\\b|[-+<]\\s?\\d|^(?:pour|for) (?:l['’]|les? |the )?\\p{L}+(?:ant|eur|ien|iste|ois|ais)(?:e?s?)\\b");

    private static final String AGE = "\\d{1,2}(?:\\s*(?:-|–|/|à|et|ou)\\s*\\d{1,2})?\\s*ans?\\b";

    /**
     * Numbers that are no amounts (ages, how many people, a numbered price), and negations that leave the price alone.
     */
    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile(
                    "(?iuU)(?:(?:\\b(?:plus|moins) de|[-+<>≤≥]\\s?(?:de\\b)?|\\b(?:avant|dès|jusqu['’]à|de|à partir de))\\s*)?"
                            + AGE + "(?:\\s*(?:et (?:plus|moins|\\+)|inclus|révolus))?"),
            NO_RESERVATION,
            Pattern.compile("(?iuU)[-+<>]\\s?\\d{1,2}\\b(?!\\s*[€\\p{L}])"),
            Pattern.compile("(?iuU)\\b(?:à partir de|dès)\\s+\\d{1,3}\\s+(?:personnes?|pers\\b\\.?)"),
            Pattern.compile(
                    "(?iuU)\\b\\d{1,3}\\s+(?:personnes?|pers\\b\\.?|adultes?|enfants?|places?|spectacles?|séances?|jours?|concerts?|films?|ateliers?|cours|soirs?|soirées?|entrées?)"
                            + "(?: (?:et|ou) plus| minimum)?"),
            Pattern.compile(
                    "(?iuU)\\b(?:salle|tarif|cat[ée]gorie|cat\\.?|zone|série|niveau|rang|carré|formule)\\s*(?:n°\\s*)?\\d{1,2}\\b"),
            Pattern.compile("(?iuU)\\b[12](?:er|ère|re|e|ème|nde?)\\b"));

    /** A price that is nothing, and one where people give what they like. */
    private static final Pattern PRICED_AT_NOTHING = Pattern.compile(
            "(?iuU)\\b(?:tarifs?|prix|price)\\s*(?:unique\\s*)?:?\\s*(?=gratuit|free\\b|entrée libre|entrée gratuite)|\\bprix (?:au|du) chapeau\\b");

    /** "Ce jour-là", "le dernier jour": free at some time only. */
    private static final Pattern SOME_TIME = Pattern.compile(
            "(?iuU)\\bce(?:t|tte)?\\s+(?:jour|soir|matin|midi|week|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mois|année)\\p{L}*"
                    + "|\\b(?:premiers?|derniers?)\\s+jours?|\\bjours?\\s+d(?:e|u|es|['’])");

    private static final Pattern LETTERS_OF_OTHER_SCRIPTS = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]+");
    private static final Pattern SIGNS = Pattern.compile("[%&*#@$£¥?^]|[\\p{Sm}&&[^|+]]|\\d+");
    private static final List<String> FREE_FOR_ALL = List.of("small", "entry", "way", "all");
    private static final List<String> ALL = List.of("small", "entry", "way", "pay", "all", "audience", "name", "side");
    private static final Map<String, Set<String>> GROUPS = load();

    private PriceWords() {}

    /** The first piece of a text with prices that is not known. */
    static Optional<String> notKnown(String text, List<Amount> amounts) {
        StringBuilder left = new StringBuilder(text);
        for (Amount amount : amounts) {
            left.replace(amount.start(), amount.end(), " ".repeat(amount.end() - amount.start()));
        }
        String words = left.toString();
        for (Pattern number : NUMBERS) {
            words = number.matcher(words).replaceAll(" ");
        }
        return unknown(words, ALL);
    }

    /** Whether a label says for whom a price is: {@code Pour les adhérents}, {@code - 12 ans}, {@code -12}. */
    static boolean namesPeople(String label) {
        return PEOPLE.matcher(label).find()
                || Stream.of(Words.spaced(label).split(" ", -1)).anyMatch(word -> knows("audience", word));
    }

    /** The first piece of a text without prices that keeps "free" from meaning: the entry, for everybody, always. */
    static Optional<String> notFreeForAll(String text) {
        Matcher someTime = SOME_TIME.matcher(text);
        if (someTime.find()) {
            return Optional.of(someTime.group());
        }
        String rest = NO_RESERVATION.matcher(text).replaceAll(" ");
        return unknown(PRICED_AT_NOTHING.matcher(rest).replaceAll(" "), FREE_FOR_ALL);
    }

    private static Optional<String> unknown(String text, List<String> groups) {
        for (Pattern strange : List.of(LETTERS_OF_OTHER_SCRIPTS, SIGNS)) {
            Matcher found = strange.matcher(text);
            if (found.find()) {
                return Optional.of(found.group());
            }
        }
        for (String word : Words.spaced(text.replace('+', ' ')).split(" ", -1)) {
            if (!word.isEmpty() && groups.stream().noneMatch(group -> knows(group, word))) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean knows(String group, String word) {
        Set<String> words = Objects.requireNonNull(GROUPS.get(group), group);
        if (words.contains(word)) {
            return true;
        }
        for (int end = word.length(); end > 2; end--) {
            if (words.contains(word.substring(0, end) + "*")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> groups = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PriceWords.class.getResourceAsStream("price-words.txt"), "price-words.txt"),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\\|", -1);
                groups.computeIfAbsent(cells[0].strip(), any -> new HashSet<>())
                        .addAll(List.of(cells[1].strip().split(" +", -1)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(groups);
    }
}
