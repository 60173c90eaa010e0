package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.ratelimit.Permit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.Stall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller that will not wait any longer, wherever the call is just then: it ends at once and leaves nothing. */
@Timeout(30)
class StoppedCallsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Where a call is when it is stopped. */
    enum Moment {
        WAITING_FOR_ITS_TURN,
        WAITING_TO_TRY_AGAIN,
        WAITING_FOR_A_SILENT_SERVER,
        READING_BYTE_BY_BYTE;

        boolean sent() {
            return compareTo(WAITING_FOR_A_SILENT_SERVER) >= 0;
        }
    }

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final Leaks leaks = new Leaks();
    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
    }

    @AfterEach
    void nothingIsLeft() {
        server.close();
        leaks.assertNothingLeft();
        assertThat(Leaks.threadsLeft()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsACall(Moment moment) throws InterruptedException {
        CompletableFuture<CallInterruptedException> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        try (PassCultureClient client = client(moment).build()) {
            Thread caller = new Thread(() -> {
                try {
                    client.events().get(12);
                } catch (CallInterruptedException e) {
                    flag.complete(Thread.currentThread().isInterrupted());
                    outcome.complete(e);
                }
            });
            caller.start();
            await(moment);
            caller.interrupt();

            assertThat(outcome).succeedsWithin(SOON);
            assertThat(outcome.join().mayHaveBeenProcessed()).isEqualTo(moment.sent());
            assertThat(flag).succeedsWithin(SOON).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingAFutureEndsItsCall(Moment moment) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (PassCultureClient client = client(moment)
                .executor(work -> new Thread(() -> {
                            work.run();
                            ended.countDown();
                        })
                        .start())
                .build()) {
            CompletableFuture<?> future = client.events().async().get(12);
            await(moment);

            assertThat(future.cancel(true)).isTrue();
            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertThat(ended.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingTheClientEndsItsCalls(Moment moment) throws InterruptedException {
        PassCultureClient client = client(moment).attempts(2).build();
        CompletableFuture<CallException> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                client.events().get(12);
            } catch (CallException e) {
                outcome.complete(e);
            }
        });
        caller.start();
        await(moment);

        client.close();

        assertThat(outcome).succeedsWithin(SOON);
        assertThat(outcome.join()).isInstanceOf(TransportException.class);
        assertThat(outcome.join().mayHaveBeenProcessed()).isEqualTo(moment.sent());
    }

    @Test
    void aFutureThatIsCancelledBeforeItsTurnSendsNothing() {
        List<Runnable> queue = new ArrayList<>();
        try (PassCultureClient client = server.client()
                .okHttpClient(leaks.okHttpClient())
                .executor(queue::add)
                .build()) {
            CompletableFuture<?> future = client.events().async().get(12);
            future.cancel(true);
            queue.forEach(Runnable::run);
        }

        assertThat(leaks.calls()).isZero();
    }

    private PassCultureClient.Builder client(Moment moment) {
        PassCultureClient.Builder builder = server.client().okHttpClient(leaks.okHttpClient());
        return switch (moment) {
            case WAITING_FOR_ITS_TURN -> builder.rateLimiter(this::anotherMinute);
            case WAITING_TO_TRY_AGAIN -> {
                server.response(new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "60")
                        .build());
                yield builder.callListener(this::untilTheFirstAttempt);
            }
            case WAITING_FOR_A_SILENT_SERVER -> {
                server.response(Faulty.fault(Stall.INSTANCE));
                yield builder;
            }
            case READING_BYTE_BY_BYTE -> {
                server.response(Faulty.dripping());
                yield builder;
            }
        };
    }

    private Optional<Permit> anotherMinute(Duration atMost) {
        waiting.countDown();
        return Optional.of(Permit.in(Duration.ofMinutes(1)));
    }

    private CallListener untilTheFirstAttempt(Target target) {
        return new CallListener() {
            @Override
            public void attempted(Attempt attempt) {
                waiting.countDown();
            }
        };
    }

    private void await(Moment moment) throws InterruptedException {
        if (moment.sent()) {
            server.request();
        } else {
            assertThat(waiting.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }
}
