package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.book;
import static fr.passerelle.invitationsserver.TestProgramme.hold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One server at a time does the jobs, by a lease; what if it dies, or hangs and wakes up. */
class LeaderTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final TestProgramme programme = new TestProgramme(database);
    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");

    @AfterEach
    void stop() {
        programme.close();
    }

    @Test
    void aSecondServerDoesNothingWhileTheFirstLeads() {
        Allotment places = programme.places(theatre, 10);
        hold(home, places, 4);
        programme.server.runJobs();
        try (InvitationsServer second = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, database, 2, 100, 100, Duration.ZERO, Programme.Settings.DEFAULT, programme.clock))) {
            programme.clock.advance(Duration.ofMinutes(15));
            assertThat(second.firstKey()).isEmpty();

            programme.server.runJobs();
            assertThat(second.runJobs()).isZero();

            // The first one is dead: its lease runs out.
            hold(home, places, 4);
            programme.clock.advance(Duration.ofMinutes(16));
            assertThat(second.runJobs()).isEqualTo(1);
        }
    }

    /** The leader hangs between two steps; its lease runs out, another one does the work, and then it wakes up. */
    @Test
    @Timeout(60)
    void aLeaderThatWakesUpLateDoublesNothing() throws Exception {
        Allotment places = programme.places(theatre, 10);
        hold(home, places, 4);
        book(home, places, 2);
        TestClock clock = programme.clock;
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        // It has the lease when it looks at the clock for the second time, and has read nothing yet.
        AtomicInteger looks = new AtomicInteger();
        TestClock hanging = new TestClock(clock.instant()) {
            @Override
            public Instant instant() {
                Instant seen = super.instant();
                if (looks.incrementAndGet() == 2) {
                    hangs.countDown();
                    try {
                        assertThat(wakes.await(30, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }
                return seen;
            }
        };
        clock.advance(Duration.ofDays(3).plusHours(3));
        hanging.set(clock.instant());
        try (InvitationsServer slow = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, database, 2, 100, 100, Duration.ZERO, Programme.Settings.DEFAULT, hanging))) {
            looks.set(0);
            CompletableFuture<Integer> late = CompletableFuture.supplyAsync(slow::runJobs);
            assertThat(hangs.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(programme.server.runJobs()).isZero();
            clock.advance(Duration.ofSeconds(31));

            assertThat(programme.server.runJobs()).isEqualTo(2);
            wakes.countDown();

            assertThat(late.get(30, TimeUnit.SECONDS)).isZero();
            assertThat(slow.runJobs()).isZero();
        }
        String feed = programme.operator.get("/v1/changes?limit=1000").text();
        assertThat(feed)
                .containsOnlyOnce("\"change\":\"EXPIRED\"")
                .containsOnlyOnce("\"change\":\"CLOSED\"")
                .containsOnlyOnce("\"change\":\"ENDED\"");
    }

    /** It hangs while it sends: the message comes twice, with one id. */
    @Test
    @Timeout(60)
    void aLeaderThatHangsWhileItSendsSendsTheSameMessage() throws Exception {
        try (Receiver receiver = new Receiver();
                InvitationsServer second = InvitationsServer.start(new InvitationsServer.Options(
                        "127.0.0.1",
                        0,
                        database,
                        2,
                        100,
                        100,
                        Duration.ZERO,
                        TestProgramme.SETTINGS,
                        programme.clock))) {
            WebhookDraft draft = WebhookDraft.of(receiver.url());
            home.api().put("/v1/webhooks/" + draft.id(), draft);
            book(home, programme.places(theatre, 10), 2);
            CountDownLatch hangs = new CountDownLatch(1);
            CountDownLatch wakes = new CountDownLatch(1);
            receiver.onMessage = () -> {
                receiver.onMessage = () -> {};
                hangs.countDown();
                try {
                    assertThat(wakes.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };
            CompletableFuture<Integer> late = CompletableFuture.supplyAsync(programme.server::deliver);
            assertThat(hangs.await(30, TimeUnit.SECONDS)).isTrue();
            programme.clock.advance(Duration.ofSeconds(31));

            second.deliver();
            wakes.countDown();
            late.get(30, TimeUnit.SECONDS);
            programme.clock.advance(Duration.ofMinutes(1));
            second.deliver();
            programme.server.deliver();

            assertThat(receiver.bodies).hasSize(2);
            assertThat(receiver.bodies.get(1)).isEqualTo(receiver.bodies.get(0));
        }
    }
}
