package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.venue.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An outage, and callers who will not wait while their calls connect: nothing of it lasts longer than the outage. */
@Timeout(60)
class StuckClientTest {

    private static final Duration SOON = Duration.ofSeconds(4);
    /** How many calls a circuit lets through that is half open. */
    private static final int TRIALS = 5;

    private static final Duration REST = Duration.ofSeconds(11);

    private final VirtualTime time = new VirtualTime();
    private Server server;
    private FullBacklog backlog;
    private volatile int status = 503;

    /** How a caller gives up. */
    enum GivingUp {
        INTERRUPT,
        CANCEL
    }

    @BeforeEach
    void start() throws IOException {
        backlog = new FullBacklog();
        server = new Server().responseBy(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                // Each request connects anew.
                return new MockResponse(
                        status,
                        Headers.of("Content-Type", "application/json", "Connection", "close"),
                        Samples.PROVIDER);
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        backlog.close();
    }

    private PassCultureClient client() {
        return server.client()
                .okHttpClient(new OkHttpClient.Builder()
                        .socketFactory(backlog.sockets())
                        .build())
                .time(time)
                .attempts(1)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void trialsThatAreGivenUpWhileTheyConnectComeBack(GivingUp givingUp) throws InterruptedException {
        try (PassCultureClient client = client()) {
            while (!(catchThrowable(() -> client.provider().get()) instanceof CircuitOpenException)) {
                // The outage goes on until the circuit opens.
                assertThat(server.requests()).isLessThan(200);
            }
            time.pass(REST);
            backlog.inTheWay(true);
            for (int i = 0; i < 3 * TRIALS; i++) {
                giveUp(client, givingUp);
            }
            backlog.inTheWay(false);
            status = 200;

            for (int i = 0; i < 3 * TRIALS; i++) {
                assertThat(client.provider().get().id()).isEqualTo(7);
            }
            assertThat(client.underWay()).isZero();
        }
    }

    private void giveUp(PassCultureClient client, GivingUp how) throws InterruptedException {
        if (how == GivingUp.CANCEL) {
            CompletableFuture<Provider> call = client.provider().async().get();
            backlog.awaitConnecting();
            call.cancel(true);
            while (client.underWay() > 0) {
                // Its thread has yet to notice.
                Thread.onSpinWait();
            }
            return;
        }
        CompletableFuture<CallException> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> client.provider().get());
            flag.complete(Thread.currentThread().isInterrupted());
            if (thrown instanceof CallException typed) {
                outcome.complete(typed);
            } else {
                outcome.completeExceptionally(thrown);
            }
        });
        caller.start();
        backlog.awaitConnecting();
        caller.interrupt();

        assertThat(outcome).succeedsWithin(SOON).isInstanceOf(CallInterruptedException.class);
        assertThat(outcome.join().mayHaveBeenProcessed()).isFalse();
        assertThat(flag).succeedsWithin(SOON).isEqualTo(true);
        caller.join();
    }

    @Test
    void closingEndsAFutureThatConnects() throws InterruptedException {
        backlog.inTheWay(true);
        PassCultureClient client = client();
        CompletableFuture<Provider> call = client.provider().async().get();
        backlog.awaitConnecting();

        client.close();

        assertThat(call)
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(TransportException.class)
                .withMessageContaining("the client was closed")
                .withMessageContaining("it was not processed");
        assertThat(client.underWay()).isZero();
    }

    @Test
    void aConnectionThatNeverOpensIsNotWaitedForLongerThanItsTimeout() {
        backlog.inTheWay(true);
        RequestOptions hurried =
                RequestOptions.builder().connectTimeout(Duration.ofMillis(100)).build();
        try (PassCultureClient client = client()) {
            assertThatThrownBy(() -> client.events().with(hurried).get(12))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("connecting timed out");
        }
    }
}
