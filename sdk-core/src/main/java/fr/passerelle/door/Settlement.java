package fr.passerelle.door;

import java.util.Locale;

/** What a programme says to an admission of a door. */
public enum Settlement {
    /** It has it as used now. */
    USED,
    /** A response was lost, and the booking shows as used since: by this door, as far as anybody can tell. */
    USED_AFTER_DOUBT,
    /** It has it as not used any more. */
    KEPT,
    /** Not yet: the beneficiary may still cancel. Sent again next time. */
    TOO_EARLY,
    /** It was used by somebody else before. */
    USED_ELSEWHERE,
    /** It was cancelled. */
    CANCELLED,
    /** It was used or cancelled before: the programme does not say which. */
    USED_OR_CANCELLED,
    /** It is for another date, and was not used. */
    NOT_TONIGHT,
    /** The programme does not know the code. */
    UNKNOWN,
    /** It was used, and paid to the venue before. */
    PAID_OUT,
    /** More people came in than the booking is for. It is used. */
    TOO_MANY,
    /** The structure that owns the venue is closed. */
    CLOSED,
    /** An admission was taken back at the door, and cannot be at the programme any more. */
    NOT_KEPT;

    /**
     * A few words for a report, such as {@code used elsewhere}.
     *
     * @param locale French for {@link Locale#FRENCH} and its countries, English for all others
     */
    public String title(Locale locale) {
        return ScanResult.text(locale, this, "settlement");
    }

    /** Whether somebody has to look at it. */
    public boolean conflict() {
        return compareTo(USED_ELSEWHERE) >= 0;
    }
}
