package fr.passerelle.invitationsserver;

import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PeriodLimit;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.WorkerRatio;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A server on an empty database, a clock, and those who call. */
final class TestProgramme implements AutoCloseable {

    /** A Monday in the season. */
    static final Instant START = Instant.parse("2026-10-05T08:00:00Z");

    /** Webhooks reach the receivers of tests, which stand on this machine. */
    static final Programme.Settings SETTINGS =
            new Programme.Settings(WorkerRatio.DEFAULT, Programme.Settings.DEFAULT.confirmWithin(), true);

    static final AgeBand TEENAGERS = AgeBand.FROM_12_TO_15;

    final TestClock clock = new TestClock(START);
    final InvitationsServer server;
    final Api operator;

    /** A donor or structure with its key. */
    record Member(UUID id, String secret, Api api) {}

    TestProgramme() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    TestProgramme(String database) {
        server = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, database, 8, 100_000, 100_000, Duration.ZERO, SETTINGS, clock));
        operator = api(server.firstKey().orElseThrow().value());
    }

    Api api(String secret) {
        return new Api(server.baseUrl(), secret);
    }

    Member donor(String name) {
        DonorDraft draft = DonorDraft.builder().name(name).kind(DonorKind.VENUE).build();
        operator.put("/v1/donors/" + draft.id(), draft);
        return member(InvitationRole.DONOR, draft.id());
    }

    Member structure(String name, PeriodLimit... limits) {
        StructureDraft draft = StructureDraft.builder()
                .name(name)
                .kind(StructureKind.CHILD_PROTECTION)
                .department("69")
                .people(40)
                .limits(List.of(limits))
                .build();
        operator.put("/v1/structures/" + draft.id(), draft);
        return member(InvitationRole.STRUCTURE, draft.id());
    }

    Member member(InvitationRole role, UUID id) {
        KeyDraft key = KeyDraft.of(role, id, "a key for tests");
        operator.put("/v1/keys/" + key.id(), key);
        return new Member(id, key.secret().value(), api(key.secret().value()));
    }

    static Place hall() {
        return Place.builder()
                .name("Théâtre de la Croix-Rousse")
                .street("Place Joannès-Ambre")
                .postalCode("69004")
                .city("Lyon")
                .position(Position.of(45.7746, 4.8278))
                .build();
    }

    /** A play in three days. */
    SessionDraft play(String ref) {
        return SessionDraft.builder()
                .ref(ref)
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(clock.instant().plus(Duration.ofDays(3)))
                .place(hall())
                .accessibleFor(AccessNeed.WHEELCHAIR)
                .regularPrice(Price.cents(2_500))
                .build();
    }

    Session session(Member donor, String ref) {
        return donor.api().put("/v1/sessions/by-ref/" + ref, play(ref)).as(Session.class);
    }

    /** Places of a new session. */
    Allotment places(Member donor, int quantity) {
        String ref = "P" + UUID.randomUUID();
        session(donor, ref);
        return give(donor, AllotmentDraft.of(ref, quantity).build());
    }

    Allotment give(Member donor, AllotmentDraft draft) {
        return donor.api().put("/v1/allotments/" + draft.id(), draft).as(Allotment.class);
    }

    static Api.Result book(Member structure, BookingDraft draft) {
        return structure.api().put("/v1/bookings/" + draft.id(), draft);
    }

    static Api.Result book(Member structure, Allotment allotment, int people) {
        return book(structure, BookingDraft.of(allotment, Party.of(people, TEENAGERS)));
    }

    static Api.Result hold(Member structure, Allotment allotment, int places) {
        HoldDraft draft = HoldDraft.of(allotment.id(), places);
        return structure.api().put("/v1/holds/" + draft.id(), draft);
    }

    static Allotment now(Member who, Allotment allotment) {
        return who.api().get("/v1/allotments/" + allotment.id()).as(Allotment.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
