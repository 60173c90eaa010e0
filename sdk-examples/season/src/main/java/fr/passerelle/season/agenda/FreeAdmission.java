package fr.passerelle.season.agenda;

import java.util.regex.Pattern;

/** Tells "Gratuit" from "Gratuit pour les moins de 12 ans". */
final class FreeAdmission {

    private static final Pattern FOR_ALL = Pattern.compile(
            "(?iuU)^[\\s,:(-]*(?:(?:pour|à) (?:toute?s?|le (?:grand )?public|tous|toutes)\\b|au chapeau|for all\\b|for everyone\\b"
                    + "|(?:sur|avec|sous réserve d['’e]) ?(?:réservation|inscription)).*");
    private static final Pattern CONDITION = Pattern.compile(
            "(?iuU)^[\\s,:(-]*(?:pour|aux?|sous|sur présentation|avec|à condition|à partir|si|dès|jusqu|lors|le|la|les|chaque|for|with|under|if"
                    + "|moins|[-+<]\\s?\\d+|de\\s\\d{1,2}\\s*ans|enfants?|étudiants?|adhérents?|abonnés?|membres?|demandeurs?|chômeurs?|élèves?)\\b.*");
    private static final Pattern SOME = Pattern.compile(
            "(?iuU)(?:\\bans\\b|\\benfants?|\\bétudiants?|\\badhérents?|\\babonnés?|\\bmembres?|\\bdemandeurs?|\\bchômeurs?|\\bélèves?|\\bhandicap|\\bRSA\\b)");
    private static final Pattern UNNAMED =
            Pattern.compile("(?iuU)^(?:sous|sur présentation|sur justificatif|avec)\\b.*");
    private static final Pattern LAST_SENTENCE = Pattern.compile("[^.;\\n]*$");

    private FreeAdmission() {}

    /** Whether the words after "free" say that it is free for some, or at some time. */
    static boolean isCondition(String after) {
        String flat = after.replace('\n', ' ');
        return CONDITION.matcher(flat).matches() && !FOR_ALL.matcher(flat).matches();
    }

    /** Whether the words before "free" end by saying so: {@code Moins de 26 ans : gratuit}. */
    static boolean isConditionBefore(String before) {
        return before.stripTrailing().endsWith(":")
                && LAST_SENTENCE.matcher(before).results().anyMatch(found -> isForSome(found.group()));
    }

    /**
     * Whether these words ask for something without saying who has it: {@code Sous conditions}, {@code Avec la carte}.
     */
    static boolean isUnnamedCondition(String label) {
        return UNNAMED.matcher(label).matches() && !isForSome(label);
    }

    /** Whether these words name some people rather than everybody. */
    static boolean isForSome(String words) {
        return SOME.matcher(words).find();
    }
}
