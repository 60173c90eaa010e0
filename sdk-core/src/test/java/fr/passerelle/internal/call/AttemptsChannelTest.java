package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.call;
import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.internal.call.Script.seconds;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.GET_EVENT;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.UPDATE_PROVIDER;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.UPLOAD_IMAGE;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.USE_BOOKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsChannelTest {

    /** Draws the largest number below the bound: full jitter at its longest. */
    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script();
    private final AttemptsChannel attempts = new AttemptsChannel(new SplittableRandom(1), server);

    @ParameterizedTest
    @CsvSource({
        // A read: everything that may pass.
        "GET_EVENT, 429, true",
        "GET_EVENT, 408, true",
        "GET_EVENT, 500, true",
        "GET_EVENT, 502, true",
        "GET_EVENT, 503, true",
        "GET_EVENT, 504, true",
        "GET_EVENT, 400, false",
        "GET_EVENT, 404, false",
        "GET_EVENT, 409, false",
        "GET_EVENT, 501, false",
        // Same call, same result: likewise.
        "UPDATE_PROVIDER, 429, true",
        "UPDATE_PROVIDER, 408, true",
        "UPDATE_PROVIDER, 500, true",
        "UPDATE_PROVIDER, 502, true",
        "UPDATE_PROVIDER, 503, true",
        "UPDATE_PROVIDER, 504, true",
        // A second one is refused: likewise.
        "USE_BOOKING, 429, true",
        "USE_BOOKING, 408, true",
        "USE_BOOKING, 503, true",
        "USE_BOOKING, 410, false",
        // An action: only what was surely not done.
        "UPSERT_PRODUCTS_BY_EAN, 429, true",
        "UPSERT_PRODUCTS_BY_EAN, 408, false",
        "UPSERT_PRODUCTS_BY_EAN, 500, false",
        "UPSERT_PRODUCTS_BY_EAN, 502, false",
        "UPSERT_PRODUCTS_BY_EAN, 503, false",
        "UPSERT_PRODUCTS_BY_EAN, 504, false",
        "UPSERT_PRODUCTS_BY_EAN, 410, false",
    })
    void retriesWhatItsRowAllows(PassCultureEndpoint endpoint, int status, boolean retried) {
        server.responses(status, 200);

        assertThat(status(call(endpoint, time))).isEqualTo(retried ? 200 : status);
        assertThat(server.received()).hasSize(retried ? 2 : 1);
    }

    @Test
    void givesUpAfterThreeAttempts() {
        server.responses(502, 503, 504, 200);

        assertThat(status(call(GET_EVENT, time))).isEqualTo(504);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void triesOnceWhenAskedTo() {
        server.responses(429);
        RequestOptions once = RequestOptions.builder().noRetry().build();

        assertThat(status(call(GET_EVENT, once, time))).isEqualTo(429);
    }

    @Test
    void repeatsADeedWhenTheCallerVouchesForIt() {
        server.losesTheResponse().responses(502, 200);
        RequestOptions assumed = RequestOptions.builder().assumeIdempotent(true).build();

        assertThat(status(call(UPSERT_PRODUCTS_BY_EAN, assumed, time))).isEqualTo(200);
    }

    @Test
    void doesNotRepeatADeedWhoseResponseWasLost() {
        server.losesTheResponse();

        TransportException e = catchThrowableOfType(
                TransportException.class, () -> get(attempts.send(call(UPSERT_PRODUCTS_BY_EAN, time))));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.attempts()).isEqualTo(1);
    }

    @Test
    void repeatsADeedThatNeverLeft() {
        server.cannotBeReached().cannotBeReached().responses(204);

        assertThat(get(attempts.send(call(UPSERT_PRODUCTS_BY_EAN, time))).attempts())
                .isEqualTo(3);
    }

    @Test
    void remembersThatAnEarlierAttemptMayHaveBeenProcessed() {
        server.losesTheResponse().cannotBeReached().cannotBeReached();

        TransportException e =
                catchThrowableOfType(TransportException.class, () -> get(attempts.send(call(UPDATE_PROVIDER, time))));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.attempts()).isEqualTo(3);
    }

    @Test
    void doublesTransientPausesFrom200Milliseconds() {
        AttemptsChannel patient = new AttemptsChannel(LONGEST, server);
        server.responses(502, 502, 502, 502, 502, 502, 502, 200);
        RequestOptions often = RequestOptions.builder().attempts(8).build();

        get(patient.send(call(GET_EVENT, often, time)));

        assertThat(time.pauses().stream().map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void jitterStaysWithinItsBounds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int attempt = 1; attempt <= 10; attempt++) {
            long doubled = 1L << (attempt - 1);
            for (int i = 0; i < 1_000; i++) {
                assertThat(RetryKind.TRANSIENT.backoff(attempt, random).toMillis())
                        .isBetween(0L, Math.min(5_000, 200 * doubled));
                assertThat(RetryKind.THROTTLED.backoff(attempt, random).toMillis())
                        .isBetween(0L, Math.min(20_000, 1_000 * doubled));
            }
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        server.responses(429, "Retry-After", "7").responses(200);

        get(attempts.send(call(UPSERT_PRODUCTS_BY_EAN, time)));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsUntilTheDateTheServerGives() {
        server.responses(503, "Retry-After", "Mon, 23 Nov 2026 10:00:30 GMT").responses(200);

        status(call(GET_EVENT, time));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void waitsNoLongerThanAMinute() {
        server.responses(429, "Retry-After", "3600").responses(200);

        status(call(GET_EVENT, time));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"-5", "Mon\\, 23 Nov 2020 10:00:00 GMT", "soon"})
    void survivesARetryAfterThatMakesNoSense(String retryAfter) {
        server.responses(429, "Retry-After", retryAfter.replace("\\", "")).responses(200);

        assertThat(status(call(GET_EVENT, time))).isEqualTo(200);
        assertThat(time.pauses()).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void failsAtOnceWhenTheDeadlineComesBeforeTheRetry() {
        server.responses(429, "Retry-After", "30");
        RequestOptions hurried =
                RequestOptions.builder().callTimeout(Duration.ofSeconds(20)).build();

        assertThat(status(call(GET_EVENT, hurried, time))).isEqualTo(429);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void stopsRepeatingWhenTheBudgetIsSpent() {
        int calls = 30;
        for (int i = 0; i < calls; i++) {
            server.responses(502, 502, 502);
        }
        for (int i = 0; i < calls; i++) {
            status(call(GET_EVENT, time));
        }

        // 500 tokens at 14 each: 35 retries, not 60.
        assertThat(server.received()).hasSize(calls + 35);
    }

    @Test
    void successEarnsTheBudgetBack() {
        for (int i = 0; i < 100; i++) {
            server.responses(502, 200);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(status(call(GET_EVENT, time))).isEqualTo(200);
        }
    }

    @Test
    void anUnreadableResponseToAWriteIsALostOne() {
        server.responsesAPage().responsesAPage().responses(204);

        assertThat(status(call(UPLOAD_IMAGE, time))).isEqualTo(204);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void anUnreadableResponseToAReadWouldBeTheSameAgain() {
        server.responsesAPage();

        assertThatThrownBy(() -> get(attempts.send(call(GET_EVENT, time))))
                .isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void aRefusalAfterALostResponseMaySpeakOfTheFirstRequest() {
        server.losesTheResponse().responses(410);

        GoneException e = catchThrowableOfType(GoneException.class, () -> get(attempts.send(call(USE_BOOKING, time))));

        assertThat(e.afterLostResponse()).isTrue();
        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e)
                .hasMessageContaining("tried 2 times")
                .hasMessageContaining("got status 410 after an attempt whose outcome is not known");
    }

    @Test
    void aCircuitThatOpensMeanwhileLeavesTheFailureThatOpenedIt() {
        server.responses(503).does(call -> {
            throw CallExceptions.circuitOpen(call, seconds(10));
        });

        assertThat(status(call(GET_EVENT, time))).isEqualTo(503);
    }

    @Test
    void aCancelledPauseEndsTheCall() {
        ManualTime manual = new ManualTime();
        server.responses(502, "Retry-After", "9");
        Operation operation = Script.future(RequestOptions.none(), manual);
        CompletableFuture<RawResponse> result = attempts.send(Script.call(GET_EVENT, operation));

        operation.cancellation().cancel(Cancellation.Reason.CANCELLED);

        assertThat(result).isCompletedExceptionally();
        assertThatThrownBy(() -> get(result)).isInstanceOf(CallInterruptedException.class);
        assertThat(server.received()).hasSize(1);
        assertThat(manual.timers()).as("timers left").isZero();
    }

    @Test
    void closingTheClientEndsThePause() {
        ManualTime manual = new ManualTime();
        server.responses(429, "Retry-After", "9");
        Operation operation = Script.future(RequestOptions.none(), manual);
        CompletableFuture<RawResponse> result = attempts.send(Script.call(GET_EVENT, operation));

        operation.cancellation().cancel(Cancellation.Reason.CLOSED);

        assertThatThrownBy(() -> get(result))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the client was closed");
    }

    /** Of the response, or of the error that it means. */
    private int status(Call<RawResponse> call) {
        try {
            return get(attempts.send(call)).status();
        } catch (ApiException refused) {
            return refused.status();
        }
    }
}
