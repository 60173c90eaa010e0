package fr.passerelle.internal.call;

import static fr.passerelle.internal.Endpoint.GET_EVENT;
import static fr.passerelle.internal.call.Script.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.TransportException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerChannelTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void aServerThatIsDownIsLeftAlone() {
        Script server = down(50);
        BreakerChannel breaker = breaker(server, 50);

        assertThatThrownBy(() -> breaker.send(call(GET_EVENT, time)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("failed too often")
                .hasMessageContaining("it was not processed");
        assertThat(server.received()).hasSize(50);
    }

    @Test
    void isTriedAgainAfterTenSeconds() {
        Script server = down(50).answers(200, 200, 200, 200, 200, 200);
        BreakerChannel breaker = breaker(server, 50);

        time.pass(Duration.ofSeconds(11));
        for (int i = 0; i < 6; i++) {
            assertThat(breaker.send(call(GET_EVENT, time)).status()).isEqualTo(200);
        }
    }

    @Test
    void countsWhatTheClientDidWrongAsSuccess() {
        Script server = new Script();
        for (int i = 0; i < 200; i++) {
            server.answers(404);
        }
        breaker(server, 200);

        assertThat(server.received()).hasSize(200);
    }

    @Test
    void countsLostAnswersToo() {
        Script server = new Script();
        for (int i = 0; i < 50; i++) {
            server.losesTheAnswer();
        }
        BreakerChannel breaker = new BreakerChannel(time, server);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> breaker.send(call(GET_EVENT, time))).hasMessageContaining("reset");
        }

        assertThatThrownBy(() -> breaker.send(call(GET_EVENT, time))).hasMessageContaining("failed too often");
    }

    @Test
    void doesNotCountACallThatNeverGotItsTurn() {
        BreakerChannel breaker = new BreakerChannel(time, call -> {
            throw Failures.deadline(call, "in the queue");
        });
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> breaker.send(call(GET_EVENT, time))).isInstanceOf(DeadlineException.class);
        }
    }

    private static Script down(int calls) {
        Script server = new Script();
        for (int i = 0; i < calls; i++) {
            server.answers(503);
        }
        return server;
    }

    private BreakerChannel breaker(Script server, int calls) {
        BreakerChannel breaker = new BreakerChannel(time, server);
        for (int i = 0; i < calls; i++) {
            assertThat(breaker.send(call(GET_EVENT, time)).status()).isNotEqualTo(200);
        }
        return breaker;
    }
}
