package fr.passerelle.season.demo;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.door.Conflict;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.door.Scan;
import fr.passerelle.door.VendorTickets;
import fr.passerelle.door.VendorTickets.VendorTicket;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ShowType;
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
import fr.passerelle.season.agenda.Schedule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A show at half past eight, of a house of its own; at two minutes past eight the network fails. */
final class OfflineEvening {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(5);
    private static final int DAYS_ON_SALE = 10;
    private static final long CREDIT = 30_000;
    private static final String BARCODE = "DESK-000481";

    private final Sandbox sandbox;
    private final Path journal;
    private final Console console;
    private final Texts texts;
    private final byte[] secret = new byte[Door.MIN_SECRET];
    private final ZonedDateTime show;
    private Instant now;

    OfflineEvening(Sandbox sandbox, Path folder, Console console, Texts texts) {
        this.sandbox = sandbox;
        this.journal = folder.resolve("evening.door");
        this.console = console;
        this.texts = texts;
        now = sandbox.clock().now();
        show = now.atZone(Schedule.PARIS)
                .plusDays(DAYS_ON_SALE)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(20)
                .withMinute(30);
        new SecureRandom().nextBytes(secret);
    }

    /** Plays it; what came of it. */
    DoorSyncReport play() {
        SandboxProvider account = sandbox.provider();
        SandboxVenue hall = sandbox.linkedVenue(account);
        try (PassCultureClient client = client(account)) {
            Event event = publish(client, hall);
            List<EventDate> dates = client.events()
                    .dates(event.id())
                    .create(
                            DateDraft.at(show.toInstant())
                                    .price(event.priceCategory("Plein"))
                                    .capacity(Capacity.of(200)),
                            DateDraft.at(show.plusDays(1).toInstant())
                                    .price(event.priceCategory("Plein"))
                                    .capacity(Capacity.of(200)));
            return atTheDoor(client, event, dates);
        }
    }

    private DoorSyncReport atTheDoor(PassCultureClient client, Event event, List<EventDate> dates) {
        String early = books(dates.get(0), 1);
        String pair = books(dates.get(0), 2);
        String late = books(dates.get(0), 1);
        String tomorrow = books(dates.get(1), 1);

        Door door = door(client, event);
        at(19, 55);
        it(19, 55, "evening.list", door.refresh().listed());
        scan(20, 0, "evening.asked", door, early);
        scan(20, 1, "evening.first-of-two", door, pair);
        sandbox.faults().add(new Fault(null, "/public", null, null, 0, new Effect.Refuse()));
        it(20, 2, "evening.gone");
        scan(20, 3, "evening.second-of-two", door, pair);
        scan(20, 4, "evening.again", door, early);
        scan(20, 5, "evening.barcode", door, BARCODE);
        scan(20, 6, "evening.never-asked", door, late);
        staff(20, 7, door, late);
        scan(20, 8, "evening.never-asked", door, tomorrow);
        staff(20, 9, door, tomorrow);
        int before = door.headsIn();
        door.close(); // as a cable would
        at(20, 15);
        Door after = door(client, event);
        it(20, 15, "evening.restart", before, after.headsIn());
        it(20, 15, "evening.kept", after.listAge().orElseThrow().toMinutes());
        scan(20, 16, "evening.again", after, pair);
        sandbox.faults().clear();
        it(20, 25, "evening.back");
        after.refresh();
        DoorSyncReport report = after.sync();
        it(20, 26, "evening.sent", report.used());
        for (Conflict conflict : report.conflicts()) {
            it(20, 26, "evening.conflict", conflict.settlement().title(texts.locale()));
        }
        it(20, 30, "evening.curtain", after.headsIn(), after.pending());
        after.close();
        return report;
    }

    private Door door(PassCultureClient client, Event event) {
        Door door = Door.builder()
                .journal(DoorJournal.file(journal))
                .secret(secret)
                .source(PassCultureDoor.of(client, event.id()).on(show.toLocalDate(), Schedule.PARIS))
                .source(VendorTickets.of(() -> List.of(VendorTicket.tonight(BARCODE))))
                .askWithin(ASKED_WITHIN)
                .clock(((InstantSource) () -> now).withZone(Schedule.PARIS))
                .build();
        return door;
    }

    private void scan(int hour, int minute, String what, Door door, String code) {
        at(hour, minute);
        Scan scan = door.scan(code);
        char mark = switch (scan.result().light()) {
            case GREEN -> '+';
            case RED -> '-';
            case AMBER -> '?';
        };
        console.item(mark, hour() + "  " + texts.of(what), scan.sentence(texts.locale()));
    }

    private void staff(int hour, int minute, Door door, String code) {
        at(hour, minute);
        Scan scan = door.admitByStaff(code, UUID.randomUUID(), 1);
        console.item('+', hour() + "  " + texts.of("evening.staff"), scan.sentence(texts.locale()));
    }

    private void it(int hour, int minute, String what, Object... details) {
        at(hour, minute);
        console.line(hour() + "  " + texts.of(what, details));
    }

    private void at(int hour, int minute) {
        now = show.withHour(hour).withMinute(minute).toInstant();
        sandbox.clock().set(now);
    }

    private String hour() {
        return HOUR.format(now.atZone(Schedule.PARIS));
    }

    private String books(EventDate date, int places) {
        return sandbox.countermark(sandbox.beneficiary(CREDIT).book(date.id(), places));
    }

    private static Event publish(PassCultureClient client, SandboxVenue hall) {
        return client.events()
                .create(EventDraft.builder()
                        .name("Le Bourgeois gentilhomme")
                        .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                        .location(Location.atVenue(hall.id()))
                        .accessibility(Accessibility.of())
                        .bookingContact("billetterie@example.org")
                        .hasTicket(false)
                        .addPriceCategories(PriceCategoryDraft.of("Plein", Price.euros("12.00")))
                        .build());
    }

    private PassCultureClient client(SandboxProvider account) {
        return PassCultureClient.builder()
                .apiKey(account.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .clock(Clock.fixed(now, Schedule.PARIS))
                .rateLimiter(RateLimiter.unlimited())
                .build();
    }
}
