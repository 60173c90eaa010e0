package fr.passerelle.season.agenda;

import fr.passerelle.commandline.read.Money;
import fr.passerelle.commandline.read.NotUnderstoodException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the amounts of a price text, in order, with the stretch of text that each one covers. Numbers that are no
 * amounts (telephone numbers, dates, hours, years, percentages, addresses of pages) are blanked first.
 */
final class Amounts {

    /** How an amount was stated. */
    enum Form {
        PLAIN,
        LOWEST,
        HIGHEST,
        STARTING,
        APPROXIMATE,
        NEGATIVE,
        /** Of an hour, a month, a family: of something else than one place. */
        OTHER_UNIT,
        FREE
    }

    /**
     * An amount.
     *
     * @param cents 0 for {@link Form#FREE}
     * @param start where its words begin in the text
     * @param end where they end
     */
    record Amount(long cents, Form form, int start, int end) {}

    private static final String NUMBER =
            "(?<![\\d.,])(?:\\d{1,3}(?: \\d{3}){1,2}(?:,\\d{1,2})?|\\d{1,3}(?:\\.\\d{3}){1,2},\\d{1,2}|\\d{1,7}(?:[.,]\\d{1,2})?)(?!\\d)";
    private static final String EURO = "\\s*€";
    // 8€50, 8 € 50, 8€50/6€; but not the ages of 8 € 15-18 ans, 8 € 12/17, 8 € 65+
    private static final String CENTS =
            "(?:(?<=€)\\s?(\\d{2})(?![\\d€.,+]|\\s*[\\p{L}€%]" + "|\\s*[-–/]\\s*\\d{1,2}(?![\\d.,]|\\s*€)))?";

    private static final List<Pattern> NO_PRICES = List.of(
            Pattern.compile("\\S+@\\S+|\\bhttps?://\\S+|\\bwww\\.\\S+"),
            Pattern.compile("(?i)\\d+(?:[.,]\\d+)?" + EURO
                    + "\\s*(?:ttc\\s*)?(?:/|par|la)\\s*(?:min|mn|minutes?|appel|sms)\\b\\.?"),
            Pattern.compile("(?<!\\d)(?:\\+33\\s?(?:\\(0\\))?|0)\\s?[1-9](?:[ .-]?\\d){8}(?!\\d)"),
            Pattern.compile(
                    "(?iuU)(?:\\b(?:le|du|au)\\s)?(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2})(?!\\d)"),
            Pattern.compile("(?i)\\b(?:le|du|au)\\s\\d{1,2}/\\d{1,2}(?:/\\d{2})?(?![\\d/]|" + EURO + ")"),
            Pattern.compile(
                    "(?iuU)(?:\\b(?:le|du|au)\\s)?(?<!\\d)\\d{1,2}(?:er)?\\s(?:janv|févr|fevr|mars|avri|mai|juin|juil|août|aout|sept|octo|nove|déce|dece)\\p{L}*\\.?"),
            Pattern.compile(
                    "(?iuU)(?:\\b(?:à|de|dès)\\s)?(?<!\\d|€/|€ /|€/ |€ / )(?:\\d{1,2}\\s?(?:h\\s?\\d{2}|h|heures?)(?![\\p{L}\\d])|\\d{1,2}:\\d{2}(?!\\d))"),
            Pattern.compile("(?<![\\d.,])(?:19|20)\\d{2}(?![\\d]|[.,]\\d|" + EURO + ")"),
            Pattern.compile("\\d+(?:[.,]\\d+)?\\s*%"));

    /** How many of them, from the first, are ways to get in touch. */
    private static final int CONTACTS = 3;

    private static final Pattern RANGE = Pattern.compile("(?iuU)(?:\\b(?:de|entre|from|between)\\s+)?(" + NUMBER
            + ")(?:"
            + EURO + ")?\\s*(?:à|to)\\s+(" + NUMBER + ")" + EURO
            + "|\\b(?:de|entre|from|between)\\s+(" + NUMBER + ")(?:" + EURO + ")?\\s*(?:et|and|-|–)\\s*(" + NUMBER + ")"
            + EURO);
    private static final Pattern STARTING =
            Pattern.compile("(?iuU)(?:\\b[àa] partir de|\\bdès|\\bfrom|\\bstarting at|\\bminimum)\\s*:?\\s*(" + NUMBER
                    + ")" + EURO + CENTS);
    private static final Pattern APPROXIMATE = Pattern.compile(
            "(?iuU)(?:\\bjusqu['’]à|\\benviron|\\bautour de|\\bmax(?:imum|\\.)?|\\bup to|\\babout|~)\\s*:?\\s*("
                    + NUMBER + ")" + EURO + "|(" + NUMBER + ")" + EURO + "\\s*(?:environ|maximum|minimum|max)\\b");
    // Bare numbers before the euro sign belong to it only where a list of prices can begin: not in "Salle 2 - 8€".
    private static final Pattern LIST = Pattern.compile(
            "(?iuU)(?<=^|[:;(\\n/.,]|\\btarifs?|\\bprix|\\bréduit|\\bplein|\\bentrée|\\bnormal)(\\s*)((?:" + NUMBER
                    + "\\s*(?:[/,–-]|\\bet\\b|\\bou\\b)\\s*)+)(" + NUMBER + ")" + EURO);
    private static final Pattern ONE = Pattern.compile("(" + NUMBER + ")" + EURO + CENTS);
    private static final Pattern EACH = Pattern.compile(NUMBER);
    private static final Pattern UNIT = Pattern.compile(
            "(?iuU)^\\s*(?:TTC\\b)?\\s*(?:(?:/|par\\b|la\\b|les\\b|per\\b)\\s*(?:(?<one>personne|pers\\b\\.?|place|tête|séance|partie|jour|soir|soirée|billet|entrée|participant|person)s?\\b"
                    + "|(?<other>mois|an|année|trimestre|semestre|semaine|month|year|heure"
                    // Of several: "10 € / 2 pers", "30 € les 3 séances".
                    + "|(?:[2-9]|\\d{2,3})\\s*(?:personne|pers\\b\\.?|place|adulte|enfant|séance|spectacle|concert|film|atelier|cour|jour|soir|soirée|entrée|billet|ticket|heure|h|mois|semaine)s?"
                    // "12 € / Famille : 30 €" is a list; "12 € / famille" ends there.
                    + "|(?:h|famille|couple|foyer|groupe|équipe|classe|duo|binôme|tribu|table|stand|voiture|véhicule|trajet|cycle|carnet|lot|kg|kilo)s?(?=\\s*(?:$|[\\n;.,|)])))\\b))?");

