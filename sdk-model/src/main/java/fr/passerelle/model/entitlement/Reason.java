package fr.passerelle.model.entitlement;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why the response is what it is. The sentences stand in {@code reasons.properties} and {@code reasons_fr.properties}.
 */
public enum Reason {
    /** Entitled: a first credit. */
    NEW_GRANT,
    /** Entitled past the usual age, thanks to a registration in time. */
    NEW_GRANT_LATE_FINISH,
    /** Entitled under the rules before the reform, thanks to a registration before it. */
    NEW_GRANT_PRE_REFORM_RIGHTS,
    /** Entitled: what is left of the old credit and new money, on a new credit. */
    TRANSFER_AND_NEW_GRANT,
    /** Entitled: more money on the credit that is there. */
    RECREDIT,
    /** Entitled: the bonus. */
    BONUS,
    /** Entitled to the status that books free offers, without money. */
    FREE_OFFERS_ONLY,
    /** Nothing to add: what the age gives was granted before. */
    ALREADY_GRANTED,
    /** Nothing to add: the credit of old can still be spent. */
    ACTIVE,
    /** Nothing to add: the credit of old has ended. */
    EXPIRED,
    /** Not old enough yet. */
    TOO_YOUNG,
    /** Too old, without a registration that would keep a right. */
    TOO_OLD,
    /** The scheme for this age is announced, but not open yet. */
    SCHEME_NOT_OPEN_FOR_AGE,
    /** The department was not part of the experiment. */
    TERRITORY_NOT_IN_EXPERIMENT,
    /** The territory is not covered. */
    TERRITORY_EXCLUDED,
    /** The server refuses the postal code. */
    INELIGIBLE_POSTAL_CODE,
    /** Not resident for more than one year yet. */
    RESIDENCY_UNDER_ONE_YEAR,
    /** The bonus cannot be asked for at this age. */
    NOT_ELIGIBLE_AGE,
    /** The credit is not of the kind that takes a bonus. */
    NOT_ELIGIBLE_SCHEME,
    /** The family quotient is above the limit of the bonus. */
    QUOTIENT_FAMILIAL_TOO_HIGH,
    /** A right that could not be asked for anywhere yet. */
    CHANNEL_NOT_OPEN;

    private static final String BUNDLE = "fr.passerelle.model.entitlement.reasons";

    /**
     * A sentence for people: never more than "probably entitled".
     *
     * @param locale French gets French, every other language gets English
     */
    public String sentence(Locale locale) {
        Locale spoken = "fr".equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
        return ResourceBundle.getBundle(BUNDLE, spoken, Reason.class.getModule())
                .getString(name().toLowerCase(Locale.ROOT));
    }
}
