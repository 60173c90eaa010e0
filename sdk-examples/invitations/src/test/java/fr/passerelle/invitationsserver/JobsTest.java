package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AllotmentStatus;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What time brings, run once and twice. {@link LeaderTest}: by several servers. */
class JobsTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final TestProgramme programme = new TestProgramme(database);
    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");

    @AfterEach
    void stop() {
        programme.close();
    }

    private List<String> feed(Api api) {
        List<String> all = new ArrayList<>();
        long after = 0;
        JsonNode page;
        do {
            page = api.get("/v1/changes?limit=3&after=" + after).body();
            for (JsonNode change : page.path("changes")) {
                assertThat(change.path("sequence").asLong()).isGreaterThan(after);
                after = change.path("sequence").asLong();
                all.add(change.path("kind").asText() + " "
                        + change.path("change").asText());
            }
        } while (!page.path("changes").isEmpty());
        return all;
    }

    @Test
    void holdsRunOutAndPlacesGoBackOnce() {
        Allotment places = programme.places(theatre, 10);
        hold(home, places, 4);
        programme.clock.advance(Duration.ofMinutes(15));

        assertThat(programme.server.runJobs()).isEqualTo(1);
        assertThat(programme.server.runJobs()).isZero();

        programme.clock.advance(Duration.ofDays(3));
        assertThat(programme.server.runJobs()).isEqualTo(1);
        assertThat(programme.server.runJobs()).isZero();
        assertThat(feed(home.api()))
                .containsSubsequence("allotment created", "hold ACTIVE", "hold EXPIRED", "allotment CLOSED");
        assertThat(feed(theatre.api())).doesNotContain("hold EXPIRED");
    }

    @Test
    void aSessionEndsAndWhoCameIsWhatTheDoorSaw() {
        Allotment places = programme.places(theatre, 10);
        InvitationBooking seen = book(home, places, 3).as(InvitationBooking.class);
        InvitationBooking unseen = book(home, places, 2).as(InvitationBooking.class);
        Instant evening = programme.clock.instant().plus(Duration.ofDays(3));
        theatre.api()
                .post(
                        "/v1/sessions/" + places.sessionId() + "/entries",
                        EntriesDraft.of(List.of(
                                EntryDraft.of(seen.vouchers().get(0).code(), evening),
                                EntryDraft.of(seen.vouchers().get(1).code(), evening))));

        programme.clock.set(evening.plus(Duration.ofHours(3)));
        programme.server.runJobs();
        assertThat(TestProgramme.now(theatre, places).status()).isEqualTo(AllotmentStatus.ENDED);
        assertThat(status(seen)).isEqualTo(InvitationBookingStatus.CONFIRMED);

        programme.clock.advance(Duration.ofDays(8));
        programme.server.runJobs();
        assertThat(status(seen)).isEqualTo(InvitationBookingStatus.PARTLY_ATTENDED);
        assertThat(status(unseen)).isEqualTo(InvitationBookingStatus.MISSED);
        assertThat(programme.server.runJobs()).isZero();
    }

    @Test
    void aRequestThatNobodyAcceptedIsRefusedInTheEnd() {
        programme.session(theatre, "R");
        Allotment places = programme.give(
                theatre,
                AllotmentDraft.of("R", 10).mode(AllotmentMode.ON_REQUEST).build());
        InvitationBooking asked = book(home, places, 3).as(InvitationBooking.class);

        programme.clock.advance(Duration.ofDays(3).plusHours(3));
        programme.server.runJobs();

        assertThat(status(asked)).isEqualTo(InvitationBookingStatus.REFUSED);
        Allotment ended = TestProgramme.now(theatre, places);
        assertThat(ended.status()).isEqualTo(AllotmentStatus.ENDED);
        assertThat(ended.withdrawn()).isEqualTo(10);
    }

    private InvitationBookingStatus status(InvitationBooking booking) {
        return home.api()
                .get("/v1/bookings/" + booking.id())
                .as(InvitationBooking.class)
                .status();
    }

    @Test
    void aReleaseAtNoonInParisIsAtNoonOnTheDayTheClocksChange() {
        programme.clock.set(Instant.parse("2026-10-23T08:00:00Z"));
        programme.session(theatre, "DST");
        // 25 October 2026, 12:00 in Paris, which is at +01:00 since three o'clock in the night.
        Allotment places = programme.give(
                theatre,
                AllotmentDraft.of("DST", 10)
                        .releaseAt(Instant.parse("2026-10-25T11:00:00Z"))
                        .build());

        programme.clock.set(Instant.parse("2026-10-25T10:59:59Z"));
        programme.server.runJobs();
        assertThat(TestProgramme.now(theatre, places).status()).isEqualTo(AllotmentStatus.OPEN);
        programme.clock.set(Instant.parse("2026-10-25T11:00:00Z"));
        programme.server.runJobs();

        assertThat(TestProgramme.now(theatre, places).status()).isEqualTo(AllotmentStatus.CLOSED);
    }

    @Test
    void aQuarterEndsAtMidnightInParisWhichIsInSummerTimeByThen() {
        programme.clock.set(Instant.parse("2027-03-26T08:00:00Z"));
        Map<String, Integer> people = Map.of("2027-03-31T21:59:59Z", 20, "2027-03-31T22:00:00Z", 15);
        people.forEach((starts, count) -> {
            SessionDraft play = SessionDraft.builder()
                    .from(programme.play("Q" + count))
                    .startsAt(Instant.parse(starts))
                    .build();
            theatre.api().put("/v1/sessions/by-ref/" + play.ref(), play);
            Allotment places =
                    programme.give(theatre, AllotmentDraft.of(play.ref(), count).build());
            book(home, places, count);
        });
        programme.clock.set(Instant.parse("2027-07-12T08:00:00Z"));
        programme.server.runJobs();

        for (String each : List.of("2027-Q1 20", "2027-Q2 15")) {
            String quarter = each.substring(0, 7);
            ImpactReport report = programme
                    .operator
                    .get("/v1/impact?from=" + quarter + "&to=" + quarter)
                    .as(ImpactReport.class);
            assertThat(quarter + " " + report.total(Measure.MISSED)).isEqualTo(each);
        }
    }

    @Test
    void figuresAreCountedOnceAndDoNotChangeAnyMore() {
        Allotment places = programme.places(theatre, 30);
        InvitationBooking came = book(home, places, 20).as(InvitationBooking.class);
        programme.clock.advance(Duration.ofDays(3).plusHours(1));
        AttendanceDraft attendance = AttendanceDraft.builder()
                .bookingId(came.id())
                .people(14)
                .firstOutings(6)
                .build();
        home.api().put("/v1/bookings/" + came.id() + "/attendance", attendance);
        String impact = "/v1/impact?from=2026-Q4&to=2026-Q4";
        programme.clock.set(Instant.parse("2027-01-09T22:59:59Z"));
        programme.server.runJobs();
        assertThat(programme.operator.get(impact).violations()).containsExactly("to after_limit");

        programme.clock.set(Instant.parse("2027-01-09T23:00:00Z"));
        programme.server.runJobs();
        programme.server.runJobs();
        ImpactReport report = programme.operator.get(impact).as(ImpactReport.class);

        assertThat(report.total(Measure.FIRST_OUTING)).isEqualTo(6);
        assertThat(report.total(Measure.LATER_OUTING)).isEqualTo(8);
        assertThat(report.total(Measure.MISSED)).isEqualTo(6);
        assertThat(report.total(Measure.NOT_ASKED)).isEqualTo(10);
        assertThat(report.offered()).isEqualTo(30);
        assertThat(report.rows())
                .anyMatch(row -> TEENAGERS.equals(row.cell().band()) && row.count(Measure.LATER_OUTING) == 8);
        assertThat(programme.operator.get("/v1/impact?from=2026-Q5&to=2026-Q4").status())
                .isEqualTo(422);
    }

    @Test
    void aWebhookHearsOfChangesSignedAndAgainUntilItTakesThem() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WebhookDraft draft = WebhookDraft.of(receiver.url());
            home.api().put("/v1/webhooks/" + draft.id(), draft);
            receiver.status = 500;
            Allotment places = programme.places(theatre, 10);
            book(home, places, 2);
            programme.server.deliver();
            receiver.status = 204;
            assertThat(programme.server.deliver()).isZero();
            programme.clock.advance(Duration.ofSeconds(10));

            assertThat(programme.server.deliver()).isEqualTo(1);
            assertThat(programme.server.deliver()).isZero();

            assertThat(receiver.bodies).hasSize(2);
            assertThat(receiver.bodies.get(1)).contains("\"kind\":\"booking\"").isEqualTo(receiver.bodies.get(0));
            assertThat(receiver.isSigned(1, draft.secret().value())).isTrue();
            assertThat(receiver.isSigned(1, "another secret")).isFalse();

            WebhookDraft changed = draft.toBuilder().secret(Secret.random()).build();
            home.api().put("/v1/webhooks/" + draft.id(), changed);
            book(home, places, 2);
            programme.server.deliver();
            assertThat(receiver.isSigned(2, draft.secret().value())).isTrue();
            assertThat(receiver.isSigned(2, changed.secret().value())).isTrue();
            assertThat(home.api().get("/v1/webhooks").text())
                    .doesNotContain(changed.secret().value());

            home.api().delete("/v1/webhooks/" + draft.id());
            book(home, places, 1);
            programme.server.deliver();
            assertThat(receiver.bodies).hasSize(3);
        }
    }

    @Test
    void theFeedTellsEachCallerWhatConcernsIt() {
        TestProgramme.Member other = programme.structure("Relais");
        TestProgramme.Member opera = programme.donor("Opéra");
        book(home, programme.places(theatre, 10), 2);

        Map<String, Boolean> sees = new HashMap<>();
        sees.put("home", feed(home.api()).contains("booking CONFIRMED"));
        sees.put("other", feed(other.api()).contains("booking CONFIRMED"));
        sees.put("theatre", feed(theatre.api()).contains("booking CONFIRMED"));
        sees.put("opera", feed(opera.api()).contains("booking CONFIRMED"));
        sees.put("operator", feed(programme.operator).contains("booking CONFIRMED"));

        assertThat(sees)
                .isEqualTo(Map.of("home", true, "other", false, "theatre", true, "opera", false, "operator", true));
        assertThat(feed(opera.api())).doesNotContain("session created").contains("donor created");
        assertThat(feed(other.api())).contains("session created");
    }
}
