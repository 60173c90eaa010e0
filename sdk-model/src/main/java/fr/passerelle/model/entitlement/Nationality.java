package fr.passerelle.model.entitlement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the condition of residence asks of a nationality (rule book 1.4): only these two groups differ. */
public enum Nationality {
    /** French, or a national of another state of the EU or the EEA, or of Switzerland. */
    EU_EEA_SWISS,

    /** Any other: legal residence of more than one year is asked for. */
    OTHER;

    private static final Set<String> FREE_TO_SETTLE =
            Set.of(("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH "
                            + "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT "
                            + "ROU SVK SVN ESP SWE ISL LIE NOR CHE FRANCE FRENCH SWISS EU EEA UE EEE OR")
                    .split(" "));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z]+");

    /**
     * Reads a group ({@code EU_EEA_SWISS}, {@code non-EU}) or an ISO 3166 country code, in any case; whatever is not
     * known to be of the first group is of the second.
     */
    public static Nationality of(String text) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(text.toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return !words.isEmpty() && FREE_TO_SETTLE.containsAll(words) ? EU_EEA_SWISS : OTHER;
    }
}
