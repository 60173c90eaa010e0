package fr.passerelle.season.demo;

import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.DeskServer;
import fr.passerelle.error.BookingRefusedException;
import fr.passerelle.http.Environment;
import fr.passerelle.model.app.CreditByDomain;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.demo.Door.Ticketed;
import fr.passerelle.season.demo.Evening.Outing;
import fr.passerelle.season.picture.Illustration;
import fr.passerelle.season.publish.AgendaCatalogue;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.publish.Publisher;
import fr.passerelle.season.publish.Terms;
import fr.passerelle.season.report.OutcomeReport;
import fr.passerelle.season.report.Progress;
import fr.passerelle.ticketing.TicketingDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The story, in order: publish an agenda, sell it, cancel, change the programme overnight, admit people, with and
 * without a network, count.
 */
public final class Demo {

    private static final long PLACES = 20;
    private static final long CREDIT_CENTS = 30_000;
    private static final Duration DOORS_OPEN = Duration.ofMinutes(30);
    private static final Terms TERMS = new Terms("billetterie@example.org", Capacity.of(PLACES), true);

    private final Sandbox sandbox;
    private final Path folder;
    private final Console console;
    private final Texts texts;
    private final Instant now;
    private final SeatLedger seats = new SeatLedger();
    private final List<Held> held = new ArrayList<>();
    private int bookingsRefused;

