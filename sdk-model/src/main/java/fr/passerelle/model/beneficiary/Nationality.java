package fr.passerelle.model.beneficiary;

import java.util.Locale;
import java.util.Set;

/** What the condition of residence asks of a nationality (rule book 1.4): only these two groups differ. */
public enum Nationality {
    /** French, or a national of another state of the EU or the EEA, or of Switzerland. */
    EU_EEA_SWISS,

    /** Any other: legal residence of more than one year is asked for. */
    OTHER;

    private static final Set<String> FREE_TO_SETTLE =
            Set.of(("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH "
                            + "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT "
                            + "ROU SVK SVN ESP SWE ISL LIE NOR CHE "
                            + "FRENCH FRANCE EU UE EEA EEE EU_EEA EU_EEA_CH EU_EEA_SWISS SWISS")
                    .split(" "));

    /**
     * Reads a group or an ISO 3166 country code, in any case; whatever is not known to be of the first group is of the
     * second.
     */
    public static Nationality of(String word) {
        String tidy = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace('/', '_');
        return FREE_TO_SETTLE.contains(tidy) ? EU_EEA_SWISS : OTHER;
    }
}
