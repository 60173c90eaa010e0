package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.client.RequestOptions;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.Recipes;
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
    private static final HttpCall GUARDED = HttpCall.to(Endpoint.DELETE_DATE, 1, 2);
    /** A second one would act again. */
    private static final HttpCall VERIFIABLE = HttpCall.to(Endpoint.BOOK_OFFER);

    private static final HttpCall READ = HttpCall.to(Endpoint.GET_EVENT, 1);

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
        server.answers(204);

        assertThat(run(GUARDED, false)).as("doubted").isFalse();
    }

    @Test
    void whatIsNewIsWhatTheWriteMade() {
        server.losesTheAnswer();

        assertThat(run(VERIFIABLE, false, true)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatWasThereBeforeProvesNothing() {
        server.losesTheAnswer();

        assertThatThrownBy(() -> run(VERIFIABLE, true, true, true))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("it may have been processed: read bookings() before booking again");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 501, 502, 503, 504, 599, 101, 302, 307, 308, 999})
    void aStatusThatTellsNothingIsALostResponse(int status) {
        server.answers(status);

        assertThat(run(VERIFIABLE, false, true)).isTrue();
    }

    @Test
    void whatASecondRequestIsRefusedForIsLookedUp() {
        server.losesTheAnswer().answers(404);

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
        server.losesTheAnswer();

        assertThat(run(VERIFIABLE, false, false, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatNothingShowsStaysUndecided() {
        server.losesTheAnswer();

        assertThatThrownBy(() -> run(VERIFIABLE, false, false, false)).isInstanceOf(TransportException.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void withoutACheckNothingIsRead() {
        server.answers(500);

        assertThatThrownBy(() -> get(operation.run(HttpCall.to(Endpoint.UPSERT_PRODUCTS_BY_EAN))))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("it may have been processed: read products().ean().byEan");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatCannotBeReadBeforehandSettlesNothing() {
        server.answers(404).losesTheAnswer();
        OutcomeCheck<Boolean> check = OutcomeCheck.reaching(read -> read.run(READ));

        assertThatThrownBy(() -> get(operation.run(VERIFIABLE, check))).isInstanceOf(TransportException.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aReadThatFailsAfterwardsLeavesItUndecided() {
        server.losesTheAnswer().answers(403);
        OutcomeCheck<Boolean> check =
                before -> Stages.done((after, failure) -> Stages.map(after.run(READ), Optional::of));

        TransportException e =
                catchThrowableOfType(TransportException.class, () -> get(operation.run(VERIFIABLE, check)));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e.operation()).isEqualTo(Endpoint.BOOK_OFFER.operationId());
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void readsAndWriteHaveOneDeadline() {
        server.answers(404).losesTheAnswer();
        OutcomeCheck<Boolean> check = OutcomeCheck.reaching(read -> read.run(READ));

        assertThatThrownBy(() -> get(operation.run(VERIFIABLE, check))).isInstanceOf(TransportException.class);
        assertThat(server.received()).extracting(Call::deadline).containsOnly(operation.deadline());
    }

    @Test
    void waitsAsTheServerAskedBeforeItLooks() {
        server.answers(503, "Retry-After", "7");

        assertThat(run(VERIFIABLE, false, true)).isTrue();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aCancelledLookSaysNothing() {
        ManualTime manual = new ManualTime();
        Operation future = Operation.future(
                Script.context(manual, server), RequestOptions.none(), Runnable::run, new Cancellation());
        server.answers(503, "Retry-After", "7");
        CompletableFuture<Boolean> result = future.run(VERIFIABLE, OutcomeCheck.reaching(read -> Stages.done(false)));

        future.cancellation().cancel(Cancellation.Reason.CANCELLED);

        ServerException e = catchThrowableOfType(ServerException.class, () -> get(result));
        assertThat(e.mayHaveBeenProcessed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyWriteHasARecipeAndNoReadHas(Endpoint endpoint) {
        boolean write = endpoint.method() != Endpoint.Method.GET;

        assertThat(Recipes.of(endpoint).isEmpty()).isEqualTo(!write);
    }
}
