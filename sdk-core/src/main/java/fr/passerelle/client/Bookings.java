package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.error.ForbiddenException;
import fr.passerelle.client.error.GoneException;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.value.Countermark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Bookings, and what happens at the door (reference operations 33 to 37). What a countermark allows and refuses, state
 * by state, stands in {@link fr.passerelle.model.booking.BookingAction}.
 */
public final class Bookings {

    private static final String MEMBER = "bookings";
    private static final TypeReference<Booking> BOOKING = new TypeReference<>() {};
    private static final TypeReference<List<Booking>> BOOKINGS = new TypeReference<>() {};

    private final Calls calls;

    Bookings(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Bookings with(RequestOptions options) {
        return new Bookings(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** The bookings that pass a filter, by id. */
    public Paged<Booking> list(BookingFilter filter) {
        HttpCall list = HttpCall.to(Endpoint.LIST_BOOKINGS)
                .queryIfSet("offerId", filter.offerId())
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("stockId", filter.stockId())
                .queryIfSet("priceCategoryId", filter.priceCategoryId())
                .queryIfSet("status", filter.status())
                .queryIfSet("beginningDatetime", filter.beginning());
        return new Paged<>(new PageSource<>(calls, list, MEMBER, BOOKINGS, Booking::id));
    }

    /** The bookings of one event. */
    public Paged<Booking> ofEvent(long eventId) {
        return list(BookingFilter.ofOffer(eventId));
    }

    /** The bookings of one venue. */
    public Paged<Booking> ofVenue(long venueId) {
        return list(BookingFilter.ofVenue(venueId));
    }

    /** A booking as it is now, by its id: lists begin with the first id that is wanted. */
    Optional<Booking> find(Booking known) {
        HttpCall list = HttpCall.to(Endpoint.LIST_BOOKINGS)
                .query("offerId", known.offerId())
                .query("stockId", known.stockId())
                .query("firstIndex", known.id())
                .query("limit", 1);
        return calls.get(list, MEMBER, BOOKINGS).stream()
                .filter(booking -> booking.id() == known.id())
                .findFirst();
    }

    /**
     * Admits the visitor, or says why not: reads the booking, uses the countermark, and when an answer is lost finds
     * out by the booking's own state whether it was used. The right call for a door.
     *
     * @throws fr.passerelle.client.error.PassCultureException if the door cannot work at all: nobody was admitted then
     */
    public Admission admit(Countermark countermark) {
        return new Admitting(calls).admit(countermark);
    }

    /**
     * The booking of a countermark, if it could be used now.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if the visitor may still cancel, or the booking is paid out
     * @throws fr.passerelle.client.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.client.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public Booking byCountermark(Countermark countermark) {
        return calls.get(HttpCall.to(Endpoint.GET_BOOKING, countermark.value()), BOOKING);
    }

    /**
     * Uses a countermark. After a lost answer it is tried again; a "gone" may then speak of the first try, and says so
     * ({@link fr.passerelle.client.error.ApiException#afterLostAnswer()}). {@link #admit} knows better.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if the visitor may still cancel, or the booking is paid out
     * @throws fr.passerelle.client.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.client.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void use(Countermark countermark) {
        calls.run(HttpCall.to(Endpoint.USE_BOOKING, countermark.value()), Settlement.bySendingAgain());
    }

    /**
     * Takes an admission back: the countermark can be used again.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it was not used, or the booking is paid out
     * @throws fr.passerelle.client.error.GoneException if it is cancelled
     * @throws fr.passerelle.client.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void keep(Countermark countermark) {
        calls.run(
                HttpCall.to(Endpoint.KEEP_BOOKING, countermark.value()),
                (c, failure) -> Optional.of(true).filter(yes -> new Bookings(c).kept(countermark, failure)));
    }

    /** Whether a booking is one that can be used: read so, or told by a second try that it is not used. */
    private boolean kept(Countermark countermark, PassCultureException failure) {
        try {
            byCountermark(countermark);
            return true;
        } catch (GoneException usedOrCancelled) {
            return false;
        } catch (ForbiddenException early) {
            return failure instanceof ForbiddenException && early.errors().containsKey("booking");
        }
    }

    /**
     * Cancels for the visitor. If the vendor issues the tickets, the vendor's cancellation URL is called first. After a
     * lost answer it is tried again; a "gone" may then speak of the first try, and says so
     * ({@link fr.passerelle.client.error.ApiException#afterLostAnswer()}).
     *
     * @throws fr.passerelle.client.error.ForbiddenException if the visitor's own window is closed, or the booking is
     *     paid out
     * @throws fr.passerelle.client.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.client.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void cancel(Countermark countermark) {
        calls.run(HttpCall.to(Endpoint.CANCEL_BOOKING, countermark.value()), Settlement.bySendingAgain());
    }

    /** {@link Bookings}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** All pages of {@link Bookings#list(BookingFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Booking>> list(BookingFilter filter) {
            return calls.allLater(c -> new Bookings(c).list(filter).toList());
        }

        /** See {@link Bookings#byCountermark(Countermark)}. */
        public CompletableFuture<Booking> byCountermark(Countermark countermark) {
            return calls.later(c -> new Bookings(c).byCountermark(countermark));
        }

        /** See {@link Bookings#admit(Countermark)}. */
        public CompletableFuture<Admission> admit(Countermark countermark) {
            return calls.later(c -> new Bookings(c).admit(countermark));
        }

        /** See {@link Bookings#use(Countermark)}. */
        public CompletableFuture<Void> use(Countermark countermark) {
            return calls.runLater(c -> new Bookings(c).use(countermark));
        }

        /** See {@link Bookings#keep(Countermark)}. */
        public CompletableFuture<Void> keep(Countermark countermark) {
            return calls.runLater(c -> new Bookings(c).keep(countermark));
        }

        /** See {@link Bookings#cancel(Countermark)}. */
        public CompletableFuture<Void> cancel(Countermark countermark) {
            return calls.runLater(c -> new Bookings(c).cancel(countermark));
        }
    }
}
