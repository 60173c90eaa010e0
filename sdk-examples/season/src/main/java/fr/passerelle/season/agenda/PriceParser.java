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
                    + "|libre (?:participation|contribution)|au chapeau|pay what you (?:want|can))");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?iuU)[$£¥]\\s*\\d|\\d\\s*(?:[$£¥]|CHF|USD|GBP|XPF|F\\.?\\s?CFP|CFP|dollars?|francs?|pounds?)");
    private static final Pattern BARE = Pattern.compile(
            "(?iuU)\\s*(?:tarifs?|prix|entrée)?\\s*(?:plein|unique)?\\s*:?\\s*\\d+(?:[.,]\\d+)?(?:\\s*[/,-]\\s*\\d+(?:[.,]\\d+)?)*\\s*");

    /** A number without a euro sign where a price is expected. */
    private static final Pattern BARE_AFTER_NAME = Pattern.compile(
            "(?iuU)\\b(?:tarifs?|prix|pleins?|réduits?|normal|adultes?|enfants?|étudiants?)\\s*:?\\s*\\d+(?:[.,]\\d+)?\\b"
                    + "(?!\\s*(?:ans\\b|an\\b|à\\s*\\d+\\s*ans|-\\s*\\d+\\s*ans|personnes|places|jours|:))");

    /** Prices of something else than one place for one person. */
    private static final Pattern NOT_ONE_PLACE =
            Pattern.compile("(?iuU)\\b(?:pass|abonnements?|carte|forfait|adh[ée]sions?"
                    + "|cotisations?|caution|consigne|groupes?|scolaires?|famille|couple|couplée?s?|combinée?s?|jumelée?s?|pour deux)\\b"
                    + "|\\b\\d+\\s+(?:places|spectacles|séances|concerts|entrées|personnes|adultes|enfants|ateliers|films|cours"
                    + "|jours|soirs|soirées)\\b"
                    + "|\\b(?:les |pour )?(?:deux|trois|quatre|cinq|six|huit|dix|douze) (?:jours|soirs|soirées|\\p{L}+s)\\b"
                    + "|\\b(?:l['’]an(?:née)?|annuel(?:le)?s?|mensuel(?:le)?s?|trimestr\\p{L}*|semestr\\p{L}*|par mois|le mois|(?:la|de) saison|l['’]heure"
                    + "|horaire|le trajet|le kilo|la table|le stand|l['’]emplacement|le cycle|le stage complet)\\b"
                    + "|^(?:vestiaire|parking|repas|dîner|brunch|catalogue|boissons?|consommations?|frais|remise|réduction de|rabais"
                    + "|dont)\\b");

    /**
     * What stands right before an amount that is part of another one, or what it was once: the price is the other one.
     */
    private static final Pattern NOT_THE_PRICE = Pattern.compile(
            "(?iuU)\\b(?:dont|au lieu de|au lieu d['’]|instead of|contre|ancien(?:nement)?|valeur|soit une économie de|économie de|remise de|réduction de"
                    + "|caution(?: de)?|consigne(?: de)?|consommations?(?: obligatoire)?|frais(?: de \\p{L}+)?|vestiaire|parking)\\s*:?\\s*\\(?\\s*$");

    /** What stands right behind an amount that goes elsewhere. */
    private static final Pattern GOES_ELSEWHERE = Pattern.compile(
            "(?iuU)^\\s*(?:est |sont |seront |sera )?(?:reversé|offert|remboursé|déductible|de réduction|de remise|de rabais|de frais|de caution|de consigne)");

    /** What is free without the entry being so. */
    private static final Pattern SIDE = Pattern.compile(
            "(?iuU)\\b(?:vestiaire|parking|navette|audio-?description|audio-?guides?|garderie|catalogue|goûter|boissons?|collation|livret|programme"
                    + "|consigne|stationnement|wifi|brunch|repas|cocktail|dégustation|pot|verre)s?\\b");

    /** A package that further prices of the same line, or of the lines below, may belong to. */
    private static final Pattern PACKAGE = Pattern.compile(
            "(?iuU)\\b(?:abonnements?|cartes?|pass(?!\\s?culture)|forfaits?|formules?|adhésions?|carnets?)\\b");

    private static final Pattern LINE_END = Pattern.compile("[\\n;]|\\.(?:\\s|$)");

    /** What stands in parentheses without an amount: (2 adultes + 2 enfants). */
    private static final Pattern ASIDE = Pattern.compile("\\([^()€]*\\)");

    /** A sum: "10€ + 2€ de frais", "5€ + adhésion"; but not "+60 ans", "+ de 60 ans". */
    private static final Pattern SUM =
            Pattern.compile("(?iuU)\\+(?!\\s?\\d+\\s?ans|\\s?de\\b|\\s?d['’]|\\s?\\d+\\b(?!\\s*[€\\p{L}]))");

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
        if (pricesLeft(amounts)) {
            throw refused(FindingCode.PRICE_UNREADABLE);
        }
        return paid ? paid(amounts) : free(amounts);
    }

    private List<PriceLine> free(List<Amount> amounts) throws NotPublishableException {
        for (Amount amount : amounts) {
            boolean forSome = FreeAdmission.isCondition(text.substring(amount.end()))
                    || FreeAdmission.isConditionBefore(text.substring(0, amount.start()));
            if (!forSome) {
                Optional<String> piece = PriceWords.notFreeForAll(Amounts.withoutContacts(original));
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
        for (int i = 0; i < amounts.size(); i++) {
            Amount amount = amounts.get(i);
            String label = labels.get(i);
            if (amount.form() == Form.PERIODIC || NOT_ONE_PLACE.matcher(label).find() || isAside(amounts, i)) {
                if (label.toLowerCase(Locale.ROOT).contains("obligatoire")) {
                    throw refused(FindingCode.PRICE_PLUS_EXTRA);
                }
                notes.add(Finding.of(FindingCode.PRICE_LEFT_OUT, label, euros(amount.cents())));
            } else if (amount.form() == Form.FREE && label.isEmpty()) {
                freeForAll = true;
            } else if (!lines.add(new PriceLine(label(amount, label, amounts.size()), amount.cents()))) {
                notes.add(Finding.of(FindingCode.PRICE_REPEATED, label, euros(amount.cents())));
            }
        }
        if (freeForAll) {
            if (!lines.isEmpty()) {
                throw refused(FindingCode.PRICE_CONTRADICTORY);
            }
            return List.of(new PriceLine("Gratuit", 0));
        }
        if (lines.isEmpty()) {
            throw refused(FindingCode.PRICE_NOT_ONE_PLACE);
        }
        String shared = packageBefore(amounts);
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

    /** Whether the words around an amount say that it is not what a place costs. */
    private boolean isAside(List<Amount> amounts, int place) {
        Amount amount = amounts.get(place);
        int from = place == 0 ? 0 : amounts.get(place - 1).end();
        String before = text.substring(Math.min(from, amount.start()), amount.start());
        if (amount.form() == Form.FREE) {
            return SIDE.matcher(lastClause(before)).find();
        }
        return NOT_THE_PRICE.matcher(before).find()
                || GOES_ELSEWHERE.matcher(text.substring(amount.end())).find();
    }

    private static String lastClause(String words) {
        String[] clauses = words.split("[\\n;,.()|/]", -1);
        return clauses[clauses.length - 1];
    }

    /**
     * The package that a price may belong to although it stands apart: one named on the same line before it ("Carte :
     * plein 40 € | réduit 30 €"), or one that no price of its own line follows ("Formules d'abonnement" above a list).
     */
    private String packageBefore(List<Amount> amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            int from = i == 0 ? 0 : amounts.get(i - 1).end();
            int to = Math.max(from, amounts.get(i).start());
            String before = text.substring(from, to);
            Matcher named = PACKAGE.matcher(before);
            if (!named.find()) {
                continue;
            }
            boolean heading = LINE_END.matcher(before.substring(named.end())).find();
            boolean more = i + 1 < amounts.size()
                    && !LINE_END.matcher(text.substring(
                                    amounts.get(i).end(),
                                    Math.max(
                                            amounts.get(i).end(),
                                            amounts.get(i + 1).start())))
                            .find();
            if (heading || more) {
                return named.group();
            }
        }
        return "";
    }

    private String label(Amount amount, String label, int amounts) {
        String chosen = NOT_THE_PRICE.matcher(label + " ").find() ? "" : label;
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

    /** Whether the text holds what looks like a price and is none of the amounts: "80 k€", "plein 10 et réduit 8 €". */
    private boolean pricesLeft(List<Amount> amounts) {
        StringBuilder left = new StringBuilder(text);
        for (Amount amount : amounts) {
            left.replace(amount.start(), amount.end(), " ".repeat(amount.end() - amount.start()));
        }
        return left.indexOf("€") >= 0 || BARE_AFTER_NAME.matcher(left).find();
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
