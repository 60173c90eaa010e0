package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Siren;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.model.venue.OffererVenues;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The venues that the vendor is linked to (reference operations 3 to 6). */
public final class Venues {

    private static final TypeReference<List<OffererVenues>> OFFERERS = new TypeReference<>() {};
    private static final TypeReference<Venue> VENUE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Venues(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Venues with(RequestOptions options) {
        return new Venues(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Every venue, under the legal structure it belongs to. */
    public List<OffererVenues> all() {
        return requests.await(Venues::all);
    }

    private static CompletableFuture<List<OffererVenues>> all(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_VENUES), OFFERERS);
    }

    /** The venues of one legal structure; empty if none is linked. */
    public List<OffererVenues> ofSiren(Siren siren) {
        return requests.await(operation -> ofSiren(operation, siren));
    }

    private static CompletableFuture<List<OffererVenues>> ofSiren(Operation operation, Siren siren) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_VENUES).query("siren", siren.value()), OFFERERS);
    }

    /**
     * The venue of this number.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none, or none that the vendor is linked to
     */
    public Venue bySiret(Siret siret) {
        return requests.await(operation -> bySiret(operation, siret));
    }

    private static CompletableFuture<Venue> bySiret(Operation operation, Siret siret) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_VENUE, siret.value()), VENUE);
    }

    /**
     * Changes where the programme's messages about one venue go. After a lost response it is sent again; the server
     * fails then if what is to be cleared is cleared already, and the call ends undecided, unless
     * {@link RequestOptions.Builder#readBeforeWrite} lets the venue tell.
     *
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue
     */
    public void updateUrls(long venueId, MessageUrlsPatch patch) {
        requests.await(operation -> updateUrls(operation, venueId, patch));
    }

    private static CompletableFuture<Boolean> updateUrls(Operation operation, long venueId, MessageUrlsPatch patch) {
        return operation.run(
                HttpCall.to(PassCultureEndpoint.UPDATE_VENUE_URLS, venueId).body(operation.json(patch)),
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reaching(read -> isShown(read, venueId, patch))
                        : null);
    }

    private static CompletableFuture<Boolean> isShown(Operation operation, long venueId, MessageUrlsPatch patch) {
        return Stages.map(
                all(operation),
                offerers -> offerers.stream()
                        .flatMap(offerer -> offerer.venues().stream())
                        .anyMatch(venue -> venue.id() == venueId && shows(venue, patch)));
    }

    private static boolean shows(Venue venue, MessageUrlsPatch patch) {
        return shows(venue.notificationUrl(), patch.notificationUrl())
                && shows(venue.bookingUrl(), patch.bookingUrl())
                && shows(venue.cancelUrl(), patch.cancelUrl());
    }

    private static boolean shows(@Nullable String shown, Patch<String> wanted) {
        return wanted.isKeep() || Objects.equals(shown, wanted.value());
    }

    /** {@link Venues}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Venues#all()}. */
        public CompletableFuture<List<OffererVenues>> all() {
            return requests.submit(Venues::all);
        }

        /** See {@link Venues#ofSiren(Siren)}. */
        public CompletableFuture<List<OffererVenues>> ofSiren(Siren siren) {
            return requests.submit(operation -> Venues.ofSiren(operation, siren));
        }

        /** See {@link Venues#bySiret(Siret)}. */
        public CompletableFuture<Venue> bySiret(Siret siret) {
            return requests.submit(operation -> Venues.bySiret(operation, siret));
        }

        /** See {@link Venues#updateUrls(long, MessageUrlsPatch)}. */
        public CompletableFuture<Void> updateUrls(long venueId, MessageUrlsPatch patch) {
            return requests.submitVoid(operation -> Venues.updateUrls(operation, venueId, patch));
        }
    }
}
