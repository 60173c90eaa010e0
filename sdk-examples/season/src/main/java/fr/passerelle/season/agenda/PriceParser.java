package fr.passerelle.season.agenda;

import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.season.agenda.Amounts.Amount;
import fr.passerelle.season.agenda.Amounts.Form;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands prices written for people: "Plein tarif: 8€ / Tarif réduit: 6€", "Entrée libre", "De 6 à 25 €". What it
 * does not understand it refuses with a reason; a price is never guessed.
 */
final class PriceParser {

    private static final int LABEL_LIMIT = PriceCategoryDraft.MAX_LABEL;
    private static final int TEXT_LIMIT = 2_000;

    private static final Pattern EXCLUDES_TAX = Pattern.compile("\\bH\\.?\\s?T\\b|(?iu:\\bhors taxes?\\b)");
    private static final Pattern OPEN = Pattern.compile(
            "(?iuU)\\b(?:(?:prix|tarif|participation|contribution|don|offrande) (?:libre|conscient|au choix)s?"
                    + "|(?:prix|tarif|participation|contribution|don) (?:minimum )?(?:conseillé|indicatif|suggéré|souhaité)e?s?"
                    + "|libre (?:participation|contribution)|dons? (?:bienvenu|apprécié|accepté)s?|au chapeau|pay what you (?:want|can))");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?iuU)[$£¥]\\s*\\d|\\d\\s*(?:[$£¥]|CHF|USD|GBP|XPF|F\\.?\\s?CFP|CFP|dollars?|francs?|pounds?)");
    private static final Pattern BARE = Pattern.compile(
            "(?iuU)\\s*(?:tarifs?|prix|entrée)?\\s*(?:plein|unique)?\\s*:?\\s*\\d+(?:[.,]\\d+)?(?:\\s*[/,-]\\s*\\d+(?:[.,]\\d+)?)*\\s*");

    /** A number without a euro sign where a price is expected. */
    private static final Pattern BARE_AFTER_NAME = Pattern.compile(
            "(?iuU)\\b(?:tarifs?|prix|pleins?|réduits?|normal|adultes?|enfants?|étudiants?)\\s*:?\\s*\\d+(?:[.,]\\d+)?\\b"
                    + "(?!\\s*(?:ans\\b|an\\b|à\\s*\\d+\\s*ans|-\\s*\\d+\\s*ans|personnes|places|jours|:))");

    /** What stands in parentheses without an amount: (2 adultes + 2 enfants). */
    private static final Pattern ASIDE = Pattern.compile("\\([^()€]*\\)");

    /** A sum: "10€ + 2€ de frais", "5€ + adhésion"; but not "+60 ans", "+ de 60 ans". */
    private static final Pattern SUM = Pattern.compile(
            "(?iuU)\\+(?!\\s?\\d+\\s?ans|\\s?de\\b|\\s?d['’]|\\s?\\d++(?:[.,]\\d++)?+(?!\\s*[€\\p{L}]))");

    /** "12 € moins 2 €": nobody says which of them is paid. */
    private static final Pattern DIFFERENCE = Pattern.compile("(?iuU)\\bmoins\\s*\\d+(?:[.,]\\d+)?\\s*€");

    /**
     * One after the other: "20 € (10 € / personne)", "10 € à l'inscription, 20 € sur place", "10 € puis 5 € par
     * séance".
     */
    private static final Pattern PARTS_OF_ONE = Pattern.compile(
            "(?iuU)€\\s*\\((?:soit\\s*)?\\d+(?:[.,]\\d+)?\\s*€\\s*(?:/|par)\\s*(?:pers|tête|place)"
                    + "|€\\s*à (?:l['’]inscription|la réservation|la commande)\\b.*€|\\bpuis\\s+\\d+(?:[.,]\\d+)?\\s*€");

    private static final Pattern REQUIRED = Pattern.compile("(?iuU)^\\s*\\(?\\s*(?:est |sont )?obligatoires?\\b");

    /** Where the booking is what is free: the entry may cost something at the door. */
    private static final Pattern BOOKING = Pattern.compile("(?iuU)\\br[ée]servations?\\s+(?:en ligne\\s+|est\\s+)?$");

    /** "10, 00 €" may be two prices or one; "l0 €" is typed with a letter, "1e2 €" and "2x5 €" with one inside. */
    private static final Pattern SLIP =
            Pattern.compile("(?<![\\d,]\\s?)(?<![\\d,])\\d+\\s?,\\s\\d{2}\\s*€|(?<!\\p{L})[lIOo]+\\d+(?:[.,]\\d+)?\\s*€"
                    + "|\\d\\p{L}\\d+(?:[.,]\\d+)?\\s*€");

    /** A price until a day, or from one: which of them is paid depends on when one books. */
    private static final Pattern DATED = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)"
            + "|(?<![\\d/])\\d{1,2}/(?:0?[1-9]|1[0-2])(?:/(?:\\d{4}|\\d{2}))?(?![\\d/]|\\s*€)");

    /** Part of a price is no price, and whose it is stands somewhere in the sentence. */
    private static final Pattern PERCENT = Pattern.compile("\\d+\\s*%");

    /** Two go in, or one buys something else as well. */
    private static final Pattern WITH_ANOTHER = Pattern.compile("(?iuU)^avec (?:une?|son|sa|deux|trois|\\d+)\\b.*");

    /** "12 € la place, 20 € les deux". */
    private static final Pattern TOGETHER = Pattern.compile(
            "(?iuU)^(?:les|pour|à) (?:deux|trois|quatre|cinq|six|dix|\\d+)(?: (?:places|personnes|billets))?$");

    /** Who else may come is not said. */
    private static final Pattern MEMBERS = Pattern.compile(
            "(?iuU)^(?:tarifs?\\s+)?(?:réservée?s? aux |pour les |uniquement |seulement )?(?:adhérent|abonné|membre|sociétaire|licencié)(?:e|\\(e\\)|\\.e|·e)?s?(?:\\(s\\)|·s|\\.s)?(?: (?:uniquement|seulement))?$");

    private static final Pattern MEMBERSHIP = Pattern.compile("(?iuU)\\b(?:adhésion|cotisation|carte)");

    private static final Map<Form, FindingCode> REFUSED = Map.of(
            Form.APPROXIMATE, FindingCode.PRICE_APPROXIMATE,
            Form.NEGATIVE, FindingCode.PRICE_NEGATIVE);

    private static final Map<Form, String> DEFAULT_LABELS = Map.of(
            Form.LOWEST, "Tarif minimum",
            Form.HIGHEST, "Tarif maximum",
            Form.STARTING, "Tarif minimum",
            Form.FREE, "Gratuit");

    private final String original;
    private final String text;
    private final List<Finding> notes;

    private PriceParser(String original, List<Finding> notes) {
        this.original = original;
        this.text = Amounts.blanked(original);
        this.notes = notes;
    }

    /**
     * The prices of a text, in its order, each (label, amount) once.
     *
     * @param raw as it stands in the export
     * @param notes receives what was inferred or left out
     * @return at least one
     * @throws NotPublishableException if the text does not say what a place costs
     */
    static List<PriceLine> parse(String raw, List<Finding> notes) throws NotPublishableException {
        String euros = PlainText.paragraphs(raw)
                .replaceAll("(?iuU)(?<=\\d)\\s*(?:euros?|eur)\\b", "€")
                .replaceAll("(?iuU)€uros?", "€");
        // "€ 12" as "12 €", unless euro signs already follow numbers.
        if (!Pattern.compile("\\d\\s*€").matcher(euros).find()) {
            euros = euros.replaceAll("€\\s?(\\d+(?:[.,]\\d{1,2})?)", "$1€");
        }
        return new PriceParser(euros, notes).lines();
    }

    private List<PriceLine> lines() throws NotPublishableException {
        if (text.length() > TEXT_LIMIT) {
            throw refused(FindingCode.PRICE_UNREADABLE);
        }
        List<Amount> amounts = Amounts.in(text);
        boolean paid = amounts.stream().anyMatch(amount -> amount.form() != Form.FREE);
        if (EXCLUDES_TAX.matcher(text).find() && paid) {
            throw refused(FindingCode.PRICE_EXCLUDES_TAX);
        }
        if (SUM.matcher(ASIDE.matcher(text).replaceAll("")).find() && paid) {
            throw refused(FindingCode.PRICE_PLUS_EXTRA);
        }
        if (DIFFERENCE.matcher(text).find()) {
            throw notUnderstood("moins");
        }
        Matcher parts = PARTS_OF_ONE.matcher(text);
        if (parts.find()) {
            throw notUnderstood(parts.group());
        }
        if (OPEN.matcher(text).find()) {
            if (paid || amounts.isEmpty()) {
                throw refused(FindingCode.PRICE_OPEN);
            }
            notes.add(Finding.of(FindingCode.PRICE_TIP));
        }
        if (amounts.isEmpty()) {
            throw refused(whyNothing());
        }
        for (Amount amount : amounts) {
            FindingCode code = REFUSED.get(amount.form());
            if (code != null) {
                throw refused(code);
            }
        }
        if (paid) {
            String told = Amounts.withoutContacts(original);
            boolean several =
                    amounts.stream().filter(amount -> amount.cents() > 0).count() > 1;
            for (Pattern unsure : several ? List.of(DATED, PERCENT) : List.of(PERCENT)) {
                Matcher found = unsure.matcher(told);
                if (found.find()) {
                    throw notUnderstood(found.group());
                }
            }
        }
        String left = without(amounts);
        if (left.indexOf('€') >= 0
                || BARE_AFTER_NAME.matcher(left).find()
                || SLIP.matcher(text).find()) {
            throw refused(FindingCode.PRICE_UNREADABLE);
        }
        return paid ? paid(amounts) : free(amounts);
    }

    private List<PriceLine> free(List<Amount> amounts) throws NotPublishableException {
        if (amounts.stream()
                .allMatch(amount ->
                        BOOKING.matcher(text.substring(0, amount.start())).find())) {
            throw notUnderstood("réservation");
        }
        for (Amount amount : amounts) {
            boolean forSome = FreeAdmission.isCondition(text.substring(amount.end()))
                    || FreeAdmission.isConditionBefore(text.substring(0, amount.start()));
            if (!forSome) {
                Optional<String> piece =
                        PriceWords.notFreeForAll(Practicalities.leftOut(Amounts.withoutContacts(original)));
                if (piece.isPresent()) {
                    throw notUnderstood(piece.get());
                }
                return List.of(new PriceLine("Gratuit", 0));
            }
        }
        throw refused(FindingCode.PRICE_FREE_FOR_SOME);
    }

    private List<PriceLine> paid(List<Amount> amounts) throws NotPublishableException {
        List<String> labels = PriceLabels.of(text, amounts);
        Set<PriceLine> lines = new LinkedHashSet<>();
        boolean freeForAll = false;
        boolean membership = false;
        for (int i = 0; i < amounts.size(); i++) {
            Amount amount = amounts.get(i);
            String label = labels.get(i);
            if (amount.form() == Form.OTHER_UNIT
                    || TOGETHER.matcher(label).matches()
                    || OtherCosts.areMeant(text, amounts, i, label)) {
                if (label.toLowerCase(Locale.ROOT).contains("obligatoire")
                        || REQUIRED.matcher(text.substring(amount.end())).find()) {
                    throw refused(FindingCode.PRICE_PLUS_EXTRA);
                }
                membership |= MEMBERSHIP.matcher(label).find();
                notes.add(Finding.of(FindingCode.PRICE_LEFT_OUT, label, euros(amount.cents())));
            } else if (WITH_ANOTHER.matcher(label).matches()) {
                throw notUnderstood(label);
            } else if (amount.form() != Form.FREE && amount.cents() == 0 && label.isEmpty() && amounts.size() > 1) {
                // "12 € / 8 € / 0 €": nobody says who pays nothing.
                throw refused(FindingCode.PRICE_CONTRADICTORY);
            } else if (amount.form() == Form.FREE && label.isEmpty()) {
                freeForAll = true;
            } else if (amount.form() == Form.FREE && FreeAdmission.isUnnamedCondition(label)) {
                notes.add(Finding.of(FindingCode.PRICE_LEFT_OUT, label, euros(0)));
            } else if (amount.form() == Form.FREE && !PriceWords.namesPeople(label)) {
                // What is free on Sundays, or in another room, is no price that anybody may choose.
                throw refused(FindingCode.PRICE_CONTRADICTORY);
            } else if (!lines.add(new PriceLine(label(amount, label, amounts.size()), amount.cents()))) {
                notes.add(Finding.of(FindingCode.PRICE_REPEATED, label, euros(amount.cents())));
            }
        }
        if (freeForAll) {
            if (!lines.isEmpty()) {
                throw refused(FindingCode.PRICE_CONTRADICTORY);
            }
            if (membership) {
                throw refused(FindingCode.PRICE_PLUS_EXTRA);
            }
            return List.of(new PriceLine("Gratuit", 0));
        }
        if (lines.isEmpty()) {
            throw refused(FindingCode.PRICE_NOT_ONE_PLACE);
        }
        if (amounts.stream().anyMatch(amount -> amount.form() == Form.FREE)
                && lines.stream().allMatch(line -> line.cents() == 0)) {
            // "Gratuit pour les enfants, parking 5 €": what the others pay is not said.
            throw refused(FindingCode.PRICE_FREE_FOR_SOME);
        }
        if (lines.stream().allMatch(line -> MEMBERS.matcher(line.label()).matches())) {
            throw notUnderstood(lines.iterator().next().label());
        }
        String shared = OtherCosts.packageBefore(text, amounts);
        if (!shared.isEmpty()) {
            throw notUnderstood(shared);
        }
        Optional<String> piece = PriceWords.notKnown(text, amounts);
        if (piece.isPresent()) {
            throw notUnderstood(piece.get());
        }
        sayWhatIsInferred(amounts);
        return List.copyOf(lines);
    }

    private String label(Amount amount, String label, int amounts) {
        String chosen = OtherCosts.endsBeforeOne(label) ? "" : label;
        if (amount.form() == Form.LOWEST || amount.form() == Form.HIGHEST || chosen.isEmpty()) {
            chosen = Optional.ofNullable(DEFAULT_LABELS.get(amount.form()))
                    .orElse(amounts == 1 ? "Tarif unique" : "Tarif");
        }
        String shortened = PlainText.shortened(chosen.replace('\n', ' '), LABEL_LIMIT);
        if (!shortened.equals(chosen.replace('\n', ' '))) {
            notes.add(Finding.of(FindingCode.PRICE_LABEL_SHORTENED, shortened));
        }
        return shortened;
    }

    private void sayWhatIsInferred(List<Amount> amounts) {
        for (Amount amount : amounts) {
            if (amount.form() == Form.HIGHEST) {
                notes.add(Finding.of(FindingCode.PRICE_RANGE, euros(amount.cents())));
            } else if (amount.form() == Form.STARTING) {
                notes.add(Finding.of(FindingCode.PRICE_FROM, euros(amount.cents())));
            }
        }
    }

    private FindingCode whyNothing() {
        if (text.indexOf('€') >= 0) {
            return FindingCode.PRICE_UNREADABLE;
        }
        if (FOREIGN.matcher(text).find()) {
            return FindingCode.PRICE_FOREIGN_CURRENCY;
        }
        return BARE.matcher(text).matches() ? FindingCode.PRICE_NO_CURRENCY : FindingCode.PRICE_UNSTATED;
    }

    /** The text where no amount stands: what looks like a price there is none that was read, as in "80 k€". */
    private String without(List<Amount> amounts) {
        StringBuilder left = new StringBuilder(text);
        for (Amount amount : amounts) {
            left.replace(amount.start(), amount.end(), " ".repeat(amount.end() - amount.start()));
        }
        return left.toString();
    }

    private NotPublishableException notUnderstood(String piece) {
        return new NotPublishableException(
                FindingCode.PRICE_NOT_UNDERSTOOD, piece, PlainText.shortened(PlainText.line(original), 80));
    }

    private NotPublishableException refused(FindingCode code) {
        return new NotPublishableException(code, PlainText.shortened(PlainText.line(original), 80));
    }

    private static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
