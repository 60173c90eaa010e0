package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Why a booking was cancelled (rule book 3.11). */
public final class CancellationReason extends OpenEnum {

    private static final Constants<CancellationReason> WORDS = new Constants<>(CancellationReason::new);

    /** By the venue. */
    public static final CancellationReason OFFERER = WORDS.known("OFFERER");

    /** By the person who booked. */
    public static final CancellationReason BENEFICIARY = WORDS.known("BENEFICIARY");

    /** It was not collected in time. */
    public static final CancellationReason EXPIRED = WORDS.known("EXPIRED");

    /** It was fraud. */
    public static final CancellationReason FRAUD = WORDS.known("FRAUD");

    /** It looked like fraud. */
    public static final CancellationReason FRAUD_SUSPICION = WORDS.known("FRAUD_SUSPICION");

    /** The offer was not allowed. */
    public static final CancellationReason FRAUD_INAPPROPRIATE = WORDS.known("FRAUD_INAPPROPRIATE");

    /** By the school. */
    public static final CancellationReason REFUSED_BY_INSTITUTE = WORDS.known("REFUSED_BY_INSTITUTE");

    /** After a finance incident. */
    public static final CancellationReason FINANCE_INCIDENT = WORDS.known("FINANCE_INCIDENT");

    /** By the programme. */
    public static final CancellationReason BACKOFFICE = WORDS.known("BACKOFFICE");

    /** By the programme: the event is cancelled. */
    public static final CancellationReason BACKOFFICE_EVENT_CANCELLED = WORDS.known("BACKOFFICE_EVENT_CANCELLED");

    /** By the programme: too many were sold. */
    public static final CancellationReason BACKOFFICE_OVERBOOKING = WORDS.known("BACKOFFICE_OVERBOOKING");

    /** By the programme, as the person asked. */
    public static final CancellationReason BACKOFFICE_BENEFICIARY_REQUEST =
            WORDS.known("BACKOFFICE_BENEFICIARY_REQUEST");

    /** By the programme: the offer was changed. */
    public static final CancellationReason BACKOFFICE_OFFER_MODIFIED = WORDS.known("BACKOFFICE_OFFER_MODIFIED");

    /** By the programme: the offer was wrong. */
    public static final CancellationReason BACKOFFICE_OFFER_WITH_WRONG_INFORMATION =
            WORDS.known("BACKOFFICE_OFFER_WITH_WRONG_INFORMATION");

    /** By the programme: the structure has closed down. */
    public static final CancellationReason BACKOFFICE_OFFERER_BUSINESS_CLOSED =
            WORDS.known("BACKOFFICE_OFFERER_BUSINESS_CLOSED");

    /** By the programme, in the name of the venue. */
    public static final CancellationReason OFFERER_CONNECT_AS = WORDS.known("OFFERER_CONNECT_AS");

    /** The structure was closed. */
    public static final CancellationReason OFFERER_CLOSED = WORDS.known("OFFERER_CLOSED");

    private CancellationReason(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CancellationReason of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<CancellationReason> values() {
        return WORDS.all();
    }
}
