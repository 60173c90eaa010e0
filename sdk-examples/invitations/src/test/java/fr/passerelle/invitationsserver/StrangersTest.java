package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WithdrawalDraft;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is another's is as if it were not there, for every operation that names a thing. */
class StrangersTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member opera = programme.donor("Opéra");
    private final TestProgramme.Member home = programme.structure("Maison");
    private final TestProgramme.Member stranger = programme.structure("Relais");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void anotherStructuresThingsAreNotThere() {
        Allotment places = programme.places(theatre, 20);
        InvitationBooking booking = book(home, places, 2).as(InvitationBooking.class);
        String hold = hold(home, places, 2).body().path("id").asText();
        WaitlistDraft waits = WaitlistDraft.of(places.id(), 2, 3);
        home.api().put("/v1/waitlist/" + waits.id(), waits);
        PathwayDraft pathway = PathwayDraft.builder()
                .title("Parcours")
                .allotmentIds(List.of(places.id(), programme.places(theatre, 5).id()))
                .party(Party.of(1, TEENAGERS))
                .build();
        home.api().put("/v1/pathways/" + pathway.id(), pathway);
        WebhookDraft webhook = WebhookDraft.of("http://127.0.0.1:1/");
        home.api().put("/v1/webhooks/" + webhook.id(), webhook);
        ReleaseDraft release = ReleaseDraft.ofBooking(booking.id());
        BookingDraft withTheirHold = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(1, TEENAGERS))
                .holdId(UUID.fromString(hold))
                .build();

        // What waited was offered at once, under its own id.
        BookingDraft withTheirOffer = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(1, TEENAGERS))
                .allocationId(waits.id())
                .build();
        ReleaseDraft ofTheirOffer = ReleaseDraft.ofAllocation(waits.id(), 1);
        BookingDraft onTheirPathway = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(1, TEENAGERS))
                .pathwayId(pathway.id())
                .build();

        List<Api.Result> asked = List.of(
                stranger.api().get("/v1/bookings/" + booking.id()),
                stranger.api().get("/v1/holds/" + hold),
                stranger.api().delete("/v1/holds/" + hold),
                stranger.api().put("/v1/releases/" + release.id(), release),
                stranger.api().put("/v1/bookings/" + booking.id() + "/attendance", AttendanceDraft.of(booking.id(), 1)),
                book(stranger, withTheirHold),
                book(stranger, withTheirOffer),
                stranger.api().put("/v1/releases/" + ofTheirOffer.id(), ofTheirOffer),
                stranger.api().delete("/v1/waitlist/" + waits.id()),
                stranger.api().put("/v1/allocations/" + waits.id() + "/confirmation"),
                stranger.api().put("/v1/allocations/" + waits.id() + "/declination"),
                stranger.api().get("/v1/pathways/" + pathway.id()),
                stranger.api().delete("/v1/webhooks/" + webhook.id()));

        assertThat(asked)
                .allMatch(result -> result.status() == 404 && result.code().equals("not-found"));
        assertThat(stranger.api().put("/v1/webhooks/" + webhook.id(), webhook).code())
                .isEqualTo("already-different");
        assertThat(book(stranger, onTheirPathway).text())
                .isEqualTo(book(
                                stranger,
                                onTheirPathway.toBuilder()
                                        .pathwayId(UUID.randomUUID())
                                        .build())
                        .text());
        assertThat(home.api().get("/v1/allocations").body().path("items")).hasSize(1);
        for (String list : List.of("bookings", "allocations", "waitlist", "webhooks")) {
            assertThat(stranger.api().get("/v1/" + list).body().path("items"))
                    .as(list)
                    .isEmpty();
        }
    }

    @Test
    void anotherDonorsThingsAreNotThere() {
        programme.session(theatre, "S");
        Allotment places = programme.give(
                theatre,
                AllotmentDraft.of("S", 20).mode(AllotmentMode.ON_REQUEST).build());
        InvitationBooking booking = book(home, places, 2).as(InvitationBooking.class);
        String session = "/v1/sessions/" + places.sessionId();
        AllotmentDraft onTheirs = AllotmentDraft.of("S", 5).build();

        List<Api.Result> asked = List.of(
                opera.api().get(session),
                opera.api().put(session + "/cancellation"),
                opera.api().get(session + "/allotments"),
                opera.api().get(session + "/bookings"),
                opera.api().get(session + "/exempt"),
                opera.api()
                        .post(
                                session + "/entries",
                                EntriesDraft.of(
                                        List.of(EntryDraft.of(VoucherCode.ofRandom(1), programme.clock.instant())))),
                opera.api().get("/v1/allotments/" + places.id()),
                opera.api().put("/v1/allotments/" + places.id() + "/withdrawal", WithdrawalDraft.ofAll()),
                opera.api().put("/v1/bookings/" + booking.id() + "/acceptance"),
                opera.api().put("/v1/bookings/" + booking.id() + "/refusal"),
                opera.api().put("/v1/bookings/" + booking.id() + "/attendance", AttendanceDraft.of(booking.id(), 1)));

        assertThat(asked)
                .allMatch(result -> result.status() == 404 && result.code().equals("not-found"));
        assertThat(opera.api().put("/v1/allotments/" + onTheirs.id(), onTheirs).violations())
                .containsExactly("sessionRef unknown_reference");
        assertThat(opera.api().get("/v1/sessions").body().path("items")).isEmpty();
    }
}
