package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.call;
import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.CREATE_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.Limits;
import fr.passerelle.http.RawResponse;
import org.junit.jupiter.api.Test;

class DeadlineChannelTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void sendsNothingOnceTheDeadlineHasPassed() {
        Script server = new Script();
        Call<RawResponse> call = call(CREATE_EVENT, time);
        time.pass(Limits.DEFAULT.call());

        assertThatThrownBy(() -> get(new DeadlineChannel(server).send(call))).isInstanceOf(DeadlineException.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aFailureThatOutlivesTheDeadlineIsAMissedDeadline() {
        Script slow = new Script().does(call -> {
            time.pass(Limits.DEFAULT.call());
            throw CallExceptions.lost(call, "timeout", true, null);
        });

        DeadlineException e = catchThrowableOfType(
                DeadlineException.class, () -> get(new DeadlineChannel(slow).send(call(CREATE_EVENT, time))));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e).hasCauseInstanceOf(TransportException.class);
    }

    @Test
    void aFailureInTimeStaysWhatItIs() {
        Script server = new Script().cannotBeReached();

        assertThatThrownBy(() -> get(new DeadlineChannel(server).send(call(CREATE_EVENT, time))))
                .isInstanceOf(TransportException.class);
    }
}
