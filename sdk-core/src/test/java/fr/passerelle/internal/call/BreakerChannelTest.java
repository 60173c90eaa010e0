package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.call;
import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.GET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.http.CallListener;
import fr.passerelle.http.CircuitBreaker;
import fr.passerelle.http.RawResponse;
import fr.passerelle.log.CapturedLogs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

class BreakerChannelTest {

    private static final int TRIALS = 5;

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script();
    private final BreakerChannel breaker =
            new BreakerChannel(CircuitBreaker.DEFAULT, time, Script.observers(time), server);

    @Test
    void aServerThatIsDownIsLeftAlone() {
        fail(50);

        assertThatThrownBy(this::send)
                .isInstanceOf(CircuitOpenException.class)
                .hasMessageContaining("failed too often")
                .hasMessageContaining("it was not processed");
        assertThat(server.received()).hasSize(50);
    }

    @Test
    void whatWentWellBeforeTheFirstFailureCounts() {
        for (int i = 0; i < 100; i++) {
            server.responses(200);
            send();
        }

        fail(80); // of the last hundred

        assertThatThrownBy(this::send).isInstanceOf(CircuitOpenException.class);
        assertThat(server.received()).hasSize(180);
    }

    @Test
    void tellsWhoIsOnCallThatItOpened() {
        long before = warnings();

        fail(50);

        assertThat(warnings()).isGreaterThan(before);
    }

    @Test
    void tellsWhichServerAndWhichClient() {
        fail(50);

        assertThat(CapturedLogs.ours())
                .anyMatch(line -> line.text()
                        .equals("The server fails too often: calls are refused for 10000 ms, then 5 are let through"
                                + " [localhost, client door]"));
    }

    @Test
    void tellsListenersWhatItDoes() {
        List<String> told = new ArrayList<>();
        CallListener.Factory listener = new CallListener.Factory() {
            @Override
            public CallListener started(CallListener.Target target) {
                throw new IllegalStateException("no call is observed here");
            }

            @Override
            public void circuitChanged(CallListener.CircuitChange change) {
                told.add(change.from() + " to " + change.to() + " " + change.host() + " " + change.client()
                        + change.tags());
                throw new IllegalStateException("of no concern to the call");
            }
        };
        BreakerChannel two = new BreakerChannel(
                CircuitBreaker.builder()
                        .window(2)
                        .minimumRequests(2)
                        .failureRate(100)
                        .trials(1)
                        .build(),
                time,
                Script.observers(time, listener),
                server);

        for (int status : List.of(503, 503)) {
            server.responses(status);
            assertThatThrownBy(() -> get(two.send(call(GET_EVENT, time)))).isInstanceOf(ApiException.class);
        }
        time.pass(Duration.ofSeconds(11));
        server.responses(200);
        get(two.send(call(GET_EVENT, time)));

        String who = " localhost door{tenant=rennes}";
        assertThat(told)
                .containsExactly("CLOSED to OPEN" + who, "OPEN to HALF_OPEN" + who, "HALF_OPEN to CLOSED" + who);
    }

    @Test
    void openingAndWaitingAreOptions() {
        BreakerChannel quick = new BreakerChannel(
                CircuitBreaker.builder()
                        .window(4)
                        .minimumRequests(2)
                        .failureRate(50)
                        .waitTime(Duration.ofMinutes(2))
                        .trials(2)
                        .build(),
                time,
                Script.observers(time),
                server);
        server.responses(200, 503);
        get(quick.send(call(GET_EVENT, time)));
        assertThatThrownBy(() -> get(quick.send(call(GET_EVENT, time)))).isInstanceOf(ApiException.class);
        time.pass(Duration.ofSeconds(90));

        CircuitOpenException refused =
                catchThrowableOfType(CircuitOpenException.class, () -> get(quick.send(call(GET_EVENT, time))));

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        time.pass(refused.retryAfter());
        server.responses(200);
        assertThat(get(quick.send(call(GET_EVENT, time))).status()).isEqualTo(200);
    }

    private static long warnings() {
        return CapturedLogs.ours().stream()
                .filter(line -> line.level() == Level.WARN && line.text().startsWith("The server fails too often"))
                .count();
    }

    /** Nobody waits for a permit only to be refused. */
    @Test
    void whatIsSureToBeRefusedIsRefusedAbove() {
        fail(50);
        Script below = new Script().responses(200);

        assertThatThrownBy(() -> get(breaker.guard(below).send(call(GET_EVENT, time))))
                .isInstanceOf(CircuitOpenException.class);
        time.pass(Duration.ofSeconds(11));
        assertThat(get(breaker.guard(below).send(call(GET_EVENT, time))).status())
                .isEqualTo(200);
    }