    private static final Pattern FREE =
            Pattern.compile("(?iuU)\\b(?:gratuit(?:e|es|s|é|ement)?|gratis|(?:entrée|accès) libre"
                    + "|(?:en )?libre accès|entrées libres|free(?: (?:entry|admission|entrance))?)\\b");
    private static final Pattern DENIED = Pattern.compile("(?iuU)\\b(?:non|pas|ni|not)[\\s-]+$");

    private Amounts() {}

    /** The text, the same length, without the numbers that are no prices. */
    static String blanked(String text) {
        String blanked = text;
        for (Pattern pattern : NO_PRICES) {
            blanked = pattern.matcher(blanked).replaceAll(found -> " ".repeat(found.end() - found.start()));
        }
        return blanked;
    }

    /** The text without addresses of pages, of mail, and telephone numbers. */
    static String withoutContacts(String text) {
        String rest = text;
        for (Pattern contact : NO_PRICES.subList(0, CONTACTS)) {
            rest = contact.matcher(rest).replaceAll(" ");
        }
        return rest;
    }

    /** The amounts of a blanked text, in the order of the text. */
    static List<Amount> in(String text) {
        List<Amount> amounts = new ArrayList<>();
        // What one form has taken is blanked for the next ones, from the most telling to the plainest.
        String left = take(text, RANGE, amounts, Amounts::range);
        left = take(left, STARTING, amounts, found -> one(found, 1, Form.STARTING));
        left = take(left, APPROXIMATE, amounts, found -> one(found, found.group(1) == null ? 2 : 1, Form.APPROXIMATE));
        left = take(left, LIST, amounts, Amounts::list);
        String rest = left;
        left = take(left, ONE, amounts, found -> one(found, 1, sign(rest, found.start())));
        String unread = left;
        take(
                left,
                FREE,
                amounts,
                found -> DENIED.matcher(unread.substring(0, found.start())).find()
                        ? List.of()
                        : List.of(new Amount(0, Form.FREE, found.start(), found.end())));
        amounts.sort((amount, other) -> Integer.compare(amount.start(), other.start()));
        amounts.replaceAll(amount -> withUnit(amount, text));
        return amounts;
    }

    private interface Reader {
        List<Amount> read(MatchResult found);
    }

    private static String take(String text, Pattern pattern, List<Amount> amounts, Reader reader) {
        return pattern.matcher(text).replaceAll(found -> {
            amounts.addAll(reader.read(found));
            return "\u0000".repeat(found.end() - found.start());
        });
    }

    private static List<Amount> one(MatchResult found, int group, Form form) {
        long cents = cents(found.group(group));
        if (found.groupCount() > group && form != Form.APPROXIMATE && found.group(group + 1) != null) {
            cents += Long.parseLong(found.group(group + 1));
        }
        return List.of(new Amount(cents, form, found.start(), found.end()));
    }

    private static List<Amount> range(MatchResult found) {
        int low = found.group(1) == null ? 3 : 1;
        return List.of(
                new Amount(cents(found.group(low)), Form.LOWEST, found.start(), found.start(low + 1)),
                new Amount(cents(found.group(low + 1)), Form.HIGHEST, found.start(low + 1), found.end()));
    }

    private static List<Amount> list(MatchResult found) {
        List<Amount> amounts = new ArrayList<>();
        Matcher each = EACH.matcher(found.group(2));
        while (each.find()) {
            amounts.add(new Amount(
                    cents(each.group()), Form.PLAIN, found.start(2) + each.start(), found.start(2) + each.end()));
        }
        amounts.add(new Amount(cents(found.group(3)), Form.PLAIN, found.start(3), found.end()));
        return amounts;
    }

    /** A dash that sticks to the number is its sign; a dash that stands free only separates. */
    private static Form sign(String text, int start) {
        String before = text.substring(0, start);
        boolean dash = before.endsWith("-") || before.endsWith("\u2212");
        boolean leading = before.length() == 1 || (dash && !stands(before.charAt(before.length() - 2)));
        return dash && leading ? Form.NEGATIVE : Form.PLAIN;
    }

    /** Whether a dash after this character separates rather than negates: 8€-6€. */
    private static boolean stands(char before) {
        return Character.isLetterOrDigit(before) || before == '€' || before == ')';
    }

    private static Amount withUnit(Amount amount, String text) {
        Matcher unit = UNIT.matcher(text.substring(amount.end()));
        if (amount.form() == Form.FREE || !unit.find()) {
            return amount;
        }
        @Nullable String other = unit.group("other");
        return new Amount(
                amount.cents(),
                other == null ? amount.form() : Form.OTHER_UNIT,
                amount.start(),
                amount.end() + unit.end());
    }

    private static long cents(String number) {
        try {
            return Money.euros(number).cents();
        } catch (NotUnderstoodException impossible) {
            throw new IllegalStateException("the pattern of numbers finds amounts only", impossible);
        }
    }
}
