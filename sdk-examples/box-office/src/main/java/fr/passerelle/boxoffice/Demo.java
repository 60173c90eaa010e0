package fr.passerelle.boxoffice;

import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.DeskServer;
import fr.passerelle.http.Environment;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.reconciliation.BookingReconciler;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.reconciliation.Reconciliation;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxRefusedException;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.ticketing.TicketingDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Everything that can go wrong between a programme and a vendor, on an offline programme; then the count. */
final class Demo {

    private static final long CREDIT = 30_000;
    private static final long PLACES = 200;
    private static final int TICKETED = 40;
    private static final int NOTIFIED = 200;
    private static final int CANCELLED = 40;
    private static final double DROPPED = 0.1;
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration UNTIL_THE_SHOW = Duration.ofDays(30);

    /**
     * What the demonstration counts.
     *
     * @param sold live bookings for which the vendor issued the tickets
     * @param again messages that came a second time
     * @param alike of these, answered as before
     * @param orphans sales that the ledger found to be of no use
     * @param dropped notifications that the programme lost
     * @param first what the reconciler found
     * @param second what it found when it was run again
     * @param afterTheShow what it found when everybody had been there
     * @param placesHeld in the vendor's hall
     * @param placesBooked in the programme
     */
    record Count(
            int sold,
            int again,
            int alike,
            int orphans,
            int dropped,
            Reconciliation first,
            Reconciliation second,
            Reconciliation afterTheShow,
            long placesHeld,
            long placesBooked) {

        long missed() {
            return first.count(Difference.Kind.MISSED_BOOKING) + first.count(Difference.Kind.MISSED_CANCELLATION);
        }

        /** The same in words. */
        List<List<String>> table(Texts texts) {
            return List.of(
                    row(texts, "sold", sold),
                    row(texts, "again", again),
                    row(texts, "alike", alike),
                    row(texts, "orphans", orphans),
                    row(texts, "dropped", dropped),
                    row(texts, "read", first.read()),
                    row(texts, "missed-bookings", first.count(Difference.Kind.MISSED_BOOKING)),
                    row(texts, "missed-cancellations", first.count(Difference.Kind.MISSED_CANCELLATION)),
                    row(texts, "never-booked", first.count(Difference.Kind.NEVER_BOOKED)),
                    row(texts, "unknown", second.differences().size()),
                    row(texts, "admitted", afterTheShow.count(Difference.Kind.MISSED_USE)),
                    row(texts, "held", placesHeld),
                    row(texts, "booked", placesBooked));
        }

        private static List<String> row(Texts texts, String key, long number) {
            return List.of(texts.of("count." + key), texts.number(number));
        }
    }

    private final Sandbox sandbox;
    private final BoxOffice office;
    private final SandboxProvider account;
    private final SandboxVenue hall;

    /** A demonstration on an empty sandbox and an empty database. */
    Demo(Sandbox sandbox, BoxOffice office) {
        this.sandbox = sandbox;
        this.office = office;
        this.account = sandbox.provider();
        this.hall = sandbox.linkedVenue(account);
    }

    /** The vendor's account. */
    SandboxProvider account() {
        return account;
    }

    /** The vendor's venue. */
    SandboxVenue hall() {
        return hall;
    }

    /** Plays it, at a moment of the programme's clock. */
    Count play(Instant now) {
        sandbox.clock().set(now);
        try (PassCultureClient client = client();
                TicketingDesk desk = office.desk(account.hmacKey())) {
            Mischief network = new Mischief(desk);
            try (DeskServer server = new DeskServer(network)) {
                client.provider()
                        .update(MessageUrlsPatch.builder()
                                .ticketingUrls(server.url(), server.url())
                                .notificationUrl(server.url())
                                .build());
                return play(client, network);
            }
        }
    }

    private Count play(PassCultureClient client, Mischief network) {
        long ticketed = publish("Le Bourgeois gentilhomme", true);
        long notified = publish("Le Malade imaginaire", false);
        office.hall().open(ticketed, PLACES);

        sellTickets(ticketed, network);
        int dropped = sellWithoutTickets(notified, network);

        Reconciliation first = reconcile(client); // before anything is taken back that the programme may have
        int orphans = office.takeBackOrphans(anHourLater());
        Reconciliation second = reconcile(client);
        long placesHeld = office.hall().held();
        List<Booking> live = client.bookings().ofVenue(hall.id()).stream()
                .filter(booking -> booking.stockId() == ticketed && !booking.cancelled())
                .toList();

        sandbox.clock().advance(UNTIL_THE_SHOW.plusDays(3));
        sandbox.runJob("use-past-events");
        return new Count(
                live.size(),
                network.again(),
                network.respondedAlike(),
                orphans,
                dropped,
                first,
                second,
                reconcile(client),
                placesHeld,
                live.stream().mapToLong(Booking::quantity).sum());
    }

