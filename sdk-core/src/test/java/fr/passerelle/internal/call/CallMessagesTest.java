package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.internal.call.Script.seconds;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.BOOK_OFFER;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.GET_EVENT;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.USE_BOOKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.CallException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.endpoint.Endpoint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the message of a call says that was tried more than once, or never: no more than what happened. */
class CallMessagesTest {

    private static final String UNKNOWN_OUTCOME = "after an attempt whose outcome is not known";

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script();
    private final AttemptsChannel attempts = new AttemptsChannel(new SplittableRandom(1), server);

    @Test
    void aServerThatCannotBeReachedWasSentNothing() {
        server.cannotBeReached().cannotBeReached().cannotBeReached();

        assertThat(failure(USE_BOOKING))
                .hasMessageEndingWith("tried 3 times, was not sent the last time: refused; it was not processed");
    }

    @Test
    void aLostResponseIsSaidToBeNone() {
        server.losesTheResponse();

        assertThat(failure(BOOK_OFFER)).hasMessageContaining(") got no response: reset; it may have been processed: ");
    }

    @Test
    void anAttemptThatDidNotLeaveDoesNotHideTheOneBeforeIt() {
        server.losesTheResponse().cannotBeReached().cannotBeReached();

        assertThat(failure(USE_BOOKING))
                .hasMessageContaining(
                        "tried 3 times, was not sent the last time: refused; it may have been processed: ");
    }

    @Test
    void aRefusalAfterAServersFailureTellsOfNoLostResponse() {
        server.responses(503, 410);

        assertThat(failure(USE_BOOKING))
                .hasMessageContaining("tried 2 times, got status 410 " + UNKNOWN_OUTCOME)
                .hasMessageContaining("it may have been processed: ")
                .hasMessageNotContaining("lost");
    }

    @Test
    void aFailureAfterAFailureSaysOnceThatNobodyKnows() {
        server.losesTheResponse().responses(503, 503);

        assertThat(failure(USE_BOOKING))
                .hasMessageContaining("tried 3 times, got status 503; it may have been processed: ");
    }

    @Test
    void aRefusalAfterThrottlingIsNothingButARefusal() {
        server.responses(429, 410);

        CallException refused = failure(USE_BOOKING);

        assertThat(refused).hasMessageEndingWith("tried 2 times, got status 410");
        assertThat(refused.mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void aReadHasNoEffectToSpeakOf() {
        server.losesTheResponse().responses(404);

        assertThat(failure(GET_EVENT)).hasMessageEndingWith("tried 2 times, got status 404");
    }

    @Test
    void aCallThatEndsWhileItWaitsForItsSecondAttemptWasTriedOnce() {
        ManualTime manual = new ManualTime();
        server.responses(503, "Retry-After", "9");
        Operation operation = Script.future(RequestOptions.none(), manual);
        var result = attempts.send(Script.call(USE_BOOKING, operation));
        operation.cancellation().cancel(Cancellation.Reason.CLOSED);

        CallException ended = catchThrowableOfType(CallException.class, () -> get(result));

        assertThat(ended.attempts()).isEqualTo(1);
        assertThat(ended)
                .hasMessageContaining(") was not sent")
                .hasMessageContaining("the client was closed; it may have been processed: ");
    }

    @Test
    void aCallThatIsRefusedAtOnceWasNotTried() {
        server.does(call -> {
            throw CallExceptions.circuitOpen(call, seconds(10));
        });

        CallException refused = failure(USE_BOOKING);

        assertThat(refused.attempts()).isZero();
        assertThat(refused)
                .hasMessageEndingWith(") was not sent: the server failed too often lately; "
                        + "calls are let through again in 10000 ms; it was not processed");
    }

    private CallException failure(Endpoint endpoint) {
        return catchThrowableOfType(CallException.class, () -> get(attempts.send(Script.call(endpoint, time))));
    }
}