    @Test
    void isTriedAgainAfterTenSeconds() {
        fail(50);

        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 6; i++) {
            server.responses(200);
            assertThat(send().status()).isEqualTo(200);
        }
    }

    @Test
    void countsWhatTheClientDidWrongAsSuccess() {
        for (int i = 0; i < 200; i++) {
            server.responses(404);
            assertThatThrownBy(this::send).hasMessageContaining("404");
        }
    }

    @Test
    void refusalsCloseTheCircuitToo() {
        fail(50);
        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 50; i++) {
            server.responses(404);
            assertThatThrownBy(this::send).hasMessageContaining("404");
        }
    }

    @Test
    void countsLostResponsesToo() {
        for (int i = 0; i < 50; i++) {
            server.losesTheResponse();
            assertThatThrownBy(this::send).hasMessageContaining("reset");
        }

        assertThatThrownBy(this::send).hasMessageContaining("failed too often");
    }

    @Test
    void doesNotCountWhatSaysNothingOfTheServer() {
        for (int i = 0; i < 200; i++) {
            server.does(call -> {
                throw CallExceptions.deadline(call, "in the queue");
            });
            assertThatThrownBy(this::send).isInstanceOf(DeadlineException.class);
        }
    }

    /** How a trial of the half-open circuit may end without telling anything. */
    enum WayOut {
        INTERRUPTED {
            @Override
            Throwable of(Call<?> call) {
                return CallExceptions.interrupted(call, false);
            }
        },
        CLOSED {
            @Override
            Throwable of(Call<?> call) {
                return CallExceptions.notBegun(call, "the client was closed");
            }
        },
        STALE_PERMIT {
            @Override
            Throwable of(Call<?> call) {
                return new StalePermitException();
            }
        },
        CHECKED {
            @Override
            Throwable of(Call<?> call) {
                return new IOException("sneaked out");
            }
        },
        ERROR {
            @Override
            Throwable of(Call<?> call) {
                return new StackOverflowError();
            }
        };

        abstract Throwable of(Call<?> call);
    }

    /** Once the server is well, calls leave again, however many trials ended for another reason. */
    @ParameterizedTest
    @EnumSource
    void everyTrialComesBack(WayOut wayOut) {
        fail(50);
        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 3 * TRIALS; i++) {
            server.does(call -> sneak(wayOut.of(call)));
            assertThat(breaker.send(call(GET_EVENT, time))).isCompletedExceptionally();
        }

        for (int i = 0; i < 2 * TRIALS; i++) {
            server.responses(200);
            assertThat(send().status()).isEqualTo(200);
        }
    }

    /** Trials that tell nothing for a minute, such as requests that nobody ends, are given anew. */
    @Test
    void doesNotWaitForEverForATrial() {
        fail(50);
        time.pass(Duration.ofSeconds(11));
        Silent silent = new Silent();
        BreakerChannel stuck = new BreakerChannel(CircuitBreaker.DEFAULT, time, Script.observers(time), silent);
        silent.fails = true;
        for (int i = 0; i < 50; i++) {
            assertThat(stuck.send(call(GET_EVENT, time))).isCompletedExceptionally();
        }
        silent.fails = false;
        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < TRIALS; i++) {
            assertThat(stuck.send(call(GET_EVENT, time))).isNotDone();
        }
        assertThatThrownBy(() -> get(stuck.send(call(GET_EVENT, time)))).isInstanceOf(CircuitOpenException.class);

        time.pass(Duration.ofSeconds(61));

        assertThat(stuck.send(call(GET_EVENT, time))).isNotDone();
    }

    /** Fails at once, or never answers. */
    private static final class Silent implements Channel {
        private boolean fails;

        @Override
        public <T> CompletableFuture<T> send(Call<T> call) {
            return fails ? Stages.failed(CallExceptions.lost(call, "reset", true, null)) : new CompletableFuture<>();
        }
    }

    @SuppressWarnings("unchecked") // the compiler believes that E is unchecked
    private static <E extends Throwable> RawResponse sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private void fail(int requests) {
        for (int i = 0; i < requests; i++) {
            server.responses(503);
            assertThatThrownBy(this::send).isInstanceOf(CallException.class).hasMessageContaining("503");
        }
    }

    private RawResponse send() {
        return get(breaker.send(call(GET_EVENT, time)));
    }
}
