package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.store.DatabaseException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose machine is gone in the middle of a write closes no connection: its locks must not stay for hours. */
class FrozenServerTest {

    private static final String TOUCH_THE_FEED = "UPDATE programme SET feed = feed WHERE id = 1";

    @Test
    @Timeout(120)
    void aServerThatFreezesWithTheFeedLockedStopsNoOtherForLong() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            String url = postgres.newDatabase();
            try (Database frozen = Database.open(url, 1, Clock.systemUTC());
                    Database other = Database.open(url, 1, Clock.systemUTC())) {
                Installation.of(frozen, Programme.Settings.DEFAULT);
                CountDownLatch locked = new CountDownLatch(1);
                CountDownLatch wakesUp = new CountDownLatch(1);
                CompletableFuture<Integer> late = CompletableFuture.supplyAsync(() -> frozen.write(tx -> {
                    // Not for as long as on a real server, which this test would have to wait for.
                    assertThat(tx.<String>first("SHOW idle_in_transaction_session_timeout", row -> row.getString(1)))
                            .contains("30s");
                    tx.change("SET LOCAL idle_in_transaction_session_timeout = '2s'");
                    tx.change(TOUCH_THE_FEED);
                    locked.countDown();
                    awaited(wakesUp);
                    return tx.change(TOUCH_THE_FEED);
                }));
                awaited(locked);

                assertThat(other.<Integer>write(tx -> {
                            assertThat(tx.<String>first("SHOW lock_timeout", row -> row.getString(1)))
                                    .contains("10s");
                            return tx.change(TOUCH_THE_FEED);
                        }))
                        .isEqualTo(1);

                wakesUp.countDown();
                assertThatThrownBy(late::join).hasCauseInstanceOf(DatabaseException.class);
                assertThat(frozen.<Integer>write(tx -> tx.change(TOUCH_THE_FEED)))
                        .isEqualTo(1);
            }
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
