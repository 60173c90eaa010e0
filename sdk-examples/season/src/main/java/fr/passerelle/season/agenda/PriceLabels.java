package fr.passerelle.season.agenda;

import fr.passerelle.season.agenda.Amounts.Amount;
import fr.passerelle.season.agenda.Amounts.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words that belong to each amount: "Plein tarif: 8€ / Tarif réduit: 6€" names before, "6€ en préventes / 8€
 * sur place" names after.
 */
final class PriceLabels {

    /** From the strongest to the weakest. */
    private static final List<Pattern> SEPARATORS = List.of(
            Pattern.compile("[\\n;|•]"),
            Pattern.compile("/(?!\\d{1,2}\\sans\\b)"),
            Pattern.compile("(?iu)(?<!\\bcat)\\.(?:\\s|$)"),
            Pattern.compile(","),
            Pattern.compile("\\s[-–—]\\s(?!\\d|de\\s\\d)"),
            Pattern.compile("[()]"),
            Pattern.compile("(?iuU)\\s(?:et|ou|and|or|puis)\\s"));

    private static final Pattern IN_PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern PARENTHESIS = Pattern.compile("^\\s*\\(([^()]*)\\)");
    private static final Pattern GENERIC = Pattern.compile(
            "(?iuU)(?:les |l['’])?(?:tarifs?|prix|prices?|entrées?|billets?|places?|participation|payant)?");
    /** What only the price that all pay is called. */
    private static final Pattern FULL = Pattern.compile(
            "(?iuU)^(?:au |en |le |pour (?:les |un )?)?(?:(?:tarif )?(?:plein|normal|adulte)|sur place|à l['’]entrée|prévente)");

    /** What stands behind a price without naming it. */
    private static final Pattern PRACTICAL = Pattern.compile(
            "(?iuU)^(?:sur |dans la |pas de |sans )?(?:pré-?)?(?:réserv|résa|inscri|limite|billet|place|info|rens|tél|gratuit|à réserver)");

    private static final Pattern NAMES_NEXT = Pattern.compile("[:=]\\s*$");

    // A dash or plus before a digit belongs to it: -26 ans, +60 ans.
    private static final Pattern LEADING =
            Pattern.compile("(?iuU)^(?:(?:et|ou|puis|and|or)\\s|[\\s:;,/.)•|=>*–—]|[-+](?!\\s?\\d|\\s?de\\b))+");
    private static final Pattern TRAILING = Pattern.compile("(?iuU)(?:[\\s:;,/.(•|=<>*+–—-]|(?<=\\s)(?:de|à|est))+$");

    private PriceLabels() {}

    /** The label of each amount, empty where the text has none. */
    static List<String> of(String text, List<Amount> amounts) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        before.add(lastPart(text.substring(0, amounts.get(0).start())));
        String end = text.substring(amounts.get(amounts.size() - 1).end());
        boolean namesBefore = !isGeneric(before.get(0)) || namesTheNext(text, amounts, end);
        for (int i = 1; i < amounts.size(); i++) {
            String gap = gap(text, amounts, i);
            // What stands behind "free" is its condition, whatever follows.
            boolean names = amounts.get(i - 1).form() != Form.FREE
                    && NAMES_NEXT.matcher(gap).find();
            split(gap, namesBefore || names, before, after);
        }
        after.add(tail(end));

        List<String> labels = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            labels.add(capitalised(chosen(amounts.get(i), before.get(i), after.get(i))));
        }
        return labels;
    }

    /** The words between an amount and the one before it; an amount takes the blanks behind it along. */
    private static String gap(String text, List<Amount> amounts, int place) {
        int from = amounts.get(place - 1).end();
        return " " + text.substring(from, Math.max(from, amounts.get(place).start()));
    }

    /**
     * Whether the words between amounts name the next one although nothing stands before the first, as in "12 € réduit
     * 8 €": nothing behind the last is a name then, and what stands first is what all pay.
     */
    private static boolean namesTheNext(String text, List<Amount> amounts, String end) {
        String last = tail(" " + end);
        return amounts.size() > 1
                && amounts.stream().allMatch(amount -> amount.form() != Form.FREE)
                && (last.isEmpty() || PRACTICAL.matcher(last).find())
                && !FULL.matcher(trimmed(gap(text, amounts, 1))).find();
    }

    private static String chosen(Amount amount, String before, String after) {
        if (amount.form() != Form.FREE) {
            return isGeneric(before) && !after.isEmpty() ? after : before;
        }
        // Free for whom? If neither side says it, for all.
        if (FreeAdmission.isCondition(after)) {
            return after;
        }
        return FreeAdmission.isForSome(before) ? before : "";
    }

    /** Shares the words between two amounts out among them. */
    private static void split(String gap, boolean namesBefore, List<String> before, List<String> after) {
        Matcher parenthesis = PARENTHESIS.matcher(gap);
        if (parenthesis.find()
                && SEPARATORS
                        .get(0)
                        .matcher(parenthesis.group())
                        .results()
                        .findAny()
                        .isEmpty()) {
            after.add(trimmed(parenthesis.group(1)));
            before.add(lastPart(gap.substring(parenthesis.end())));
            return;
        }
        // Separators inside parentheses do not count: Tarif réduit (RSA, -26 ans).
        String flat = withoutParentheses(gap);
        for (Pattern separator : SEPARATORS) {
            Matcher found = separator.matcher(flat);
            if (found.find()) {
                after.add(trimmed(gap.substring(0, found.start())));
                before.add(lastPart(gap.substring(found.end())));
                return;
            }
        }
        after.add(namesBefore ? "" : trimmed(gap));
        before.add(namesBefore ? trimmed(gap) : "");
    }

    private static String lastPart(String text) {
        String flat = withoutParentheses(text);
        int start = 0;
        for (Pattern separator : SEPARATORS.subList(0, 3)) {
            Matcher found = separator.matcher(flat);
            while (found.find()) {
                boolean endsThere = trimmed(text.substring(found.end())).isEmpty();
                start = endsThere ? start : Math.max(start, found.end());
            }
        }
        return trimmed(text.substring(start));
    }

    private static String tail(String text) {
        Matcher parenthesis = PARENTHESIS.matcher(text);
        if (parenthesis.find()) {
            return trimmed(parenthesis.group(1));
        }
        int end = text.length();
        String flat = withoutParentheses(text);
        for (Pattern separator : SEPARATORS.subList(0, 5)) {
            Matcher found = separator.matcher(flat);
            if (found.find()) {
                end = Math.min(end, found.start());
            }
        }
        return trimmed(text.substring(0, end));
    }

    private static String withoutParentheses(String text) {
        return IN_PARENTHESES.matcher(text).replaceAll(found -> "_".repeat(found.end() - found.start()));
    }

    private static boolean isGeneric(String label) {
        return GENERIC.matcher(label).matches();
    }

    private static String trimmed(String text) {
        String label = TRAILING.matcher(LEADING.matcher(text).replaceFirst(""))
                .replaceFirst("")
                .strip();
        if (label.endsWith(")") && label.indexOf('(') < 0) {
            label = TRAILING.matcher(label.substring(0, label.length() - 1)).replaceFirst("");
        }
        return label.indexOf('(') >= 0 && label.indexOf(')') < 0 ? label.replace("(", "") : label;
    }

    private static String capitalised(String label) {
        return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