    /** Every fourth message comes twice; some responses come too late, and not every beneficiary tries again. */
    private void sellTickets(long stockId, Mischief network) {
        List<Runnable> cancellations = new ArrayList<>();
        for (int i = 0; i < TICKETED; i++) {
            SandboxBeneficiary beneficiary = sandbox.beneficiary(CREDIT);
            int places = 1 + i % 2;
            network.deliverTwice(i % 4 == 0);
            if (i % 10 == 5) {
                loseTheResponse(network, beneficiary, stockId, places);
            }
            if (i != 15) { // this one gives up
                sandbox.clock().advance(Duration.ofSeconds(20));
                long booking = beneficiary.book(stockId, places);
                if (i % 8 == 2) {
                    cancellations.add(() -> beneficiary.cancel(booking));
                }
            }
        }
        network.deliverTwice(true); // cancellations too
        cancellations.forEach(Runnable::run);
        network.deliverTwice(false);
    }

    private void loseTheResponse(Mischief network, SandboxBeneficiary beneficiary, long stockId, int places) {
        sandbox.messages(0, SHORT_PATIENCE);
        network.keepTheResponseDuring(() -> {
            try {
                beneficiary.book(stockId, places);
                throw new IllegalStateException("a response got through");
            } catch (SandboxRefusedException tooLate) {
                sandbox.messages(0, PATIENCE);
            }
        });
    }

    /** Of what is only told, a tenth is lost. */
    private int sellWithoutTickets(long stockId, Mischief network) {
        int before = network.received();
        sandbox.messages(DROPPED, PATIENCE);
        for (int i = 0; i < NOTIFIED; i++) {
            sandbox.clock().advance(Duration.ofSeconds(1));
            SandboxBeneficiary beneficiary = sandbox.beneficiary(CREDIT);
            long booking = beneficiary.book(stockId, 1);
            if (i % (NOTIFIED / CANCELLED) == 0) {
                beneficiary.cancel(booking);
            }
        }
        sandbox.messages(0, PATIENCE);
        // They are sent one by one: when this one has come, which cannot get lost, the others have or never will.
        SandboxBeneficiary last = sandbox.beneficiary(CREDIT);
        network.awaitTheNewsOf(last.email(), () -> last.book(stockId, 1));
        return NOTIFIED + CANCELLED + 1 - (network.received() - before);
    }

    private Reconciliation reconcile(PassCultureClient client) {
        BookingReconciler reconciler =
                office.reconciler(client.bookings()).clock(Clock.fixed(anHourLater(), ZoneOffset.UTC));
        return reconciler.run(BookingScope.venue(hall.id()), office::actOn);
    }

    private Instant anHourLater() {
        return sandbox.clock().now().plus(Duration.ofHours(1));
    }

    /** Puts a play on sale that begins in a month; the id of its date. */
    long publish(String name, boolean hasTicket) {
        Instant show = sandbox.clock().now().plus(UNTIL_THE_SHOW);
        try (PassCultureClient client = client()) {
            Venue venue = client.venues().bySiret(Siret.of(hall.siret()));
            Event event = client.events()
                    .create(EventDraft.builder()
                            .name(name)
                            .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                            .location(Location.at(venue))
                            .accessibility(Accessibility.of(Disability.AUDIO))
                            .bookingContact("billetterie@example.org")
                            .hasTicket(hasTicket)
                            .addPriceCategories(PriceCategoryDraft.of("Plein tarif", Price.euros("12.00")))
                            .build());
            return client.events()
                    .dates(event.id())
                    .create(DateDraft.at(show)
                            .price(event.priceCategory("Plein tarif"))
                            .capacity(hasTicket ? Capacity.of(PLACES) : Capacity.unlimited()))
                    .get(0)
                    .id();
        }
    }

    private PassCultureClient client() {
        return PassCultureClient.builder()
                .apiKey(account.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                // The sandbox of this process has no quota; the real programme has one, and the default keeps it.
                .rateLimiter(RateLimiter.unlimited())
                .build();
    }
}
