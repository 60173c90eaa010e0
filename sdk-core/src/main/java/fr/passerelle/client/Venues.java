package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.value.Siren;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.model.venue.OffererVenues;
import fr.passerelle.model.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The venues that the vendor is linked to (reference operations 3 to 6). */
public final class Venues {

    private static final TypeReference<List<OffererVenues>> OFFERERS = new TypeReference<>() {};
    private static final TypeReference<Venue> VENUE = new TypeReference<>() {};

    private final Calls calls;

    Venues(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Venues with(RequestOptions options) {
        return new Venues(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** Every venue, under the legal structure it belongs to. */
    public List<OffererVenues> all() {
        return calls.get(HttpCall.to(Endpoint.GET_VENUES), OFFERERS);
    }

    /** The venues of one legal structure; empty if none is linked. */
    public List<OffererVenues> ofSiren(Siren siren) {
        return calls.get(HttpCall.to(Endpoint.GET_VENUES).query("siren", siren.value()), OFFERERS);
    }

    /**
     * Every venue, as {@link #all()}, by the path that the programme gives up.
     *
     * @deprecated by the programme: use {@link #all()}
     */
    @Deprecated
    public List<OffererVenues> allForSchools() {
        return calls.get(HttpCall.to(Endpoint.GET_COLLECTIVE_VENUES), OFFERERS);
    }

    /**
     * The venues of one legal structure, as {@link #ofSiren(Siren)}, by the path that the programme gives up.
     *
     * @deprecated by the programme: use {@link #ofSiren(Siren)}
     */
    @Deprecated
    public List<OffererVenues> ofSirenForSchools(Siren siren) {
        return calls.get(HttpCall.to(Endpoint.GET_COLLECTIVE_VENUES).query("siren", siren.value()), OFFERERS);
    }

    /**
     * The venue of this number.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none, or none that the vendor is linked to
     */
    public Venue bySiret(Siret siret) {
        return calls.get(HttpCall.to(Endpoint.GET_VENUE, siret.value()), VENUE);
    }

    /**
     * Changes where the programme's messages about one venue go. After a lost answer it is sent again. Where the server
     * then fails because what is to be cleared is cleared already, the venue itself tells.
     *
     * @throws fr.passerelle.client.error.NotFoundException if the vendor is not linked to the venue
     */
    public void updateUrls(long venueId, MessageUrlsPatch patch) {
        calls.run(
                HttpCall.to(Endpoint.UPDATE_VENUE_URLS, venueId).body(calls.json(patch)),
                (c, failure) -> Optional.of(true)
                        .filter(yes -> clearedTwice(failure)
                                && new Venues(c)
                                        .all().stream()
                                                .flatMap(offerer -> offerer.venues().stream())
                                                .anyMatch(venue -> venue.id() == venueId && shows(venue, patch))));
    }

    /** Not from the first failure on: a venue may show the URLs of another vendor, so it only confirms. */
    private static boolean clearedTwice(PassCultureException failure) {
        return failure instanceof ServerException && failure.attempts() > 1;
    }

    private static boolean shows(Venue venue, MessageUrlsPatch patch) {
        return PatchMatch.shows(venue.notificationUrl(), patch.notificationUrl())
                && PatchMatch.shows(venue.bookingUrl(), patch.bookingUrl())
                && PatchMatch.shows(venue.cancelUrl(), patch.cancelUrl());
    }

    /** {@link Venues}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link Venues#all()}. */
        public CompletableFuture<List<OffererVenues>> all() {
            return calls.later(c -> new Venues(c).all());
        }

        /** See {@link Venues#ofSiren(Siren)}. */
        public CompletableFuture<List<OffererVenues>> ofSiren(Siren siren) {
            return calls.later(c -> new Venues(c).ofSiren(siren));
        }

        /**
         * See {@link Venues#allForSchools()}.
         *
         * @deprecated by the programme: use {@link #all()}
         */
        @Deprecated
        public CompletableFuture<List<OffererVenues>> allForSchools() {
            return calls.later(c -> new Venues(c).allForSchools());
        }

        /**
         * See {@link Venues#ofSirenForSchools(Siren)}.
         *
         * @deprecated by the programme: use {@link #ofSiren(Siren)}
         */
        @Deprecated
        public CompletableFuture<List<OffererVenues>> ofSirenForSchools(Siren siren) {
            return calls.later(c -> new Venues(c).ofSirenForSchools(siren));
        }

        /** See {@link Venues#bySiret(Siret)}. */
        public CompletableFuture<Venue> bySiret(Siret siret) {
            return calls.later(c -> new Venues(c).bySiret(siret));
        }

        /** See {@link Venues#updateUrls(long, MessageUrlsPatch)}. */
        public CompletableFuture<Void> updateUrls(long venueId, MessageUrlsPatch patch) {
            return calls.runLater(c -> new Venues(c).updateUrls(venueId, patch));
        }
    }
}
