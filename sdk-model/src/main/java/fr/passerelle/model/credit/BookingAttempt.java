package fr.passerelle.model.credit;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Somebody asks to book something: everything that the server looks at (rule book 3.1). */
@Value.Immutable
@ResponseStyle
public abstract class BookingAttempt {

    private static final int DUO = 2;

    /** The roles of the person; empty for the general public. */
    public abstract Set<Role> roles();

    /** The credit that counts, even an expired one; null if the person never had any. */
    public abstract @Nullable CreditLedger ledger();

    /** What is asked for: category, price and places. */
    public abstract Spending asked();

    /** Whether the offer can be booked for two. */
    @Value.Default
    public boolean duoOffer() {
        return false;
    }

    /** The state of the person's other bookings of the same offer, whatever the date. */
    public abstract List<BookingStatus> sameOffer();

    /** The date or goods; without any limit unless set. */
    @Value.Default
    public Stock stock() {
        return Stock.builder().build();
    }

    BookingAttempt() {} // only the generated class extends it

    /** Starts an attempt. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first reason to refuse at this instant, in the server's order; null if it can be booked. */
    public @Nullable Refusal refusal(Instant at, Interpretation reading) {
        if (forbiddenToMinors()) {
            return Refusal.OFFER_CATEGORY_NOT_BOOKABLE_BY_USER;
        }
        if (free() && roles().isEmpty()) {
            return Refusal.CANNOT_BOOK_FREE_OFFERS;
        }
        if (sameOffer().stream().anyMatch(status -> !status.equals(BookingStatus.CANCELLED))) {
            return Refusal.ALREADY_BOOKED;
        }
        if (!quantityAllowed(asked().quantity(), duoOffer())) {
            return Refusal.QUANTITY_INVALID;
        }
        if (!stock().bookable(asked().quantity(), at)) {
            return Refusal.STOCK_NOT_BOOKABLE;
        }
        CreditLedger ledger = ledger();
        return ledger == null ? Refusal.INSUFFICIENT_FUNDS : ledger.refusal(asked(), at, reading);
    }

    /** Whether it can be booked at this instant, by the server's reading. */
    public boolean allowed(Instant at) {
        return refusal(at, Interpretation.SERVER) == null;
    }

    /** One place, or two of an offer for two. */
    public static boolean quantityAllowed(int quantity, boolean duoOffer) {
        return quantity == 1 || (quantity == DUO && duoOffer);
    }

    /** Only the role tells an adult, not the age (rule book 3.6). */
    private boolean forbiddenToMinors() {
        return !roles().contains(Role.BENEFICIARY) && asked().category().forbiddenToMinors(free());
    }

    private boolean free() {
        return asked().unitPrice().equals(Price.FREE);
    }

    /** Builds an attempt. */
    public static final class Builder extends ImmutableBookingAttempt.Builder {
        Builder() {}
    }
}
