package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why something about donated places is refused (invitations 3 and 4). The sentences for the screen stand in
 * {@code refusals.properties} and {@code refusals_fr.properties}.
 */
public final class Refusal extends OpenEnum {

    private static final String BUNDLE = "fr.passerelle.model.invitation.refusals";

    private static final Constants<Refusal> WORDS = new Constants<>(Refusal::new);

    /** The thing is in a state that this version does not know. */
    public static final Refusal UNKNOWN_STATE = WORDS.known("unknown-state");

    /** The allotment ends only after it was closed or withdrawn. */
    public static final Refusal STILL_OPEN = WORDS.known("still-open");

    /** What was left has gone back to the donor. */
    public static final Refusal ALLOTMENT_CLOSED = WORDS.known("allotment-closed");

    /** The donor took back what was not promised. */
    public static final Refusal ALLOTMENT_WITHDRAWN = WORDS.known("allotment-withdrawn");

    /** Nothing moves after the session has begun. */
    public static final Refusal SESSION_BEGUN = WORDS.known("session-begun");

    /** The session has not begun, so it cannot be over. */
    public static final Refusal SESSION_NOT_BEGUN = WORDS.known("session-not-begun");

    /** The session is over. */
    public static final Refusal SESSION_OVER = WORDS.known("session-over");

    /** The session does not take place. */
    public static final Refusal SESSION_CANCELLED = WORDS.known("session-cancelled");

    /** No place is left, and none is about to come back. */
    public static final Refusal FULL = WORDS.known("full");

    /** Too few places are free now, but enough are held for some minutes only: ask again after that. */
    public static final Refusal CAPACITY_HELD = WORDS.known("capacity-held");

    /** The places of a call are drawn, and not booked freely. */
    public static final Refusal BY_CALL_ONLY = WORDS.known("by-call-only");

    /** The structure has what it may have in this period. */
    public static final Refusal PERIOD_LIMIT = WORDS.known("period-limit");

    /** The same id was sent before with another content. */
    public static final Refusal ALREADY_DIFFERENT = WORDS.known("already-different");

    /** More is given back or booked than there is. */
    public static final Refusal MORE_THAN_THERE_IS = WORDS.known("more-than-there-is");

    /** There is no such thing, or it belongs to somebody else. */
    public static final Refusal NOT_FOUND = WORDS.known("not-found");

    /** It must be confirmed first. */
    public static final Refusal NOT_CONFIRMED = WORDS.known("not-confirmed");

    /** It is confirmed. */
    public static final Refusal ALREADY_CONFIRMED = WORDS.known("already-confirmed");

    /** Every place of the allocation is booked or given back. */
    public static final Refusal ALREADY_SPENT = WORDS.known("already-spent");

    /** The structure declined the allocation. */
    public static final Refusal ALREADY_DECLINED = WORDS.known("already-declined");

    /** Nobody confirmed the allocation in time. */
    public static final Refusal CONFIRMED_TOO_LATE = WORDS.known("confirmed-too-late");

    /** The hold became a booking. */
    public static final Refusal HOLD_CONVERTED = WORDS.known("hold-converted");

    /** The hold ran out and counts for nothing. */
    public static final Refusal HOLD_EXPIRED = WORDS.known("hold-expired");

    /** The hold was given back. */
    public static final Refusal HOLD_RELEASED = WORDS.known("hold-released");

    /** The donor refused the booking. */
    public static final Refusal ALREADY_REFUSED = WORDS.known("already-refused");

    /** The places were given back. */
    public static final Refusal ALREADY_RELEASED = WORDS.known("already-released");

    /** Who came has been told. */
    public static final Refusal ALREADY_ATTENDED = WORDS.known("already-attended");

    /** The voucher let somebody in. */
    public static final Refusal ALREADY_USED = WORDS.known("already-used");

    /** The voucher was given back or cancelled. */
    public static final Refusal VOUCHER_VOID = WORDS.known("voucher-void");

    /** The operator has not accepted the structure, or suspended it. */
    public static final Refusal STRUCTURE_NOT_ACTIVE = WORDS.known("structure-not-active");

    /** The call takes no more wishes. */
    public static final Refusal CALL_CLOSED = WORDS.known("call-closed");

    /** The call still takes wishes. */
    public static final Refusal CALL_NOT_CLOSED = WORDS.known("call-not-closed");

    /** The call is not drawn yet. */
    public static final Refusal CALL_NOT_DRAWN = WORDS.known("call-not-drawn");

    /** As many are under way as one may have at once. */
    public static final Refusal TOO_MANY_AT_ONCE = WORDS.known("too-many-at-once");

    private Refusal(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static Refusal of(String value) {
        return WORDS.of(value);
    }

    /** Every refusal known today. */
    public static List<Refusal> values() {
        return WORDS.all();
    }

    /** A sentence for the screen, of a refusal that has no number of minutes. */
    public String sentence(Locale locale) {
        return sentence(locale, 0);
    }

    /**
     * A sentence for the screen; the word itself of a refusal that this version does not know.
     *
     * @param locale French gets French, every other language gets English
     * @param minutes after which to try again; only {@link #CAPACITY_HELD} says it
     */
    public String sentence(Locale locale, long minutes) {
        if (!known()) {
            return value();
        }
        Locale spoken = "fr".equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(BUNDLE, spoken, Refusal.class.getModule())
                .getString(value());
        return new MessageFormat(pattern, spoken).format(new Object[] {minutes});
    }
}
