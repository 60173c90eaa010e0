package fr.passerelle.boxoffice.door;

import fr.passerelle.boxoffice.Main;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.door.VendorTickets;
import fr.passerelle.door.VendorTickets.VendorTicket;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The page of a door half an hour before a show, before a programme whose network can be cut. */
final class Scene implements AutoCloseable {

    private static final Instant SHOW = Instant.parse("2026-03-12T19:30:00Z");
    private static final Instant NOW = SHOW.minusSeconds(1800);

    /** A ticket of the vendor's own. */
    static final String BARCODE = "DESK-1";

    private static final byte[] SECRET = "a secret of thirty-two bytes, or".getBytes(StandardCharsets.UTF_8);

    final Sandbox sandbox = Sandbox.start();
    final PassCultureClient client;
    final Door door;
    final DoorServer server;

    /** Of two people. */
    final String countermark;

    final String unasked;

    Scene(Path folder) throws IOException {
        Instant before = SHOW.minus(Duration.ofDays(10));
        sandbox.clock().set(before);
        SandboxProvider account = sandbox.provider();
        SandboxVenue hall = sandbox.linkedVenue(account);
        client = PassCultureClient.builder()
                .apiKey(account.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .clock(Clock.fixed(before, ZoneOffset.UTC))
                .rateLimiter(RateLimiter.unlimited())
                .build();
        Event event = client.events()
                .create(EventDraft.builder()
                        .name("Le Cid")
                        .category(Category.guidedVisit())
                        .location(Location.atVenue(hall.id()))
                        .accessibility(Accessibility.of())
                        .hasTicket(false)
                        .addPriceCategories(PriceCategoryDraft.of("Plein", Price.euros("12")))
                        .build());
        long date = client.events()
                .dates(event.id())
                .create(DateDraft.at(SHOW).price(event.priceCategory("Plein")).capacity(Capacity.of(20)))
                .get(0)
                .id();
        countermark = sandbox.countermark(sandbox.beneficiary(30_000).book(date, 2));
        unasked = sandbox.countermark(sandbox.beneficiary(30_000).book(date, 1));
        sandbox.clock().set(NOW);
        door = Door.builder()
                .journal(DoorJournal.file(folder.resolve("evening.door")))
                .secret(SECRET)
                .source(PassCultureDoor.of(client, event.id()))
                .source(VendorTickets.of(() -> List.of(VendorTicket.tonight(BARCODE))))
                .askWithin(Duration.ofSeconds(10))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        door.refresh();
        DoorDesk desk = new DoorDesk(door, Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
        server = new DoorServer(0, desk, Main.TEXTS, Locale.ENGLISH);
    }

    void cutTheNetwork() {
        sandbox.faults().add(new Fault(null, "/public", null, null, 0, new Effect.DropBefore()));
    }

    @Override
    public void close() {
        server.close();
        door.close();
        client.close();
        sandbox.close();
    }
}
