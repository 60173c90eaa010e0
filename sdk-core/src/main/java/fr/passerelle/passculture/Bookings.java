package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.http.AsyncPagedById;
import fr.passerelle.http.PagedById;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
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

    private final RequestExecutor requests;

    Bookings(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Bookings with(RequestOptions options) {
        return new Bookings(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** The bookings that pass a filter, by id. */
    public PagedById<Booking> list(BookingFilter filter) {
        return source(requests, filter).paged();
    }

    private static PageSource<Booking> source(RequestExecutor requests, BookingFilter filter) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_BOOKINGS)
                .queryIfSet("offerId", filter.offerId())
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("stockId", filter.stockId())
                .queryIfSet("priceCategoryId", filter.priceCategoryId())
                .queryIfSet("status", filter.status())
                .queryIfSet("beginningDatetime", filter.beginning());
        return new PageSource<>(requests, list, MEMBER, BOOKINGS, Booking::id);
    }

    /** The bookings of one event. */
    public PagedById<Booking> ofEvent(long eventId) {
        return list(BookingFilter.ofOffer(eventId));
    }

    /** The bookings of one venue. */
    public PagedById<Booking> ofVenue(long venueId) {
        return list(BookingFilter.ofVenue(venueId));
    }

    /** A booking as it is now, by its id: lists begin with the first id that is wanted. */
    static CompletableFuture<Optional<Booking>> find(Operation operation, Booking known) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_BOOKINGS)
                .query("offerId", known.offerId())
                .query("stockId", known.stockId())
                .query("firstIndex", known.id())
                .query("limit", 1);
        return Stages.map(
                operation.execute(list, MEMBER, BOOKINGS),
                bookings -> bookings.stream()
                        .filter(booking -> booking.id() == known.id())
                        .findFirst());
    }

    /**
     * Admits the beneficiary, or says why not: reads the booking, then uses the countermark. When a response is lost it
     * is used again; if the booking is used by then, another door may have been first, and the outcome is
     * {@link Admission.Outcome#UNCERTAIN}. The right call for a door.
     *
     * @throws fr.passerelle.error.CallException if the door cannot work at all: nobody was admitted then
     */
    public Admission admit(Countermark countermark) {
        return requests.interactive().await(operation -> Admitting.admit(operation, countermark));
    }

    /**
     * The booking of a countermark, if it could be used now.
     *
     * @throws fr.passerelle.error.ForbiddenException if the beneficiary may still cancel, or the booking is paid out
     * @throws fr.passerelle.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public Booking byCountermark(Countermark countermark) {
        return requests.interactive().await(operation -> byCountermark(operation, countermark));
    }

    static CompletableFuture<Booking> byCountermark(Operation operation, Countermark countermark) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_BOOKING, countermark.value()), BOOKING);
    }

    /**
     * Uses a countermark. After a lost response it is tried again; a "gone" may then speak of the first try, and says
     * so ({@link fr.passerelle.error.ApiException#afterLostResponse()}). {@link #admit} knows better.
     *
     * @throws fr.passerelle.error.ForbiddenException if the beneficiary may still cancel, or the booking is paid out
     * @throws fr.passerelle.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void use(Countermark countermark) {
        requests.interactive().await(operation -> use(operation, countermark));
    }

    static CompletableFuture<Boolean> use(Operation operation, Countermark countermark) {
        return operation.run(HttpCall.to(PassCultureEndpoint.USE_BOOKING, countermark.value()));
    }

    /**
     * Takes an admission back: the countermark can be used again. After a lost response it is tried again; that it was
     * not used then may speak of the first try ({@link fr.passerelle.error.ApiException#afterLostResponse()}), unless
     * {@link RequestOptions.Builder#readBeforeWrite} lets the booking tell.
     *
     * @throws fr.passerelle.error.ForbiddenException if it was not used, or the booking is paid out
     * @throws fr.passerelle.error.GoneException if it is cancelled
     * @throws fr.passerelle.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void keep(Countermark countermark) {
        requests.interactive().await(operation -> keep(operation, countermark));
    }

    private static CompletableFuture<Boolean> keep(Operation operation, Countermark countermark) {
        return operation.run(
                HttpCall.to(PassCultureEndpoint.KEEP_BOOKING, countermark.value()),
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reaching(read -> isUnused(read, countermark))
                        : null);
    }

    /** Whether a booking is neither used nor cancelled: it can be used, now or later. */
    private static CompletableFuture<Boolean> isUnused(Operation operation, Countermark countermark) {
        return Stages.handle(byCountermark(operation, countermark), usable -> Stages.done(true), failure -> {
            if (failure instanceof GoneException) {
                return Stages.done(false);
            }
            boolean early = failure instanceof ForbiddenException refused
                    && refused.errors().containsKey("booking");
            return early ? Stages.done(true) : Stages.failed(failure);
        });
    }

    /**
     * Cancels for the beneficiary. If the vendor issues the tickets, the vendor's cancellation URL is called first.
     * After a lost response it is tried again; a "gone" may then speak of the first try, and says so
     * ({@link fr.passerelle.error.ApiException#afterLostResponse()}).
     *
     * @throws fr.passerelle.error.ForbiddenException if the beneficiary's own window is closed, or the booking is paid
     *     out
     * @throws fr.passerelle.error.GoneException if it is used or cancelled
     * @throws fr.passerelle.error.NotFoundException if nobody the vendor reaches has this countermark
     */
    public void cancel(Countermark countermark) {
        requests.interactive().await(operation -> cancel(operation, countermark));
    }

    private static CompletableFuture<Boolean> cancel(Operation operation, Countermark countermark) {
        return operation.run(HttpCall.to(PassCultureEndpoint.CANCEL_BOOKING, countermark.value()));
    }

    /** {@link Bookings}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** All pages of {@link Bookings#list(BookingFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Booking>> list(BookingFilter filter) {
            return paged(filter).toList();
        }

        /** All pages of {@link Bookings#ofEvent(long)}, each with a deadline of its own. */
        public CompletableFuture<List<Booking>> ofEvent(long eventId) {
            return list(BookingFilter.ofOffer(eventId));
        }

        /** All pages of {@link Bookings#ofVenue(long)}, each with a deadline of its own. */
        public CompletableFuture<List<Booking>> ofVenue(long venueId) {
            return list(BookingFilter.ofVenue(venueId));
        }

        /** {@link Bookings#list(BookingFilter)}, page by page. */
        public AsyncPagedById<Booking> paged(BookingFilter filter) {
            return source(requests, filter).asyncPaged();
        }

        /** See {@link Bookings#byCountermark(Countermark)}. */
        public CompletableFuture<Booking> byCountermark(Countermark countermark) {
            return requests.interactive().submit(operation -> Bookings.byCountermark(operation, countermark));
        }

        /** See {@link Bookings#admit(Countermark)}. */
        public CompletableFuture<Admission> admit(Countermark countermark) {
            return requests.interactive().submit(operation -> Admitting.admit(operation, countermark));
        }

        /** See {@link Bookings#use(Countermark)}. */
        public CompletableFuture<Void> use(Countermark countermark) {
            return requests.interactive().submitVoid(operation -> Bookings.use(operation, countermark));
        }

        /** See {@link Bookings#keep(Countermark)}. */
        public CompletableFuture<Void> keep(Countermark countermark) {
            return requests.interactive().submitVoid(operation -> Bookings.keep(operation, countermark));
        }

        /** See {@link Bookings#cancel(Countermark)}. */
        public CompletableFuture<Void> cancel(Countermark countermark) {
            return requests.interactive().submitVoid(operation -> Bookings.cancel(operation, countermark));
        }
    }
}
