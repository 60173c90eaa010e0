package fr.passerelle.season.agenda;

import fr.passerelle.commandline.read.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a record tells its readers, in words, that it does not take place or is full: {@code Concert ANNULÉ},
 * {@code [COMPLET] Atelier}, {@code Le spectacle est reporté au 12 mai}. Agendas often say it nowhere else.
 */
final class CalledOff {

    /** What was moved <em>from</em> another day takes place: {@code reporté du 3 avril}. */
    private static final String POSTPONED = "report[ée]e?s?(?!\\s+(?:du|depuis)\\b)";

    private static final String CANCELLED = "annul[ée]e?s?|d[ée]programm[ée]e?s?";
    private static final String NOT_HELD =
            "n['’]aur(?:a|ont) (?:finalement |malheureusement )?(?:pas|plus) lieu|non maintenue?s?";
    private static final String FULL = "compl(?:et|[èe]te)s?";

    /** In a title these words have no other use worth selling a ticket for. */
    private static final Pattern ANYWHERE =
            Pattern.compile("(?iuU)(?<![\\p{L}\\p{N}])(" + CANCELLED + "|annulations?|" + NOT_HELD + "|" + POSTPONED
                    + "|report\\s+au|cancell?ed|postponed|sold[\\s-]?out|guichets?\\s+ferm[ée]s?)(?![\\p{L}\\p{N}])");

    /** "Complet" is an everyday word: it tells at an end of the title and set apart, or in capitals. */
    private static final Pattern SET_APART = Pattern.compile("(?iuU)^\\W*(report|suspendue?s?|supprim[ée]e?s?|" + FULL
            + ")\\s*[:!)\\]/|*–—-].*|.*[(\\[–—-]\\s*(suspendue?s?|supprim[ée]e?s?|" + FULL + ")\\W*$");

    private static final String CAPITAL_FULL = "COMPL(?:ET|[ÈE]TE)S?";
    private static final Pattern IN_CAPITALS = Pattern.compile("(?U)\\b(" + CAPITAL_FULL + ")\\b");
    private static final Pattern AT_AN_END =
            Pattern.compile("(?U)^\\W*(" + CAPITAL_FULL + ")\\b.*|.*\\b(" + CAPITAL_FULL + ")\\W*$");

    /** "Concert complet", but "L'intégrale complète" and "Stage complet de poterie". */
    private static final Pattern FULL_IN_THE_END = Pattern.compile(
            "(?iuU)^\\W*(?:concert|spectacle|séance|atelier|visite|soirée|conférence|rencontre|projection|balade)s?\\s+(supprim[ée]e?s?|"
                    + FULL + ")\\W*$");

    private static final Pattern SENTENCES = Pattern.compile("[.!?\\n]+");
    private static final Pattern OPENS_WITH = Pattern.compile("(?U)^\\W*(ANNUL[ÉE]E?S?|D[ÉE]PROGRAMM[ÉE]E?S?"
            + "|REPORT[ÉE]E?S?(?!\\s+(?i:du|depuis)\\b)|" + CAPITAL_FULL
            + ")\\b.*|^\\W*(?:(?iu:attention|désolée?s?|information)\\W+)?((?iu:" + CANCELLED + "|"
            + FULL + "|report[ée]e?s?))\\W*$");
    private static final String WHAT =
            "(?iuU)\\b(?:[ée]v[éèe]nement|concert|spectacle|s[ée]ance|atelier|repr[ée]sentation|visite|stage|soir[ée]e"
                    + "|manifestation|conf[ée]rence|rencontre|festival|date|projection|exposition|balade|sortie)s?\\s+";
    /** "Le concert du 6 février est annulé", "prévu le samedi 6". */
    private static final String OF_A_DAY = "(?:(?:du|de|le|ce|prévue?s?|initialement|\\d{1,2}(?:er)?|\\d{4}"
            + "|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
            + "|octobre|novembre|décembre)\\s+){0,8}";

    private static final String IS =
            "(?:est|sont|a été|ont été|a dû être|ont dû être|affiche(?:nt)?)\\s+(?:(?:malheureusement|finalement|désormais|déjà)\\s+)?";
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("(?iuU)(?<![\\p{L}\\p{N}])(" + NOT_HELD + ")(?![\\p{L}\\p{N}])"),
            Pattern.compile(WHAT + OF_A_DAY + "(?:" + IS + ")?(" + CANCELLED + "|" + POSTPONED + ")(?![\\p{L}\\p{N}])"),
            Pattern.compile(WHAT + OF_A_DAY + IS + "(" + FULL + ")(?![\\p{L}\\p{N}])"));

    /** Rain may cancel anything. */
    private static final Pattern PERHAPS = Pattern.compile(
            "(?iuU)\\b(?:en cas|si|s['’]ils?|lorsqu\\p{L}*|quand|remplac\\p{L}*|sinon)\\b|\\b(?:toute?|chaque) \\p{L}+ (?:annul|report)");

    private static final Set<String> KEYWORDS = Set.of(
            "annule",
            "annulee",
            "annulation",
            "evenementannule",
            "deprogramme",
            "reporte",
            "reportee",
            "evenementreporte",
            "complet",
            "evenementcomplet",
            "soldout",
            "cancelled",
            "canceled",
            "postponed");

    private CalledOff() {}

    /** The word of a title that says so. */
    static Optional<String> inTitle(String title) {
        String composed = Normalizer.normalize(title, Normalizer.Form.NFC);
        boolean allCapitals = composed.equals(composed.toUpperCase(Locale.ROOT));
        return found(ANYWHERE.matcher(composed))
                .or(() -> found(SET_APART.matcher(composed)))
                .or(() -> found(FULL_IN_THE_END.matcher(composed)))
                .or(() -> found((allCapitals ? AT_AN_END : IN_CAPITALS).matcher(composed)));
    }

    /** The words of a description that say so. */
    static Optional<String> inText(String text) {
        for (String sentence : SENTENCES.split(Normalizer.normalize(text, Normalizer.Form.NFC), -1)) {
            Optional<String> said = found(OPENS_WITH.matcher(sentence.strip()));
            for (Pattern pattern : SAID) {
                said = said.or(() -> found(pattern.matcher(sentence)));
            }
            if (said.isPresent() && !PERHAPS.matcher(sentence).find()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** The keyword of a list that says so. */
    static Optional<String> inKeywords(String keywords) {
        for (String keyword : keywords.split("[,;|]", -1)) {
            if (KEYWORDS.contains(Words.joined(keyword))) {
                return Optional.of(keyword.strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> found(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
