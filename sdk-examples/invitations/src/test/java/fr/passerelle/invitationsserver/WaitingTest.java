package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.now;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import fr.passerelle.model.invitation.WaitlistDraft;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Places that come back go to those who wait, in order, and on to the next if nobody confirms. */
class WaitingTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");
    private final TestProgramme.Member relay = programme.structure("Relais");
    private final TestProgramme.Member mission = programme.structure("Mission");

    @AfterAll
    static void stop() {
        programme.close();
    }

    private static Api.Result await(TestProgramme.Member who, Allotment places, int minimum, int wanted) {
        WaitlistDraft draft = WaitlistDraft.of(places.id(), minimum, wanted);
        programme.clock.advance(Duration.ofSeconds(1));
        return who.api().put("/v1/waitlist/" + draft.id(), draft);
    }

    private static Release giveBack(TestProgramme.Member who, UUID booking) {
        ReleaseDraft draft = ReleaseDraft.ofBooking(booking);
        return who.api().put("/v1/releases/" + draft.id(), draft).as(Release.class);
    }

    private static String status(TestProgramme.Member who, String allocation) {
        for (var each : who.api().get("/v1/allocations").body().path("items")) {
            if (each.path("id").asText().equals(allocation)) {
                return each.path("status").asText();
            }
        }
        return "none";
    }

    @Test
    void placesGivenBackGoToThoseForWhomEnoughAreThereInOrder() {
        Allotment places = programme.places(theatre, 10);
        InvitationBooking all = book(home, places, 10).as(InvitationBooking.class);
        String tooMany = await(relay, places, 11, 12).body().path("id").asText();
        String second = await(mission, places, 4, 6).body().path("id").asText();

        Release release = giveBack(home, all.id());

        assertThat(release.places()).isEqualTo(10);
        assertThat(release.toWaitlist()).isEqualTo(6);
        assertThat(status(mission, second)).isEqualTo("OFFERED");
        assertThat(status(relay, tooMany)).isEqualTo("none");
        assertThat(now(home, places).free()).isEqualTo(4);
        assertThat(relay.api().get("/v1/waitlist").body().path("items")).hasSize(1);
        assertThat(relay.api().delete("/v1/waitlist/" + tooMany).status()).isEqualTo(204);
        assertThat(relay.api().delete("/v1/waitlist/" + tooMany).status()).isEqualTo(204);
        assertThat(mission.api().delete("/v1/waitlist/" + tooMany).status()).isEqualTo(404);
        assertThat(relay.api().get("/v1/waitlist").body().path("items")).isEmpty();
    }

    @Test
    void aSuspendedStructureConfirmsNoOffer() {
        Allotment places = programme.places(theatre, 10);
        book(relay, places, 8);
        String offer = await(home, places, 2, 6).body().path("id").asText();
        assertThat(status(home, offer)).isEqualTo("OFFERED");
        programme.operator.put(
                "/v1/structures/" + home.id() + "/status", new StructureStatusDraft(StructureStatus.SUSPENDED));

        Api.Result confirmed = home.api().put("/v1/allocations/" + offer + "/confirmation");

        assertThat(confirmed.code()).isEqualTo("structure-not-active");
        assertThat(status(home, offer)).isEqualTo("OFFERED");
    }

    private static void become(TestProgramme.Member structure, StructureStatus status) {
        assertThat(programme
                        .operator
                        .put("/v1/structures/" + structure.id() + "/status", new StructureStatusDraft(status))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSuspendedStructureIsPassedOverAndKeepsItsPlace() {
        Allotment places = programme.places(theatre, 10);
        InvitationBooking all = book(home, places, 10).as(InvitationBooking.class);
        String first = await(relay, places, 2, 3).body().path("id").asText();
        String second = await(mission, places, 2, 3).body().path("id").asText();
        String third = await(home, places, 2, 12).body().path("id").asText();
        become(relay, StructureStatus.SUSPENDED);

        ReleaseDraft four = ReleaseDraft.ofBooking(all.id(), Party.of(6, TEENAGERS));
        home.api().put("/v1/releases/" + four.id(), four).as(Release.class);

        assertThat(status(relay, first)).isEqualTo("none");
        assertThat(status(mission, second)).isEqualTo("OFFERED");
        assertThat(relay.api().get("/v1/waitlist").body().path("items")).hasSize(1);

        ReleaseDraft one = ReleaseDraft.ofBooking(all.id(), Party.of(5, TEENAGERS));
        become(relay, StructureStatus.ACTIVE);
        home.api().put("/v1/releases/" + one.id(), one).as(Release.class);

        assertThat(status(relay, first)).isEqualTo("OFFERED");
        assertThat(status(home, third)).isEqualTo("none");
        assertThat(now(home, places).allocated()).isEqualTo(5);
    }

    @Test
    void whoMayAskAgainIsOfferedWhatIsFreeByNow() {
        Allotment places = programme.places(theatre, 4);
        InvitationBooking all = book(home, places, 4).as(InvitationBooking.class);
        String waits = await(relay, places, 2, 3).body().path("id").asText();
        become(relay, StructureStatus.SUSPENDED);
        giveBack(home, all.id());
        assertThat(now(home, places).free()).isEqualTo(4);

        become(relay, StructureStatus.ACTIVE);

        assertThat(status(relay, waits)).isEqualTo("OFFERED");
        assertThat(now(home, places).free()).isEqualTo(1);
    }

    @Test
    void whoWaitsTwiceForTheSamePlacesMayAskAgainToo() {
        Allotment places = programme.places(theatre, 6);
        InvitationBooking all = book(home, places, 6).as(InvitationBooking.class);
        String first = await(relay, places, 2, 3).body().path("id").asText();
        String second = await(relay, places, 2, 3).body().path("id").asText();
        become(relay, StructureStatus.SUSPENDED);
        giveBack(home, all.id());

        become(relay, StructureStatus.ACTIVE);

        assertThat(status(relay, first)).isEqualTo("OFFERED");
        assertThat(status(relay, second)).isEqualTo("OFFERED");
        assertThat(now(home, places).free()).isZero();
    }

    @Test
    void aSuspendedStructureLeavesTheListAndFallsWithTheSession() {
        Allotment places = programme.places(theatre, 4);
        book(home, places, 4);
        String leaves = await(relay, places, 2, 3).body().path("id").asText();
        await(relay, places, 2, 3);
        become(relay, StructureStatus.SUSPENDED);

        assertThat(relay.api().delete("/v1/waitlist/" + leaves).status()).isEqualTo(204);
        assertThat(relay.api().get("/v1/waitlist").body().path("items")).hasSize(1);
        theatre.api().put("/v1/sessions/" + places.sessionId() + "/cancellation");

        assertThat(relay.api().get("/v1/waitlist").body().path("items")).isEmpty();
    }

    @Test
    void anOfferIsConfirmedAndBooked() {
        Allotment places = programme.places(theatre, 10);
        String offer = await(home, places, 2, 6).body().path("id").asText();
        BookingDraft draft = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(5, TEENAGERS))
                .allocationId(UUID.fromString(offer))
                .build();

        assertThat(book(home, draft).code()).isEqualTo("not-confirmed");
        Api.Result confirmed = home.api().put("/v1/allocations/" + offer + "/confirmation");
        Api.Result again = home.api().put("/v1/allocations/" + offer + "/confirmation");
        assertThat(confirmed.body().path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(again.text()).isEqualTo(confirmed.text());
        assertThat(book(relay, draft.toBuilder().id(UUID.randomUUID()).build()).status())
                .isEqualTo(404);
        assertThat(book(home, draft).status()).isEqualTo(201);
        assertThat(now(home, places).allocated()).isEqualTo(1);

        ReleaseDraft rest = ReleaseDraft.ofAllocation(UUID.fromString(offer), 1);
        assertThat(home.api()
                        .put("/v1/releases/" + rest.id(), rest)
                        .as(Release.class)
                        .places())
                .isEqualTo(1);
        assertThat(status(home, offer)).isEqualTo("SPENT");
        assertThat(now(home, places).free()).isEqualTo(5);
    }

    @Test
    void anOfferThatNobodyConfirmsGoesToTheNext() {
        Allotment places = programme.places(theatre, 4);
        InvitationBooking all = book(home, places, 4).as(InvitationBooking.class);
        String first = await(relay, places, 4, 4).body().path("id").asText();
        String next = await(mission, places, 4, 4).body().path("id").asText();
        giveBack(home, all.id());
        assertThat(status(relay, first)).isEqualTo("OFFERED");

        programme.clock.advance(Duration.ofHours(48));
        programme.server.runJobs();

        assertThat(status(relay, first)).isEqualTo("EXPIRED");
        assertThat(status(mission, next)).isEqualTo("OFFERED");
        assertThat(relay.api().put("/v1/allocations/" + first + "/confirmation").code())
                .isEqualTo("confirmed-too-late");
        Api.Result declined = mission.api().put("/v1/allocations/" + next + "/declination");
        assertThat(declined.body().path("status").asText()).isEqualTo("DECLINED");
        assertThat(mission.api().put("/v1/allocations/" + next + "/declination").text())
                .isEqualTo(declined.text());
        assertThat(now(home, places).free()).isEqualTo(4);
    }

    @Test
    void aPathwayIsBookedAsAWholeOrNotAtAll() {
        Allotment workshop = programme.places(theatre, 10);
        Allotment outing = programme.places(theatre, 4);
        Allotment late = programme.places(theatre, 10);
        PathwayDraft full = PathwayDraft.builder()
                .title("Atelier et sortie")
                .allotmentIds(List.of(workshop.id(), outing.id()))
                .party(Party.of(5, TEENAGERS))
                .build();
        PathwayDraft fits = PathwayDraft.builder()
                .title("Atelier et sortie")
                .allotmentIds(List.of(workshop.id(), late.id()))
                .party(Party.of(5, TEENAGERS))
                .build();

        assertThat(home.api().put("/v1/pathways/" + full.id(), full).code()).isEqualTo("full");
        assertThat(now(home, workshop).booked()).isZero();
        Api.Result booked = home.api().put("/v1/pathways/" + fits.id(), fits);
        Api.Result again = home.api().put("/v1/pathways/" + fits.id(), fits);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(booked.text());
        assertThat(booked.body().path("bookingIds")).hasSize(2);
        assertThat(now(home, workshop).booked()).isEqualTo(5);
        assertThat(relay.api().get("/v1/pathways/" + fits.id()).status()).isEqualTo(404);
    }
}
