package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.call;
import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.internal.call.Script.seconds;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.GET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer between the retries and a limiter. */
class RateLimitChannelTest {

    /** A limiter that lets everybody go and notes what it is told. */
    private static class Listening implements RateLimiter {
        final List<String> told = new ArrayList<>();

        @Override
        public Optional<Permit> reserve(Duration atMost) {
            told.add("turn");
            return Optional.of(Permit.in(Duration.ZERO));
        }

        @Override
        public void throttled(Duration hold) {
            told.add("throttled " + hold);
        }

        @Override
        public void admitted() {
            told.add("admitted");
        }
    }

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script();
    private final Listening listening = new Listening();

    @Test
    void waitsForItsTurn() {
        server.responses(200);

        send(channel(atMost -> Optional.of(Permit.in(seconds(3)))));

        assertThat(time.pauses()).containsExactly(seconds(3));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        Channel channel = channel(atMost -> {
            assertThat(atMost).isEqualTo(seconds(90));
            return Optional.empty();
        });

        assertThatThrownBy(() -> send(channel))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("waiting for its permit")
                .hasMessageContaining("it was not processed");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void sendsNothingAfterALimiterThatBrokeItsPromise() {
        Channel channel = channel(atMost -> Optional.of(Permit.in(Duration.ofHours(1))));

        assertThatThrownBy(() -> send(channel)).isInstanceOf(DeadlineException.class);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void takesAnotherTurnForAVoidOne() {
        server.responses(200);
        List<Duration> patience = new ArrayList<>();

        send(channel(atMost -> {
            patience.add(atMost);
            return Optional.of(patience.size() == 1 ? voidAfter(seconds(5)) : Permit.in(seconds(2)));
        }));

        assertThat(patience).containsExactly(seconds(90), seconds(85));
        assertThat(time.pauses()).containsExactly(seconds(5), seconds(2));
    }

    @Test
    void voidTurnsEndWithTheDeadline() {
        Channel channel = channel(atMost -> Optional.of(voidAfter(seconds(40))));

        assertThatThrownBy(() -> send(channel)).isInstanceOf(DeadlineException.class);
        assertThat(time.pauses()).hasSize(2);
    }

    /** What has not left by its moment asks for another permit, and its first one is no attempt. */
    @Test
    void aStalePermitIsTakenAgain() {
        server.does(call -> {
                    throw sneaky(new StalePermitException());
                })
                .responses(200);

        RawResponse response = send(channel(listening));

        assertThat(response.attempts()).isEqualTo(1);
        assertThat(listening.told).containsExactly("turn", "turn", "admitted");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "3600, 60", "0, 1", "soon, 1", "'Mon, 23 Nov 2026 10:00:30 GMT', 30"})
    void everybodyWaitsAsLongAsTheServerAsksAndAMinuteAtMost(String retryAfter, long hold) {
        Channel channel = channel(listening);
        server.responses(429, "Retry-After", retryAfter).responses(200);

        refused(channel);
        send(channel);

        assertThat(time.pauses()).containsExactly(seconds(hold));
        assertThat(listening.told).containsExactly("turn", "throttled " + seconds(hold), "turn", "admitted");
    }

    @Test
    void waitsASecondWhenTheServerDoesNotSayHowLong() {
        Channel channel = channel(listening);
        server.responses(429, 200);

        refused(channel);
        send(channel);

        assertThat(time.pauses()).containsExactly(seconds(1));
    }

    @Test
    void aCallThatCannotWaitThatLongFailsAtOnce() {
        Channel channel = channel(listening);
        server.responses(429, "Retry-After", "60");
        RequestOptions hurried =
                RequestOptions.builder().callTimeout(seconds(59)).build();
        refused(channel);

        assertThatThrownBy(() -> get(channel.send(call(GET_EVENT, hurried, time))))
                .isInstanceOf(DeadlineException.class);
        assertThat(time.pauses()).isEmpty();
    }

    /** Two calls are under way; the second response changes nothing but the length of the wait. */
    @Test
    void callsThatLeftBeforeThrottleOnce() {
        Channel channel = channel(listening);
        server.does(call -> {
                    refused(channel);
                    return Script.response(call, 429, Map.of("Retry-After", List.of("9")));
                })
                .responses(429, "Retry-After", "5");

        refused(channel);

        assertThat(listening.told).containsExactly("turn", "turn", "throttled PT5S");
    }

    @Test
    void aServerThatIsDownSaysNothingOfTheRate() {
        Channel channel = channel(listening);
        server.responses(503, 200);

        refused(channel);
        send(channel);

        assertThat(listening.told).containsExactly("turn", "turn", "admitted");
    }

    private Channel channel(RateLimiter limiter) {
        PermitQueue queue = new PermitQueue(limiter, time, Runnable::run);
        return new RateLimitChannel(() -> queue, server);
    }

    private RawResponse send(Channel channel) {
        return get(channel.send(call(GET_EVENT, time)));
    }

    private void refused(Channel channel) {
        assertThatThrownBy(() -> send(channel)).isInstanceOf(ApiException.class);
    }

    @SuppressWarnings("unchecked") // the compiler believes that E is unchecked
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static Permit voidAfter(Duration delay) {
        return new Permit() {
            @Override
            public Duration delay() {
                return delay;
            }

            @Override
            public boolean holds() {
                return false;
            }
        };
    }
}
