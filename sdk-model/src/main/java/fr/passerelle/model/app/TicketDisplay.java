package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** How the app shows a ticket. */
public final class TicketDisplay extends OpenEnum {

    private static final Constants<TicketDisplay> WORDS = new Constants<>(TicketDisplay::new);

    /** A QR code: of the countermark, or of a barcode of the vendor. Until May 2026. */
    public static final TicketDisplay QR_CODE = WORDS.known("qr_code");

    /** A voucher. */
    public static final TicketDisplay VOUCHER = WORDS.known("voucher");

    /** A ticket to show at the door. */
    public static final TicketDisplay TICKET = WORDS.known("ticket");

    /** A code to type in on line. */
    public static final TicketDisplay ONLINE_CODE = WORDS.known("online_code");

    /** Nothing yet: the barcode appears 48 h before the event. Until May 2026. */
    public static final TicketDisplay NOT_VISIBLE = WORDS.known("not_visible");

    /** A barcode of the vendor (since May 2026). */
    public static final TicketDisplay EXTERNAL_TICKET = WORDS.known("external_ticket");

    /** A barcode of the vendor that appears 48 h before the event (since May 2026). */
    public static final TicketDisplay HIDDEN_EXTERNAL_TICKET = WORDS.known("hidden_external_ticket");

    /** A voucher to show at a cinema (since May 2026). */
    public static final TicketDisplay CINEMA_VOUCHER = WORDS.known("cinema_voucher");

    /** None is needed: the name on the list does (since 2026, for live music). */
    public static final TicketDisplay NO_TICKET = WORDS.known("no_ticket");

    /** It came by e-mail. */
    public static final TicketDisplay EMAIL_SENT = WORDS.known("email_sent");

    /** It will come by e-mail. */
    public static final TicketDisplay EMAIL_WILL_BE_SENT = WORDS.known("email_will_be_sent");

    private TicketDisplay(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static TicketDisplay of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<TicketDisplay> values() {
        return WORDS.all();
    }
}