    /**
     * A demonstration.
     *
     * @param folder for the journal of the door
     * @param now when it takes place: the programme's clock is set to it
     */
    public Demo(Sandbox sandbox, Path folder, Console console, Texts texts, Instant now) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.console = console;
        this.texts = texts;
        this.now = now;
    }

    /** A booking of a beneficiary. */
    private record Held(Beneficiary beneficiary, Outing outing, int places, long bookingId) {

        String title() {
            return beneficiary.firstName() + " · " + outing.event().name();
        }
    }

    /** Plays the whole story with this agenda. */
    public Summary play(List<AgendaEntry> agenda) {
        sandbox.clock().set(now);
        SandboxProvider account = sandbox.provider();
        try (TicketingDesk desk = desk(account);
                DeskServer server = new DeskServer(desk::receive);
                PassCultureClient client = client(account)) {
            client.provider()
                    .update(MessageUrlsPatch.builder()
                            .ticketingUrls(server.url(), server.url())
                            .notificationUrl(server.url())
                            .build());
            console.heading(texts.of("demo.publish"));
            OutcomeReport report = new OutcomeReport(console, texts);
            console.line(texts.of("demo.terms", texts.count("place", PLACES)));
            Venues venues = new Venues(sandbox, account);
            List<Outing> onSale = new ArrayList<>();
            int published = 0;
            for (Outcome outcome : publish(agenda, client, venues, onSale)) {
                report.tell(outcome);
                published += outcome.isNew() && !outcome.hasFailed() ? 1 : 0;
            }
            int recordsRefused = agenda.size() - published;
            console.line(texts.of("demo.published", texts.count("record", published), agenda.size(), recordsRefused));

            Door door = new Door(client, seats, console, texts);
            Evening.among(onSale.stream(), now)
                    .ifPresentOrElse(
                            evening -> sellAndAdmit(evening, server, door, () -> overnight(client, venues, agenda)),
                            () -> console.line(texts.of("demo.nothing")));
            console.heading(texts.of("demo.offline"));
            new OfflineEvening(sandbox, folder, console, texts).play();

            Summary summary = Summary.of(client, door, recordsRefused, bookingsRefused);
            tell(summary);
            return summary;
        }
    }

    private PassCultureClient client(SandboxProvider account) {
        return PassCultureClient.builder()
                .apiKey(account.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                // The sandbox of this process has no quota; the real programme has one, and the client's default keeps
                // it.
                .rateLimiter(RateLimiter.unlimited())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private TicketingDesk desk(SandboxProvider account) {
        return TicketingDesk.builder()
                .hmacKey(account.hmacKey())
                .onBooking(seats::sell)
                .onCancellation(seats::release)
                .onNotification(notice -> {})
                .build();
    }

    /** Record by record, each for the venue of its own place. */
    private List<Outcome> publish(
            List<AgendaEntry> agenda, PassCultureClient client, Venues venues, List<Outing> onSale) {
        Publisher publisher = publisher(client, Removal.KEEP);
        List<Outcome> outcomes = new ArrayList<>();
        try (Progress progress = new Progress(console, agenda.size())) {
            progress.show();
            for (AgendaEntry entry : agenda) {
                if (entry instanceof Listing listing) {
                    Publisher.Prepared prepared = publisher.prepare(List.of(listing), venues.idOf(listing.place()));
                    SyncReport report = prepared.apply(result -> {});
                    report.stoppedBy().ifPresent(stopped -> {
                        throw stopped;
                    });
                    outcomes.addAll(prepared.done(report));
                } else {
                    outcomes.addAll(new AgendaCatalogue(List.of(entry), 0, TERMS, now).preview());
                }
                progress.step();
            }
        }
        for (Event event : client.events().list(EventFilter.all())) {
            for (EventDate date : client.events().dates(event.id()).list()) {
                seats.open(date.id(), PLACES);
                onSale.add(new Outing(event, date));
            }
        }
        return outcomes;
    }

    /** Without pictures: the demonstration asks nobody for anything. */
    private Publisher publisher(PassCultureClient client, Removal removal) {
        return new Publisher(
                client,
                TERMS,
                Clock.fixed(now, ZoneOffset.UTC),
                removal,
                false,
                Optional.empty(),
                listing -> Illustration.NONE);
    }

    /** The house changes its programme; what is sold stays as it is. */
    private void overnight(PassCultureClient client, Venues venues, List<AgendaEntry> agenda) {
        Publisher publisher = publisher(client, Removal.WITHDRAW_UNBOOKED);
        Set<String> booked =
                held.stream().map(booking -> booking.outing().event().name()).collect(Collectors.toSet());
        new Overnight(publisher, venues, console, texts).change(agenda, booked);
    }

    private void sellAndAdmit(Evening evening, DeskServer server, Door door, Runnable overnight) {
        console.heading(texts.of("demo.sell"));
        Environment programme = new Environment(sandbox.baseUrl());
        List<Beneficiary> beneficiaries = List.of("Amina", "Bastien", "Chloé", "Driss").stream()
                .map(name -> Beneficiary.of(name, sandbox.beneficiary(CREDIT_CENTS), programme))
                .toList();
        try {
            sellAndAdmit(evening, beneficiaries, server, door, overnight);
        } finally {
            beneficiaries.forEach(Beneficiary::close);
        }
    }

    private void sellAndAdmit(
            Evening evening, List<Beneficiary> beneficiaries, DeskServer server, Door door, Runnable overnight) {
        List<CreditByDomain> before =
                beneficiaries.stream().map(Beneficiary::credit).toList();
        console.line(
                texts.of("demo.beneficiaries", beneficiaries.size(), texts.price(Beneficiary.total(before.get(0)))));
        sell(evening, beneficiaries);
        cancelOne();
        console.line(texts.of("demo.desk", texts.count("ticket", seats.ticketCount()), server.url()));
        tellCredits(beneficiaries, before);
        overnight.run();

        Instant shortlyBefore = evening.start().minus(DOORS_OPEN);
        Instant doors = shortlyBefore.isAfter(now) ? shortlyBefore : now;
        sandbox.clock().set(doors);
        console.heading(texts.of("demo.evening", texts.moment(doors, Schedule.PARIS)));
        List<Ticketed> holders = held.stream().map(Demo::atTheDoor).toList();
        List<Ticketed> admitted = new ArrayList<>();
        for (Ticketed holder : holders) {
            if (door.scan(holder)) {
                admitted.add(holder);
            }
        }
        comeBack(admitted).forEach(door::scan);
    }

    private void tellCredits(List<Beneficiary> beneficiaries, List<CreditByDomain> before) {
        List<CreditByDomain> after =
                beneficiaries.stream().map(Beneficiary::credit).toList();
        for (int i = 0; i < beneficiaries.size(); i++) {
            console.line(texts.of(
                    "demo.credit", beneficiaries.get(i).firstName(), texts.price(Beneficiary.total(after.get(i)))));
        }
        for (int i = 0; i < beneficiaries.size(); i++) {
            console.line(texts.of(
                    "demo.balance",
                    beneficiaries.get(i).firstName(),
                    texts.price(Beneficiary.total(before.get(i))),
                    texts.price(Beneficiary.total(after.get(i))),
                    texts.price(Beneficiary.digital(before.get(i))),
                    texts.price(Beneficiary.digital(after.get(i)))));
        }
    }

    /**
     * Who books what: the beneficiary, the event, the places. The last one tries what the first one has done already.
     */
    private void sell(Evening evening, List<Beneficiary> beneficiaries) {
        int[][] orders = {{0, 0, 1}, {1, 0, 2}, {2, 1, 1}, {3, 1, 2}, {2, 2, 1}, {0, 3, 2}, {0, 0, 1}};
        List<Outing> outings = evening.performances();
        for (int[] order : orders) {
            book(beneficiaries.get(order[0]), outings.get(order[1] % outings.size()), order[2]);
        }
    }

    private void book(Beneficiary beneficiary, Outing outing, int places) {
        String title = beneficiary.firstName() + " · " + outing.event().name();
        try {
            held.add(new Held(
                    beneficiary,
                    outing,
                    places,
                    beneficiary.app().book(outing.date().id(), places)));
        } catch (BookingRefusedException refused) {
            bookingsRefused++;
            console.item('-', title, texts.of("booking.refused", texts.count("place", places), refused.refusal()));
            return;
        }
        console.item(
                '+',
                title,
                texts.of(
                        outing.event().hasTicket() ? "booking.ticket" : "booking.countermark",
                        texts.count("place", places),
                        texts.price(outing.date().priceCategory().price().times(places))));
    }

    /** Somebody gives up in time; a booking with a ticket, if there is one, so that the desk is asked too. */
    private void cancelOne() {
        Optional<Held> last = held.stream()
                .max(Comparator.comparing(
                                (Held booking) -> booking.outing().event().hasTicket())
                        .thenComparing(Held::bookingId));
        last.ifPresent(booking -> {
            String title = booking.title();
            try {
                booking.beneficiary().app().cancel(booking.bookingId());
                console.item('+', title, texts.of("booking.cancelled"));
            } catch (BookingRefusedException refused) {
                console.item('-', title, texts.of("booking.kept", refused.refusal()));
            }
        });
    }

    private static Ticketed atTheDoor(Held booking) {
        return new Ticketed(
                booking.beneficiary().firstName(),
                booking.outing().event().name(),
                booking.places(),
                booking.beneficiary().countermark(booking.bookingId()),
                booking.beneficiary().barcodes(booking.bookingId()));
    }

    /** One of each kind tries to come in again with the same ticket. */
    private static List<Ticketed> comeBack(List<Ticketed> admitted) {
        return admitted.stream()
                .collect(Collectors.toMap(
                        holder -> holder.countermark().isPresent(),
                        holder -> holder,
                        (first, later) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private void tell(Summary summary) {
        console.heading(texts.of("demo.summary"));
        console.table(List.of(
                List.of(texts.of("summary.offers"), String.valueOf(summary.offers())),
                List.of(texts.of("summary.dates"), String.valueOf(summary.dates())),
                List.of(texts.of("summary.venues"), String.valueOf(summary.venues())),
                List.of(texts.of("summary.places"), String.valueOf(summary.places())),
                List.of(texts.of("summary.bookings"), String.valueOf(summary.bookings())),
                List.of(texts.of("summary.cancelled"), String.valueOf(summary.cancelled())),
                List.of(texts.of("summary.admissions"), String.valueOf(summary.admissions())),
                List.of(texts.of("summary.records-refused"), String.valueOf(summary.recordsRefused())),
                List.of(texts.of("summary.bookings-refused"), String.valueOf(summary.bookingsRefused())),
                List.of(texts.of("summary.scans-refused"), String.valueOf(summary.scansRefused())),
                List.of(texts.of("summary.credit"), texts.price(summary.creditSpent()))));
    }
}
