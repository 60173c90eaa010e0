package fr.passerelle.door;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a scan comes to. The sentences for the screen stand in {@code scans.properties} and {@code scans_fr.properties}.
 */
public enum ScanResult {
    /** Let them in: it is written down. */
    ADMITTED(Light.GREEN),
    /** As many as the ticket is for are in: {@link Scan#when()} and {@link Scan#door()} say since when and where. */
    ALREADY_IN(Light.RED),
    /** More people than the ticket has places left. */
    TOO_MANY(Light.RED),
    /** The booking is cancelled. */
    CANCELLED(Light.RED),
    /** The programme has it as used, and not by the journal of this door; it does not say when. */
    USED_ELSEWHERE(Light.RED),
    /** Used or cancelled: the programme does not say which (partner-api 7.2). */
    USED_OR_CANCELLED(Light.RED),
    /** The beneficiary may still cancel, or a voucher is not yet valid: {@link Scan#when()} says until when. */
    TOO_EARLY(Light.RED),
    /** Good, but for another date: {@link Scan#when()} says which, if it is known. */
    NOT_TONIGHT(Light.RED),
    /** It was good until {@link Scan#when()}. */
    EXPIRED(Light.RED),
    /** The structure that owns the venue is closed at the programme. */
    CLOSED(Light.RED),
    /** No list has it, and no programme knows it. */
    UNKNOWN(Light.RED),
    /** Its signature is not that of the programme. */
    FORGED(Light.RED),
    /** No source reads codes of this form. */
    NOT_A_CODE(Light.RED),
    /** The admission of this very nonce was taken back: a new scan needs a new one. */
    TAKEN_BACK(Light.RED),
    /** Cannot be checked now: compare the name with the list, then decide. */
    CHECK_ID(Light.AMBER),
    /** Cannot be checked now: decide. */
    ASK_STAFF(Light.AMBER),
    /**
     * The journal cannot be written, a full disk most likely: nobody is let in by this door. A person decides, and
     * notes it on paper.
     */
    JOURNAL_UNAVAILABLE(Light.AMBER);

    private static final String BUNDLE = "fr.passerelle.door.scans";

    /** How a screen shows it, beside its words. */
    public enum Light {
        /** Come in. */
        GREEN,
        /** A person decides. */
        AMBER,
        /** Not so. */
        RED
    }

    private final Light light;

    ScanResult(Light light) {
        this.light = light;
    }

    /** How a screen shows it, beside its words. */
    public Light light() {
        return light;
    }

    /** Two or three words for a screen, such as {@code Come in}. */
    public String title(Locale locale) {
        return text(locale, "title");
    }

    /**
     * A sentence that says what to do.
     *
     * @param locale French for {@link Locale#FRENCH} and its countries, English for all others
     */
    public String sentence(Locale locale) {
        return text(locale, "sentence");
    }

    private String text(Locale locale, String what) {
        return text(locale, this, what);
    }

    static String text(Locale locale, Enum<?> of, String what) {
        Locale spoken = "fr".equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
        return ResourceBundle.getBundle(BUNDLE, spoken, ScanResult.class.getModule())
                .getString(of.name() + "." + what);
    }
}
