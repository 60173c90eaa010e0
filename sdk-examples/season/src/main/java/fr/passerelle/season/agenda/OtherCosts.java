package fr.passerelle.season.agenda;

import fr.passerelle.season.agenda.Amounts.Amount;
import fr.passerelle.season.agenda.Amounts.Form;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the amounts of a price text that are not what one place costs: a family's, a pass's, a meal's, an old price.
 */
final class OtherCosts {

    /** Prices of something else than one place for one person. */
    private static final Pattern NOT_ONE_PLACE =
            Pattern.compile("(?iuU)\\b(?:pass|abonnements?|carte|carnets?|forfait|adh[ée]sions?"
                    + "|cotisations?|caution|consigne|groupes?|scolaires?|famille|couple|duos?|trios?|tribus?|binômes?|équipes?|foyers?|parents?[\\s-]+enfants?|couplée?s?|combinée?s?|jumelée?s?|pour deux)\\b"
                    + "|\\b\\d+\\s+(?:places|spectacles|séances|concerts|entrées|personnes|adultes|enfants|ateliers|films|cours"
                    + "|jours|soirs|soirées)\\b"
                    + "|\\b(?:\\d+|une?)\\s+(?:adulte|parent|enfant|personne)s?\\s+(?:et|avec)\\s+(?:\\d+|une?)\\b"
                    + "|\\b(?:les |pour )?(?:deux|trois|quatre|cinq|six|huit|dix|douze) (?:jours|soirs|soirées|\\p{L}+s)\\b"
                    + "|\\b(?:l['’]an(?:née)?|annuel(?:le)?s?|mensuel(?:le)?s?|trimestr\\p{L}*|semestr\\p{L}*|par mois|le mois|(?:la|de) saison|l['’]heure"
                    + "|horaire|le trajet|le kilo|la table|le stand|l['’]emplacement|le cycle|le stage complet)\\b"
                    // What the second of them costs, a prize, and who sells there.
                    + "|\\b(?:[2-9]\\s?(?:e|è?me|nde?)|deuxième|seconde?|troisième|quatrième)s?"
                    + "(?:$|\\s(?:places?|personnes?|billets?|tickets?|entrées?|enfants?|adultes?|séances?|spectacles?|films?|ateliers?|inscriptions?|participante?s?|inscrite?s?)\\b)"
                    + "|\\b(?:1er|2e|2ème|3e|3ème|premier|deuxième|second|troisième) prix\\b|\\bexposante?s?\\b"
                    + "|^(?:vestiaire|sandwich\\p{L}*|parking|livrets?|livres?|programme|audio-?guides?|garderie|goûter|collation|location|navette|matériel|repas|dîner|brunch|catalogue|boissons?|consommations?|frais|remise|réduction de|rabais"
                    + "|dont)\\b");

    /**
     * What stands right before an amount that is part of another one, or what it was once: the price is the other one.
     */
    private static final Pattern NOT_THE_PRICE = Pattern.compile(
            "(?iuU)\\b(?:dont|au lieu(?: de| d['’])?|instead of|contre|ancien(?:nement)?|valeur|soit(?: une économie de)?|économie de|remise de|réduction de"
                    + "|caution(?: de)?|consigne(?: de)?|consommations?(?: obligatoire)?|frais(?: de \\p{L}+)?|vestiaire|parking)\\s*:?\\s*\\(?\\s*$");

    /** What stands right behind an amount that goes elsewhere. */
    private static final Pattern GOES_ELSEWHERE = Pattern.compile(
            "(?iuU)^\\s*(?:est |sont |seront |sera )?(?:reversé|offert|remboursé|déductible|de moins\\b|moins chère?s?\\b|d['’]économie|de réduction|de remise|de rabais|de frais|de caution|de consigne)");

    /** What is free without the entry being so. */
    private static final Pattern SIDE = Pattern.compile(
            "(?iuU)\\b(?:vestiaire|parking|navette|audio-?description|audio-?guides?|garderie|catalogue|goûter|boissons?|collation|livret|programme"
                    + "|consigne|stationnement|wifi|brunch|repas|cocktail|dégustation|pot|verre)s?\\b");

    /** A package that further prices of the same line, or of the lines below, may belong to. */
    private static final Pattern PACKAGE = Pattern.compile(
            "(?iuU)\\b(?:abonnements?|cartes?|pass(?!\\s?culture)|forfaits?|formules?|adhésions?|carnets?)\\b");

    private static final Pattern LINE_END = Pattern.compile("[\\n;]|\\.(?:\\s|$)");

    private OtherCosts() {}

    /** Whether an amount is not what one place costs, by its label or by the words around it. */
    static boolean areMeant(String text, List<Amount> amounts, int place, String label) {
        return NOT_ONE_PLACE.matcher(label).find() || isAside(text, amounts, place);
    }

    /** Whether a label is only what stands before an amount that is none of the prices. */
    static boolean endsBeforeOne(String label) {
        return NOT_THE_PRICE.matcher(label + " ").find();
    }

    /** Whether the words around an amount say that it is not what a place costs. */
    private static boolean isAside(String text, List<Amount> amounts, int place) {
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
    static String packageBefore(String text, List<Amount> amounts) {
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
}
