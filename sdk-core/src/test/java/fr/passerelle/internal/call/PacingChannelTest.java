package fr.passerelle.internal.call;

import static fr.passerelle.internal.Endpoint.GET_EVENT;
import static fr.passerelle.internal.call.Script.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.error.CallInterruptedException;
import fr.passerelle.client.error.DeadlineException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacingChannelTest {

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script().answers(200);

    @Test
    void waitsForItsTurn() {
        send(atMost -> Optional.of(Duration.ofSeconds(3)));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        assertThatThrownBy(() -> send(atMost -> {
                    assertThat(atMost).isEqualTo(Duration.ofSeconds(90));
                    return Optional.empty();
                }))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("waiting for its turn")
                .hasMessageContaining("it was not processed");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void sendsNothingAfterAPacingThatBrokeItsPromise() {
        assertThatThrownBy(() -> send(atMost -> Optional.of(Duration.ofHours(1))))
                .isInstanceOf(DeadlineException.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> send(atMost -> Optional.of(Duration.ofSeconds(3))))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private void send(Pacing pacing) {
        assertThat(new PacingChannel(pacing, time, server)
                        .send(call(GET_EVENT, time))
                        .status())
                .isEqualTo(200);
    }
}
