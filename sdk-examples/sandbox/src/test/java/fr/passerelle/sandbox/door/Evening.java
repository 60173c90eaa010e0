package fr.passerelle.sandbox.door;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.contract.Sent;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorPolicy;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.TimelessClients;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import fr.passerelle.sandbox.traffic.Journal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** An event of tonight, on sale for ten days, and a client of its vendor. */
final class Evening implements AutoCloseable {

    static final Instant BEGINNING = Instant.parse("2026-03-12T19:00:00Z");
    static final Instant TONIGHT = Instant.parse("2026-03-12T18:30:00Z");
    static final byte[] SECRET = "a secret of thirty-two bytes, or".getBytes(StandardCharsets.US_ASCII);

    /** Somebody who has booked. */
    record Guest(SandboxBeneficiary person, long booking, String countermark) {}

    final Stage stage = new Stage();
    /** Hears the path of each call before it is made. */
    volatile Consumer<String> beforeCall = path -> {};

    final PassCultureClient client = TimelessClients.timeless(PassCultureClient.builder())
            .apiKey(stage.provider.apiKey())
            .environment(new Environment(stage.sandbox.baseUrl()))
            .rateLimiter(RateLimiter.unlimited())
            .okHttpClient(new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        SentRequests.saw(Sent.of(chain.request()));
                        beforeCall.accept(chain.request().url().encodedPath());
                        return chain.proceed(chain.request());
                    })
                    .build())
            .clock(Clock.fixed(TONIGHT, ZoneOffset.UTC))
            .build();
    final long event;
    final long date;
    final long tomorrow;

    Evening() {
        JsonNode offer = stage.http.control(
                "POST",
                "/offers",
                ("{'venueId':%d,'kind':'event','createdBy':%d,'name':'Le Cid','hasTicket':false,"
                                + "'enableDoubleBookings':true,'priceCategories':[{'label':'Plein','price':100}],'dates':["
                                + "{'beginningDatetime':'2026-03-12T19:00:00Z','quantity':1000,'priceCategory':0},"
                                + "{'beginningDatetime':'2026-03-14T19:00:00Z','quantity':1000,'priceCategory':0}]}")
                        .formatted(stage.venue.id(), stage.provider.id()));
        event = offer.path("id").asLong();
        date = offer.path("dates").path(0).path("id").asLong();
        tomorrow = offer.path("dates").path(1).path("id").asLong();
    }

    /** Books for tonight. */
    Guest books(int places) {
        return books(date, places);
    }

    Guest books(long stock, int places) {
        SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);
        long booking = person.book(stock, places);
        return new Guest(person, booking, stage.sandbox.countermark(booking));
    }

    /** Half past six: nobody may cancel any more. */
    Evening begins() {
        stage.sandbox.clock().set(TONIGHT);
        return this;
    }

    PassCultureDoor source() {
        return PassCultureDoor.of(client, event);
    }

    Door.Builder builder(Path journal) {
        return builder(DoorJournal.file(journal));
    }

    Door.Builder builder(DoorJournal journal) {
        return Door.builder()
                .journal(journal)
                .secret(SECRET)
                .source(source())
                .policy(DoorPolicy.ASK_STAFF)
                .clock(Clock.fixed(TONIGHT, ZoneOffset.UTC));
    }

    /** A door that has read its list. */
    Door door(Path journal) {
        Door door = builder(journal).build();
        door.refresh();
        return door;
    }

    /** No request gets through from now on. */
    void cutTheNetwork() {
        strike(new Effect.DropBefore());
    }

    void strike(Effect effect) {
        stage.sandbox.faults().add(new Fault(null, "/public", null, null, 0, effect));
    }

    void strike(Fault fault) {
        stage.sandbox.faults().add(fault);
    }

    void mendTheNetwork() {
        stage.sandbox.faults().clear();
    }

    /** What the programme has of a booking. */
    String status(Guest guest) {
        return client.bookings().ofEvent(event).stream()
                .filter(booking -> booking.id() == guest.booking())
                .findFirst()
                .orElseThrow()
                .status()
                .value();
    }

    /** The calls that reached the programme since the last time that somebody asked. */
    List<String> calls() {
        List<String> calls = stage.sandbox.journal().entries().stream()
                .filter(entry -> entry.direction() == Journal.Direction.IN)
                .filter(entry -> entry.path().startsWith("/public"))
                .map(entry -> entry.method() + " " + entry.path())
                .toList();
        stage.sandbox.journal().clear();
        return calls;
    }

    @Override
    public void close() {
        client.close();
        stage.close();
    }
}
