package fr.passerelle.invitationsserver.demo;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.error.RefusedException;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.invitationsserver.InvitationsServer;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.programme.PublishedDraw;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allocation;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.Distance;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryOutcome;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherVerifier;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawSecret;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Measure;
import fr.passerelle.model.invitation.figures.PaidTickets;
import fr.passerelle.model.invitation.figures.Quarter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The story of a season, told while it happens. */
final class Demo implements AutoCloseable {

    private static final Instant SEASON = Instant.parse("2026-09-14T08:00:00Z");
    private static final Instant OPENING = Instant.parse("2026-10-05T18:00:00Z");
    private static final Instant COUNTED = Instant.parse("2027-01-10T08:00:00Z");
    private static final String PUBLIC_VALUE = "7 12 23 31 49 2";
    private static final AgeBand TEENAGERS = AgeBand.FROM_12_TO_15;

    private final DemoClock clock = new DemoClock(SEASON);
    private final Console console;
    private final Texts texts;
    private final InvitationsServer server;
    private final List<InvitationsClient> clients = new ArrayList<>();
    private final InvitationsClient operator;
    private final List<InvitationsClient> donors = new ArrayList<>();
    private final List<InvitationsClient> structures = new ArrayList<>();

    Demo(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
        server = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1",
                0,
                "jdbc:h2:mem:" + UUID.randomUUID(),
                4,
                10_000,
                10_000,
                Duration.ZERO,
                Programme.Settings.DEFAULT,
                clock));
        operator = client(server.firstKey().orElseThrow().value());
    }

    private InvitationsClient client(String key) {
        InvitationsClient client = InvitationsClient.builder()
                .apiKey(key)
                .baseUrl(server.baseUrl().toString())
                .clock(clock)
                .build();
        clients.add(client);
        return client;
    }

    /** The season from its beginning to its figures. */
    void play() {
        register();
        give();
        drawTheCall();
        Session evening = bookAndGiveBack();
        theDoor(evening);
        figures(evening);
    }

    private void tell(String key, Object... values) {
        console.line(texts.of(key, values));
    }

    private void register() {
        console.heading(texts.of("demo.register"));
        for (SeasonData.Venue venue : SeasonData.venues()) {
            operator.donors().put(venue.donor());
            donors.add(member(InvitationRole.DONOR, venue.donor().id()));
        }
        for (StructureDraft structure : SeasonData.structures()) {
            operator.structures().put(structure);
            structures.add(member(InvitationRole.STRUCTURE, structure.id()));
        }
        operator.structures().status(SeasonData.structures().get(4).id(), StructureStatus.SUSPENDED);
        operator.structures().status(SeasonData.structures().get(5).id(), StructureStatus.PENDING);
        tell("demo.registered", donors.size(), structures.size());
    }

    private InvitationsClient member(InvitationRole role, UUID id) {
        KeyDraft key = KeyDraft.of(role, id, "demonstration");
        operator.keys().put(key);
        return client(key.secret().value());
    }

    private void give() {
        console.heading(texts.of("demo.give"));
        int places = 0;
        for (int number = 0; number < SeasonData.SESSIONS; number++) {
            InvitationsClient donor = donors.get(number % 3);
            donor.sessions().put(SeasonData.session(number, OPENING));
            places += donor.allotments()
                    .put(SeasonData.allotment(number, OPENING))
                    .quantity();
        }
        tell("demo.given", SeasonData.SESSIONS, places);
    }

    private void drawTheCall() {
        console.heading(texts.of("demo.call"));
        DrawSecret secret =
                DrawSecret.of("the operator's secret of this demonstration".getBytes(StandardCharsets.US_ASCII));
        List<UUID> drawn = new ArrayList<>();
        for (int number = 0; number < SeasonData.SESSIONS; number++) {
            if (SeasonData.isOfTheCall(number)) {
                drawn.add(SeasonData.allotment(number, OPENING).id());
            }
        }
        CallDraft call = CallDraft.builder()
                .title(texts.of("demo.call.title"))
                .allotmentIds(drawn)
                .closesAt(SEASON.plus(Duration.ofDays(7)))
                .commitment(secret.commitment())
                .publicValueName(texts.of("demo.call.value"))
                .build();
        operator.calls().put(call);
        for (int i = 0; i < 4; i++) {
            WishesDraft.Builder wishes = WishesDraft.builder().callId(call.id());
            for (int rank = 0; rank < drawn.size(); rank++) {
                wishes.addWishes(new Wish(drawn.get((rank + i / 2) % drawn.size()), 4 + i, 8 + i));
            }
            structures.get(i).calls().wish(wishes.build());
        }
        clock.set(SEASON.plus(Duration.ofDays(8)));
        operator.calls().draw(call.id(), DrawDraft.of(secret, PUBLIC_VALUE));
        String log = structures.get(0).calls().log(call.id());
        PublishedDraw published = new PublishedDraw(
                secret.hex(), PUBLIC_VALUE, structures.get(0).calls().input(call.id()));
        boolean same = published.replay().firstDifference(log) == 0;
        tell("demo.drawn", log.lines().count(), texts.of(same ? "demo.same" : "demo.different"));
        int confirmed = 0;
        int left = 0;
        for (int i = 0; i < 4; i++) {
            for (Allocation allocation : structures.get(i).allocations().list()) {
                // One structure forgets to confirm: its places go back.
                if (i == 2) {
                    left += allocation.places();
                } else {
                    confirmed += bookAllocation(structures.get(i), allocation);
                }
            }
        }
        clock.set(SEASON.plus(Duration.ofDays(12)));
        server.runJobs();
        long expired = structures.get(2).allocations().list().stream()
                .filter(allocation -> allocation.status().equals(AllocationStatus.EXPIRED))
                .count();
        tell("demo.confirmed", confirmed, left, expired);
    }

    private static int bookAllocation(InvitationsClient structure, Allocation allocation) {
        structure.allocations().confirm(allocation.id());
        structure
                .bookings()
                .put(BookingDraft.builder()
                        .allotmentId(allocation.allotmentId())
                        .party(Party.of(allocation.places(), TEENAGERS))
                        .allocationId(allocation.id())
                        .build());
        return allocation.places();
    }

    private Session bookAndGiveBack() {
        console.heading(texts.of("demo.book"));
        InvitationsClient home = structures.get(0);
        InvitationsClient relay = structures.get(1);
        Party group = Party.of(8, TEENAGERS).workers(2);
        List<Availability> near = home.sessions()
                .available()
                .near("69004", Distance.km(10))
                .forParty(group)
                .list()
                .toList();
        Availability found = near.get(0);
        tell("demo.found", near.size(), found.session().title(), Objects.requireNonNull(found.metres()));
        InvitationBooking outing = home.bookings().put(BookingDraft.of(found, group));
        tell("demo.booked", outing.places());
        relay.holds().put(HoldDraft.of(found.allotment().id(), 10));
        try {
            structures.get(2).bookings().put(BookingDraft.of(found, Party.of(5, AgeBand.FROM_18_TO_25)));
        } catch (RefusedException held) {
            tell("demo.refused", held.sentence(texts.locale()));
        }
        structures.get(2).waitlist().put(WaitlistDraft.of(found.allotment().id(), 3, 5));
        Release release = home.releases()
                .put(ReleaseDraft.ofBooking(outing.id(), Party.of(5, TEENAGERS).workers(2)));
        tell("demo.released", release.places(), release.toWaitlist());
        for (Allocation offer : structures.get(2).allocations().list()) {
            if (offer.status().equals(AllocationStatus.OFFERED)) {
                tell("demo.offered", bookAllocation(structures.get(2), offer));
            }
        }
        return found.session();
    }

    private void theDoor(Session evening) {
        console.heading(texts.of("demo.door"));
        InvitationsClient donor = donors.get(0);
        // Taken along in the afternoon; from here to the end of the show there is no network.
        VoucherVerifier door = donor.entries().keys().verifier();
        InvitationsClient home = structures.get(0);
        InvitationBooking outing = home.bookings().list().stream()
                .filter(booking -> booking.party().workers() == 2)
                .findFirst()
                .orElseThrow();
        clock.set(evening.startsAt().minus(Duration.ofMinutes(20)));
        List<EntryDraft> journal = new ArrayList<>();
        for (Voucher voucher : outing.vouchers()) {
            boolean good = door.check(voucher.signedCode(), evening.id(), clock.instant())
                    .accepted();
            if (good && journal.size() < 6) {
                journal.add(EntryDraft.of(voucher.signedCode(), clock.instant()));
            }
        }
        SignedCode forged = new SignedCode(
                journal.isEmpty()
                        ? ""
                        : outing.vouchers().get(0).signedCode().value().replace('A', 'B'));
        tell(
                "demo.admitted",
                journal.size(),
                String.valueOf(door.check(forged, evening.id(), clock.instant()).reason()));
        clock.set(evening.startsAt().plus(Duration.ofHours(3)));
        donor.entries().send(evening.id(), journal);
        List<EntryResult> again = donor.entries().send(evening.id(), journal);
        long admitted = again.stream()
                .filter(result -> result.result().equals(EntryOutcome.ADMITTED))
                .count();
        tell("demo.journal", journal.size(), admitted);
        home.attendances()
                .put(AttendanceDraft.builder()
                        .bookingId(outing.id())
                        .people((int) admitted)
                        .firstOutings(4)
                        .build());
    }

    private void figures(Session evening) {
        console.heading(texts.of("demo.figures"));
        for (int number = 0; number < SeasonData.SESSIONS; number++) {
            clock.set(OPENING.plus(Duration.ofDays(number)).plus(Duration.ofHours(3)));
            server.runJobs();
            if (number == 0 || SeasonData.isOfTheCall(number)) {
                attend();
            }
        }
        clock.set(COUNTED);
        server.runJobs();
        var declaration = donors.get(0).sessions().exempt(evening.id());
        PaidTickets paid = PaidTickets.none(false, 1);
        console.line(Wire.text(declaration.declaration(paid)));
        Quarter quarter = Quarter.of(OPENING);
        ImpactReport report = operator.impact().report(quarter, quarter);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("demo.offered.count", report.offered()));
        rows.add(row("demo.booked.count", report.booked()));
        rows.add(row("demo.attended.count", report.attended()));
        rows.add(row("demo.missed.count", report.total(Measure.MISSED)));
        rows.add(row("demo.back.count", report.givenBack()));
        rows.add(row("demo.reallocated.count", report.total(Measure.REALLOCATED)));
        rows.add(row("demo.unconfirmed.count", report.total(Measure.NOT_CONFIRMED)));
        rows.add(row("demo.unasked.count", report.total(Measure.NOT_ASKED)));
        rows.add(row("demo.exempt.count", declaration.exempt()));
        tell("demo.suppressed");
        rows.forEach(each -> console.line(String.format(Locale.ROOT, "%-58s %6s", each.get(0), each.get(1))));
    }

    /** Who came to what has taken place, as the structures say: everybody. */
    private void attend() {
        for (InvitationsClient structure : structures.subList(0, 4)) {
            for (InvitationBooking booking : structure.bookings().list()) {
                boolean begun = structure
                        .sessions()
                        .get(structure.allotments().get(booking.allotmentId()).sessionId())
                        .hasBegun(clock.instant());
                if (begun && booking.attended() == null && booking.places() > 0) {
                    structure.attendances().put(AttendanceDraft.of(booking.id(), (int) booking.places()));
                }
            }
        }
    }

    private List<String> row(String key, int count) {
        return List.of(texts.of(key), String.valueOf(count));
    }

    @Override
    public void close() {
        clients.forEach(InvitationsClient::close);
        server.close();
    }
}
