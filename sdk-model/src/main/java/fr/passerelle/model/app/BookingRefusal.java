package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/**
 * Why the app refuses to book or to cancel: its error codes, and the fields of its field and message pairs (rule book
 * 3.1, 3.4).
 */
public final class BookingRefusal extends OpenEnum {

    private static final Constants<BookingRefusal> WORDS = new Constants<>(BookingRefusal::new);

    /** The category is for people with the adult role only. */
    public static final BookingRefusal CATEGORY_NOT_BOOKABLE = WORDS.known("OFFER_CATEGORY_NOT_BOOKABLE_BY_USER");

    /** Free offers are for people with a beneficiary role. */
    public static final BookingRefusal FREE_OFFERS = WORDS.known("cannotBookFreeOffers");

    /** The person has booked this offer, and not cancelled it. After a lost response: perhaps just now. */
    public static final BookingRefusal ALREADY_BOOKED = WORDS.known("ALREADY_BOOKED");

    /** Neither one place, nor two of an offer for two. */
    public static final BookingRefusal QUANTITY = WORDS.known("quantity");

    /** There is no such stock. */
    public static final BookingRefusal STOCK = WORDS.known("stock");

    /** The date or the goods cannot be booked, or not that many. */
    public static final BookingRefusal STOCK_NOT_BOOKABLE = WORDS.known("STOCK_NOT_BOOKABLE");

    /** The credit or one of its ceilings is not enough, or there is none. */
    public static final BookingRefusal INSUFFICIENT_CREDIT = WORDS.known("INSUFFICIENT_CREDIT");

    /** No activation code is left. */
    public static final BookingRefusal NO_ACTIVATION_CODE = WORDS.known("noActivationCodeAvailable");

    /** The vendor's ticketing did not respond in time. */
    public static final BookingRefusal PROVIDER_TIMEOUT = WORDS.known("PROVIDER_BOOKING_TIMEOUT");

    /** The vendor's ticketing has not enough seats left. */
    public static final BookingRefusal PROVIDER_NOT_ENOUGH_SEATS = WORDS.known("PROVIDER_STOCK_NOT_ENOUGH_SEATS");

    /** The vendor's ticketing does not know the show. */
    public static final BookingRefusal PROVIDER_SHOW_UNKNOWN = WORDS.known("PROVIDER_SHOW_DOES_NOT_EXIST");

    /** The vendor's ticketing refused or gave a response of no use. */
    public static final BookingRefusal PROVIDER_FAILED = WORDS.known("EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED");

    /** The cinema's ticketing failed. */
    public static final BookingRefusal CINEMA_PROVIDER_ERROR = WORDS.known("CINEMA_PROVIDER_ERROR");

    /** The cinema's ticketing is switched off. */
    public static final BookingRefusal CINEMA_PROVIDER_INACTIVE = WORDS.known("CINEMA_PROVIDER_INACTIVE");

    /** The cinema's ticketing refused. */
    public static final BookingRefusal CINEMA_PROVIDER_FAILED = WORDS.known("CINEMA_PROVIDER_BOOKING_FAILED");

    /** Not to be cancelled: it was used, and perhaps paid to the venue. */
    public static final BookingRefusal ALREADY_USED = WORDS.known("ALREADY_USED");

    /** Not to be cancelled: the limit has passed. */
    public static final BookingRefusal CONFIRMED_BOOKING = WORDS.known("CONFIRMED_BOOKING");

    /** Not to be cancelled: the vendor's ticketing did not take the ticket back. */
    public static final BookingRefusal PROVIDER_KEEPS_TICKET = WORDS.known("FAILED_TO_CANCEL_EXTERNAL_BOOKING");

    private BookingRefusal(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static BookingRefusal of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<BookingRefusal> values() {
        return WORDS.all();
    }
}
