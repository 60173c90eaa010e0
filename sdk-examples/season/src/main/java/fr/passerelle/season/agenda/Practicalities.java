package fr.passerelle.season.agenda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that stand beside "Gratuit." and tell how one books, meets or shelters from the rain: "Repli à la Halle en
 * cas de mauvais temps." They name people and places that no list of words can hold, and are left out if nothing in
 * them can touch what is paid, or by whom.
 */
final class Practicalities {

    /** Ends with a full stop before a blank, not inside a page's address or a number. */
    private static final Pattern SENTENCE = Pattern.compile("[^\\n]+?(?:[.;!]+(?=\\s|$)|(?=\\n|$))");

    private static final Pattern OPENING =
            Pattern.compile("(?iuU)^\\s*(?:(?:ouverture|clôture) des (?:inscription|réservation)s"
                    + "|(?:sur )?(?:pré-?)?(?:inscription|réservation)s?|nombre de places|places limitées|jauge|départs?|repli"
                    + "|en cas d[e'’]|rendez-vous|rdv|(?:pour )?(?:plus d['’]|toute )?(?:information|info|renseignement)s?"
                    + "|visites? à la demande|durée|dons? (?:bienvenu|apprécié|accepté)s?)(?![\\p{L}'’-]).*");

    /** What may make it dearer, somebody's only, or not to be had any more. */
    private static final Pattern TOUCHES_THE_PRICE = Pattern.compile(
            "(?iuU)[€%$£]|\\b(?:pa(?:ie|y)|prix|tarif|co[ûu]t|euro|gratui|libre|offert|billet|ticket|entrée|ach[aeè]t|vente|vend"
                    + "|caisse|guichet|caution|adhé|adhe|abonn|membre|carte|cotis|licenci|forfait|pass|consomm|boisson|repas"
                    + "|participation|supplément|option|lou[eé]|location|associat|réserv[ée]e?s? (?:à|au)|exclusi|uniquement"
                    + "|seulement|sauf|hors|except|ans\\b|âge|enfant|jeune|étudiant|scolaire|élève|habitant|résident|adulte|senior"
                    + "|famille|invit|accrédit|présent|justificat|condition|munir|muni|en sus|priorit"
                    + "|contre\\b|moyennant|vers(?:e|é|ement)|virement|ch[eè]que|somme\\b|obole|écot|franc|balles|finance|devis|charge"
                    + "|frais|droit|après don|don bienvenu de|exig|consign|trinqu|verre|dîner|déjeuner|goûter|brunch|buffet|nuit|hébergement"
                    + "|bus\\b|autocar|(?:en|du|de) (?:car|train)\\b|navette|bateau|matériel"
                    + "|exposant|équipe|professionnel|femme|homme|fille|garçon|pour (?:les|des) |réservé"
                    + "|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent)\\b"
                    + "|suspend|clos|ferm|compl[eè]t|impossib|plus (?:de|aucune)\\b|termin|annul|report|attente|épuis)");

    /** Numbers that are no amounts: hours, days, and how many go in. */
    private static final Pattern COUNT = Pattern.compile("(?iuU)\\b\\d{1,2}\\s?(?:h|:)\\s?(?:\\d{2})?\\b"
            + "|\\b\\d{1,2}(?:er)?\\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\\b"
            + "|\\b\\d{1,3}\\s(?:personnes?|pers\\b\\.?|participants?|places?|par (?:visite|groupe|séance|départ))");

    private Practicalities() {}

    /** The text without them; all of it if it is no more than one sentence. */
    static String leftOut(String text) {
        Matcher sentences = SENTENCE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (sentences.find()) {
            String sentence = sentences.group();
            boolean left = OPENING.matcher(sentence.strip()).matches()
                    && !TOUCHES_THE_PRICE.matcher(sentence).find()
                    && COUNT.matcher(sentence).replaceAll(" ").chars().noneMatch(Character::isDigit);
            rest.append(left ? " " : sentence).append('\n');
        }
        return rest.toString();
    }
}
