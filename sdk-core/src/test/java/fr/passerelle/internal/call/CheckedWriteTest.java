package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write, its attempts below it, and what is read before it and when its response is lost. */
class CheckedWriteTest {

    /** A second one is refused. */
    private static final HttpCall GUARDED = HttpCall.to(PassCultureEndpoint.DELETE_DATE, 1, 2);
    /** A second one would act again. */
    private static final HttpCall VERIFIABLE = HttpCall.to(PassCultureEndpoint.BOOK_OFFER);

    private static final HttpCall READ = HttpCall.to(PassCultureEndpoint.GET_EVENT, 1);

    private final VirtualTime time = new VirtualTime();
    private final Script server = new Script();
    private final Deque<Boolean> states = new ArrayDeque<>();

    private final Operation operation = Operation.blocking(
            Script.context(time, new DeadlineChannel(new AttemptsChannel(new SplittableRandom(1), server))),
            RequestOptions.none(),
            Runnable::run,
            new Cancellation());

    /** The state that the write leads to, read by read; the first is that before the write. */
    private boolean run(HttpCall write, Boolean... seen) {
        states.addAll(List.of(seen));
        return get(operation.run(write, OutcomeCheck.reaching(read -> Stages.done(states.remove()))));
    }

    @Test
    void theSecondReadIsForLostResponsesOnly() {
        server.responses(204);

        assertThat(run(GUARDED, false)).as("doubted").isFalse();
    }

    @Test
    void whatIsNewIsWhatTheWriteMade() {
        server.losesTheResponse();

        assertThat(run(VERIFIABLE, false, true)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatWasThereBeforeProvesNothing() {
        server.losesTheResponse();

        assertThatThrownBy(() -> run(VERIFIABLE, true, true, true))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("it may have been processed: read bookings() before booking again");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 501, 502, 503, 504, 599, 101, 302, 307, 308, 999})
    void aStatusThatTellsNothingIsALostResponse(int status) {
        server.responses(status);

        assertThat(run(VERIFIABLE, false, true)).isTrue();
    }

    @Test
    void whatASecondRequestIsRefusedForIsLookedUp() {
        server.losesTheResponse().responses(404);

        assertThat(run(GUARDED, false, true)).isTrue();
        assertThat(server.received()).extracting(Call::mayHaveBeenProcessed).containsExactly(false, true);
    }

    @Test
    void whatWasSurelyNotDoneIsNotLookedUp() {
        server.cannotBeReached().cannotBeReached().cannotBeReached();

        TransportException e = catchThrowableOfType(TransportException.class, () -> run(GUARDED, false));

        assertThat(e.mayHaveBeenProcessed()).isFalse();
        assertThat(states).isEmpty();
    }

    /** A first request may still be under way. */
    @Test
    void whatWouldActTwiceIsLookedUpOnceMoreAfterAMoment() {
        server.losesTheResponse();

        assertThat(run(VERIFIABLE, false, false, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatNothingShowsStaysUndecided() {
        server.losesTheResponse();

        assertThatThrownBy(() -> run(VERIFIABLE, false, false, false)).isInstanceOf(TransportException.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void withoutACheckNothingIsRead() {
        server.responses(500);

        assertThatThrownBy(() -> get(operation.run(HttpCall.to(PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN))))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("it may have been processed: read products().ean().byEan");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatCannotBeReadBeforehandSettlesNothing() {
        server.responses(404).losesTheResponse();
        OutcomeCheck<Boolean> check = OutcomeCheck.reaching(read -> read.run(READ));

        assertThatThrownBy(() -> get(operation.run(VERIFIABLE, check))).isInstanceOf(TransportException.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aReadThatFailsAfterwardsLeavesItUndecided() {
        server.losesTheResponse().responses(403);
        OutcomeCheck<Boolean> check =
                before -> Stages.done((after, failure) -> Stages.map(after.run(READ), Optional::of));

        TransportException e =
                catchThrowableOfType(TransportException.class, () -> get(operation.run(VERIFIABLE, check)));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.operation()).isEqualTo(PassCultureEndpoint.BOOK_OFFER.operationId());
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void readsAndWriteHaveOneDeadline() {
        server.responses(404).losesTheResponse();
        OutcomeCheck<Boolean> check = OutcomeCheck.reaching(read -> read.run(READ));

        assertThatThrownBy(() -> get(operation.run(VERIFIABLE, check))).isInstanceOf(TransportException.class);
        assertThat(server.received()).extracting(Call::deadline).containsOnly(operation.deadline());
    }

    @Test
    void waitsAsTheServerAskedBeforeItLooks() {
        server.responses(503, "Retry-After", "7");

        assertThat(run(VERIFIABLE, false, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aCancelledLookSaysNothing() {
        ManualTime manual = new ManualTime();
        Operation future = Operation.future(
                Script.context(manual, server), RequestOptions.none(), Runnable::run, new Cancellation());
        server.responses(503, "Retry-After", "7");
        CompletableFuture<Boolean> result = future.run(VERIFIABLE, OutcomeCheck.reaching(read -> Stages.done(false)));

        future.cancellation().cancel(Cancellation.Reason.CANCELLED);

        ServerException e = catchThrowableOfType(ServerException.class, () -> get(result));
        assertThat(e.mayHaveBeenProcessed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyWriteHasARecoveryHintAndNoReadHas(PassCultureEndpoint endpoint) {
        boolean write = endpoint.method() != Endpoint.Method.GET;

        assertThat(endpoint.recoveryHint().isEmpty()).isEqualTo(!write);
    }
}
