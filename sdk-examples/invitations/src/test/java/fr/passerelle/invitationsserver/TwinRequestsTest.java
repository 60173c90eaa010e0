package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.draw.DrawSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/**
 * A request that is sent again while the first one is still under way: both get the same response, and it is no
 * refusal.
 */
class TwinRequestsTest {

    private static final int TWINS = 4;

    private static final TestProgramme programme = new TestProgramme();
    private static final TestProgramme.Member theatre = programme.donor("Théâtre");
    private static final TestProgramme.Member home = programme.structure("Maison");
    private static final ExecutorService threads = Executors.newFixedThreadPool(TWINS);

    @AfterAll
    static void stop() {
        threads.shutdown();
        programme.close();
    }

    private static void sameResponse(Api api, String path, Object draft) throws Exception {
        CyclicBarrier start = new CyclicBarrier(TWINS);
        List<Future<Api.Result>> sent = new ArrayList<>();
        for (int i = 0; i < TWINS; i++) {
            sent.add(threads.submit(() -> {
                start.await();
                return api.put(path, draft);
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Future<Api.Result> each : sent) {
            Api.Result result = each.get(1, TimeUnit.MINUTES);
            statuses.add(result.status());
            texts.add(result.text());
        }
        assertThat(statuses).as("%s", texts).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(texts.stream().distinct()).hasSize(1);
    }

    @RepeatedTest(5)
    void whoHoldsTheLastPlaces() throws Exception {
        HoldDraft draft = HoldDraft.of(programme.places(theatre, 4).id(), 4);

        sameResponse(home.api(), "/v1/holds/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoBooksTheLastPlaces() throws Exception {
        BookingDraft draft = BookingDraft.of(programme.places(theatre, 4), Party.of(4, TEENAGERS));

        sameResponse(home.api(), "/v1/bookings/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoConvertsAHold() throws Exception {
        Allotment places = programme.places(theatre, 4);
        UUID hold = UUID.fromString(
                TestProgramme.hold(home, places, 4).body().path("id").asText());
        BookingDraft draft = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(4, TEENAGERS))
                .holdId(hold)
                .build();

        sameResponse(home.api(), "/v1/bookings/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoGivesABookingBack() throws Exception {
        InvitationBooking booking = book(home, programme.places(theatre, 4), 3).as(InvitationBooking.class);
        ReleaseDraft draft = ReleaseDraft.ofBooking(booking.id());

        sameResponse(home.api(), "/v1/releases/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoGivesAPartOfABookingBack() throws Exception {
        InvitationBooking booking = book(home, programme.places(theatre, 4), 3).as(InvitationBooking.class);
        ReleaseDraft draft = ReleaseDraft.ofBooking(booking.id(), Party.of(1, TEENAGERS));

        sameResponse(home.api(), "/v1/releases/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoWaitsAndIsOfferedPlacesAtOnce() throws Exception {
        WaitlistDraft draft = WaitlistDraft.of(programme.places(theatre, 4).id(), 1, 3);

        sameResponse(home.api(), "/v1/waitlist/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoGivesAnOfferBack() throws Exception {
        WaitlistDraft waits = WaitlistDraft.of(programme.places(theatre, 4).id(), 1, 3);
        home.api().put("/v1/waitlist/" + waits.id(), waits);
        home.api().put("/v1/allocations/" + waits.id() + "/confirmation");
        ReleaseDraft draft = ReleaseDraft.ofAllocation(waits.id(), 3);

        sameResponse(home.api(), "/v1/releases/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoOpensACall() throws Exception {
        String ref = "C" + UUID.randomUUID();
        programme.session(theatre, ref);
        Allotment places = programme.give(
                theatre, AllotmentDraft.of(ref, 10).mode(AllotmentMode.CALL).build());
        CallDraft draft = CallDraft.builder()
                .title("Saison d'automne")
                .closesAt(programme.clock.instant().plus(Duration.ofDays(1)))
                .commitment(DrawSecret.of("a secret of the operator".getBytes(StandardCharsets.US_ASCII))
                        .commitment())
                .publicValueName("Loto du 10 octobre 2026")
                .addAllotmentIds(places.id())
                .build();

        sameResponse(programme.operator, "/v1/calls/" + draft.id(), draft);
    }

    @RepeatedTest(5)
    void whoBooksAPathway() throws Exception {
        Allotment first = programme.places(theatre, 4);
        programme.clock.advance(Duration.ofHours(1));
        Allotment later = programme.places(theatre, 4);
        PathwayDraft draft = PathwayDraft.builder()
                .title("Du conte à la scène")
                .party(Party.of(4, TEENAGERS))
                .addAllotmentIds(first.id(), later.id())
                .build();

        sameResponse(home.api(), "/v1/pathways/" + draft.id(), draft);
    }
}
