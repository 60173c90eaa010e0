package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.WaitlistDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One evening from its first option to its figures, over the nights in which Paris changes its clocks. It ends the same
 * whoever does the jobs: one server at each moment, twice, only once at the end, one that stops anywhere, or two whose
 * clocks differ.
 */
class WhatTimeBringsTest {

    /** Ahead of the other server. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    /** Moments after the start at which something falls due. */
    private static final List<Duration> DUE = List.of(
            Duration.ofMinutes(15), // the option runs out: its places are offered to the first who waits
            Duration.ofHours(48).plusMinutes(15), // who does not confirm: they are offered to the next
            Duration.ofHours(60), // the release
            Duration.ofHours(72), // the session begins: the second offer is over
            Duration.ofHours(75), // its end
            Duration.ofHours(75).plusDays(8), // nobody said who came
            Duration.ofDays(110)); // the figures of its quarter are counted

    /** Ends whatever looks at it too often, in the middle of what it does. */
    private static final class StoppingClock extends TestClock {

        static final class Stopped extends Error {
            private static final long serialVersionUID = 1L;
        }

        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        StoppingClock(Instant now) {
            super(now);
        }

        void stopAfter(int looks) {
            left.set(looks);
        }

        @Override
        public Instant instant() {
            if (left.getAndDecrement() == 0) {
                throw new Stopped();
            }
            return super.instant();
        }
    }

    /** Who does the jobs. */
    private interface Jobs {
        void at(Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock);
    }

    private static void oneServer(
            Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock) {
        programme.clock.set(now.minusMillis(1));
        programme.server.runJobs();
        programme.clock.set(now);
        programme.server.runJobs();
    }

    private static void twice(
            Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock) {
        programme.clock.set(now);
        programme.server.runJobs();
        assertThat(programme.server.runJobs()).isZero();
    }

    private static void onlyAtTheEnd(
            Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock) {
        programme.clock.set(now);
    }

    /** The one that is ahead finds due what is not yet so for the other one, which takes the lead a minute later. */
    private static void twoWhoseClocksDiffer(
            Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock) {
        for (Instant moment : List.of(now.minusSeconds(3), now, now.plusSeconds(60))) {
            programme.clock.set(moment);
            othersClock.set(moment.plus(AHEAD));
            if (moment.isAfter(now)) {
                programme.server.runJobs();
                other.runJobs();
            } else {
                other.runJobs();
                programme.server.runJobs();
            }
        }
    }

    /**
     * The jobs stop at their first look at the clock, then at their second one, and so on until they come to their end.
     */
    private static void stoppedAnywhere(
            Instant now, TestProgramme programme, InvitationsServer other, StoppingClock othersClock) {
        programme.clock.set(now);
        othersClock.set(now);
        int stops = 0;
        for (boolean over = false; !over; ) {
            othersClock.stopAfter(stops);
            try {
                other.runJobs();
                over = true;
            } catch (StoppingClock.Stopped stopped) {
                stops++;
            }
        }
        othersClock.stopAfter(Integer.MAX_VALUE);
        assertThat(stops).isPositive();
    }

    /** What everybody is told, and the counts in the end. */
    private static List<String> evening(Instant start, Jobs jobs) {
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        StoppingClock othersClock = new StoppingClock(start);
        try (TestProgramme programme = new TestProgramme(database);
                InvitationsServer other = InvitationsServer.start(new InvitationsServer.Options(
                        "127.0.0.1",
                        0,
                        database,
                        4,
                        100,
                        100,
                        Duration.ZERO,
                        Programme.Settings.DEFAULT,
                        othersClock))) {
            programme.clock.set(start);
            TestProgramme.Member theatre = programme.donor("Théâtre");
            TestProgramme.Member home = programme.structure("Maison");
            TestProgramme.Member relay = programme.structure("Relais");
            programme.session(theatre, "E");
            Allotment places = programme.give(
                    theatre,
                    AllotmentDraft.of("E", 10)
                            .releaseAt(start.plus(Duration.ofHours(60)))
                            .build());
            Allotment asked = programme.give(
                    theatre,
                    AllotmentDraft.of("E", 10).mode(AllotmentMode.ON_REQUEST).build());
            book(home, places, 6);
            hold(home, places, 4);
            for (int wanted : new int[] {4, 2}) {
                WaitlistDraft waits = WaitlistDraft.of(places.id(), 2, wanted);
                relay.api().put("/v1/waitlist/" + waits.id(), waits);
            }
            BookingDraft request = BookingDraft.of(asked, Party.of(3, TEENAGERS));
            book(relay, request);
            for (Duration due : DUE) {
                jobs.at(start.plus(due), programme, other, othersClock);
            }
            programme.clock.advance(Duration.ofMinutes(2));
            programme.server.runJobs();
            assertThat(programme.server.runJobs()).isZero();
            List<String> all = told(programme.operator);
            for (Allotment each : List.of(places, asked)) {
                Allotment now = TestProgramme.now(theatre, each);
                all.add(now.status() + " " + now.held() + " " + now.booked() + " " + now.allocated() + " "
                        + now.withdrawn() + " " + now.free());
            }
            all.add(programme.operator.get("/v1/impact?from=2026-Q4&to=2026-Q4").text());
            return all;
        }
    }

    private static List<String> told(Api operator) {
        List<String> all = new ArrayList<>();
        for (JsonNode change : operator.get("/v1/changes?limit=1000").body().path("changes")) {
            all.add(change.path("kind").asText() + " " + change.path("change").asText());
        }
        // Several updates that nobody read in between may be told as one.
        all.removeIf(change -> change.endsWith(" updated"));
        all.sort(null);
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-25T00:50:00Z", // the option runs over the night in which three o'clock comes twice
                "2027-03-26T00:50:00Z" // the offer runs over the night that has no half past two
            })
    void itEndsTheSame(Instant start) {
        List<String> usual = evening(start, WhatTimeBringsTest::oneServer);

        assertThat(usual)
                .contains("ENDED 0 6 0 4 0", "ENDED 0 0 0 10 0", "booking MISSED", "booking REFUSED", "hold EXPIRED")
                .filteredOn(line -> line.equals("allocation OFFERED") || line.equals("allocation EXPIRED"))
                .hasSize(4);
        assertThat(evening(start, WhatTimeBringsTest::twice)).isEqualTo(usual);
        assertThat(evening(start, WhatTimeBringsTest::onlyAtTheEnd)).isEqualTo(usual);
        assertThat(evening(start, WhatTimeBringsTest::stoppedAnywhere)).isEqualTo(usual);
        assertThat(evening(start, WhatTimeBringsTest::twoWhoseClocksDiffer)).isEqualTo(usual);
    }
}
