package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static fr.passerelle.invitationsserver.TestProgramme.now;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.WaitlistDraft;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sessions that begin earlier than was said, or end before they were over. */
class MovedSessionTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void noHoldAndNoOfferOutlivesAStartThatWasMoved() {
        String ref = "M" + UUID.randomUUID();
        programme.session(theatre, ref);
        Allotment places = programme.give(theatre, AllotmentDraft.of(ref, 5).build());
        WaitlistDraft waits = WaitlistDraft.of(places.id(), 1, 2);
        home.api().put("/v1/waitlist/" + waits.id(), waits);
        String held = hold(home, places, 1).body().path("id").asText();

        SessionDraft earlier = SessionDraft.builder()
                .from(programme.play(ref))
                .startsAt(programme.clock.instant().plus(Duration.ofMinutes(5)))
                .build();
        assertThat(theatre.api().put("/v1/sessions/by-ref/" + ref, earlier).status())
                .isEqualTo(200);
        programme.clock.advance(Duration.ofMinutes(5));
        programme.server.runJobs();

        assertThat(home.api().get("/v1/holds/" + held).body().path("status").asText())
                .isEqualTo("EXPIRED");
        assertThat(home.api()
                        .get("/v1/allocations")
                        .body()
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("EXPIRED");
        assertThat(now(theatre, places).held()).isZero();
        assertThat(now(theatre, places).allocated()).isZero();
    }

    @Test
    void whoCameCameThoughTheSessionWasCancelledAfterIt() {
        Allotment places = programme.places(theatre, 5);
        InvitationBooking came = book(home, places, 3).as(InvitationBooking.class);
        InvitationBooking comes = book(home, places, 2).as(InvitationBooking.class);
        programme.clock.advance(Duration.ofDays(3).plusMinutes(30));
        home.api().put("/v1/bookings/" + came.id() + "/attendance", AttendanceDraft.of(came.id(), 3));

        theatre.api().put("/v1/sessions/" + places.sessionId() + "/cancellation");

        assertThat(home.api()
                        .get("/v1/bookings/" + came.id())
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("ATTENDED");
        assertThat(home.api()
                        .get("/v1/bookings/" + comes.id())
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(now(theatre, places).booked()).isZero();
    }
}
