package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Callers mint ids: whoever takes one that another thing has, or will have, harms nobody. */
class TakenIdsTest {

    private static final TestProgramme programme = new TestProgramme();

    private final DrawSecret secret = DrawSecret.of("a secret of the operator".getBytes(StandardCharsets.US_ASCII));
    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");
    private final TestProgramme.Member relay = programme.structure("Relais");

    @AfterAll
    static void stop() {
        programme.close();
    }

    private CallDraft callWithOneWish() {
        String ref = "C" + UUID.randomUUID();
        programme.session(theatre, ref);
        Allotment lot = programme.give(
                theatre, AllotmentDraft.of(ref, 10).mode(AllotmentMode.CALL).build());
        CallDraft call = CallDraft.builder()
                .title("Automne")
                .allotmentIds(List.of(lot.id()))
                .closesAt(programme.clock.instant().plus(Duration.ofHours(2)))
                .commitment(secret.commitment())
                .publicValueName("Loto")
                .maximumPlaces(10)
                .maximumOutings(5)
                .confirmWithinHours(48)
                .build();
        programme.operator.put("/v1/calls/" + call.id(), call);
        home.api().put("/v1/calls/" + call.id() + "/wishes", WishesDraft.of(call.id(), Wish.of(lot.id(), 4)));
        return call;
    }

    private Api.Result drawn(CallDraft call) {
        programme.clock.advance(Duration.ofHours(3));
        return programme.operator.put("/v1/calls/" + call.id() + "/draw", DrawDraft.of(secret, "7 8 9"));
    }

    /** All that the id of an allocation could follow from is known to everybody. */
    @Test
    void nobodyCanTakeTheIdsThatADrawWillGive() {
        CallDraft call = callWithOneWish();
        UUID guess = UUID.nameUUIDFromBytes(
                (call.id() + "/" + home.id() + "/" + call.allotmentIds().get(0)).getBytes(StandardCharsets.US_ASCII));
        WaitlistDraft taken = WaitlistDraft.builder()
                .id(guess)
                .allotmentId(programme.places(theatre, 5).id())
                .minimum(1)
                .wanted(1)
                .build();
        relay.api().put("/v1/waitlist/" + guess, taken);

        assertThat(drawn(call).status()).isEqualTo(200);
    }

    @Test
    void whoWaitsCannotTakeTheIdOfAnAllocation() {
        drawn(callWithOneWish());
        String allocation =
                home.api().get("/v1/allocations").body().at("/items/0/id").asText();
        Allotment full = programme.places(theatre, 2);
        InvitationBooking booking = book(relay, full, 2).as(InvitationBooking.class);
        WaitlistDraft draft = WaitlistDraft.builder()
                .id(UUID.fromString(allocation))
                .allotmentId(full.id())
                .minimum(1)
                .wanted(2)
                .build();
        ReleaseDraft release = ReleaseDraft.ofBooking(booking.id());

        assertThat(home.api().put("/v1/waitlist/" + draft.id(), draft).code()).isEqualTo("already-different");
        assertThat(relay.api().put("/v1/releases/" + release.id(), release).status())
                .isEqualTo(201);
    }

    @Test
    void aBookingNamesAPathwayOfItsOwnStructureOnly() {
        Allotment places = programme.places(theatre, 20);
        PathwayDraft pathway = PathwayDraft.builder()
                .title("Parcours")
                .allotmentIds(List.of(places.id(), programme.places(theatre, 5).id()))
                .party(Party.of(1, TEENAGERS))
                .build();
        assertThat(home.api().put("/v1/pathways/" + pathway.id(), pathway).status())
                .isEqualTo(201);
        BookingDraft draft = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(1, TEENAGERS))
                .pathwayId(pathway.id())
                .build();

        assertThat(book(relay, draft).violations()).containsExactly("pathwayId unknown_reference");
        assertThat(book(home, draft).status()).isEqualTo(201);
    }
}
