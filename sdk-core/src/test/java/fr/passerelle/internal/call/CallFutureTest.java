package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever no longer waits for a call, at whatever stage of it, ends it. */
class CallFutureTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CompletableFuture<String> otherEnded = new CompletableFuture<>();
    private final CallFuture<String> call = new CallFuture<>(() -> ended.complete("ended"));
    private final CallFuture<String> other = new CallFuture<>(() -> otherEnded.complete("ended"));

    private interface Way {
        boolean apply(CompletableFuture<String> future);
    }

    private static Named<Way> way(String name, Way way) {
        return Named.of(name, way);
    }

    static Stream<Named<Way>> waysToStopWaiting() {
        return Stream.of(
                way("cancel", future -> future.cancel(true)),
                way("complete", future -> future.complete("mine")),
                way("completeExceptionally", future -> future.completeExceptionally(new IllegalStateException())),
                way("completeAsync", future -> future.completeAsync(() -> "mine") == future),
                way("completeAsync that throws", future -> future.completeAsync(CallFutureTest::fails) == future),
                way("orTimeout", future -> future.orTimeout(1, TimeUnit.MILLISECONDS) == future),
                way(
                        "completeOnTimeout",
                        future -> future.completeOnTimeout("mine", 1, TimeUnit.MILLISECONDS) == future),
                way("obtrudeValue", future -> {
                    future.obtrudeValue("mine");
                    return true;
                }),
                way("obtrudeException", future -> {
                    future.obtrudeException(new IllegalStateException());
                    return true;
                }));
    }

    private static String fails() {
        throw new IllegalStateException();
    }

    @ParameterizedTest
    @MethodSource("waysToStopWaiting")
    void whoeverEndsTheFutureEndsTheCall(Way way) {
        assertThat(way.apply(call)).isTrue();

        assertThat(ended).succeedsWithin(SOON);
    }

    @ParameterizedTest
    @MethodSource("waysToStopWaiting")
    void whoeverEndsAStageOfItEndsTheCall(Way way) {
        assertThat(way.apply(call.thenApply(value -> value).copy())).isTrue();

        assertThat(ended).succeedsWithin(SOON);
    }

    private interface Stage extends Function<CompletableFuture<String>, CompletableFuture<?>> {}

    private static Named<Stage> stage(String name, Stage stage) {
        return Named.of(name, stage);
    }

    static Stream<Named<Stage>> stages() {
        return Stream.of(
                stage("thenApply", future -> future.thenApply(value -> value)),
                stage("thenApplyAsync", future -> future.thenApplyAsync(value -> value)),
                stage("thenAccept", future -> future.thenAccept(value -> {})),
                stage("thenRun", future -> future.thenRun(() -> {})),
                stage("thenCompose", future -> future.thenCompose(CompletableFuture::completedFuture)),
                stage("whenComplete", future -> future.whenComplete((value, failure) -> {})),
                stage("handle", future -> future.handle((value, failure) -> value)),
                stage("exceptionally", future -> future.exceptionally(failure -> "mine")),
                stage("exceptionallyCompose", future -> future.exceptionallyCompose(CompletableFuture::failedFuture)),
                stage("copy", CompletableFuture::copy),
                stage("applyToEither", future -> future.applyToEither(new CompletableFuture<>(), value -> value)));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyStageThatDependsOnACallEndsIt(Stage stage) {
        stage.apply(call).cancel(true);

        assertThat(ended).isDone();
    }

    private interface Pair {
        CompletableFuture<?> of(CompletableFuture<String> one, CompletionStage<String> other);
    }

    static Stream<Named<Pair>> pairs() {
        return Stream.of(
                Named.of("thenCombine", (one, two) -> one.thenCombine(two, (a, b) -> a)),
                Named.of("thenCombineAsync", (one, two) -> one.thenCombineAsync(two, (a, b) -> a)),
                Named.of("thenAcceptBoth", (one, two) -> one.thenAcceptBoth(two, (a, b) -> {})),
                Named.of("runAfterBoth", (one, two) -> one.runAfterBoth(two, () -> {})),
                Named.of(
                        "a stage of thenCombine",
                        (one, two) -> one.thenCombine(two, (a, b) -> a).thenApply(value -> value)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aStageThatWaitsForTwoCallsEndsBoth(Pair pair) {
        pair.of(call, other).cancel(true);

        assertThat(ended).isDone();
        assertThat(otherEnded).isDone();
    }

    @Test
    void aStageEndsTheCallThatFollows() {
        CompletableFuture<String> composed = call.thenCompose(value -> other);
        call.end("first", null);

        composed.cancel(true);

        assertThat(otherEnded).isDone();
    }

    @Test
    void aStageEndsTheCallThatFollowsAFailure() {
        CompletableFuture<String> composed = call.exceptionallyCompose(failure -> other);
        call.end(null, new IllegalStateException());

        composed.cancel(true);

        assertThat(otherEnded).isDone();
    }

    @Test
    void aStageEndsTheCallThatFollowsOneThatWasOverBefore() {
        call.end("first", null);
        CompletableFuture<String> composed = call.thenCompose(value -> other);

        composed.cancel(true);

        assertThat(otherEnded).isDone();
    }

    @Test
    void aCallThatEndsByItselfEndsNothingElse() {
        CompletableFuture<String> both = call.thenCombine(other, (one, two) -> one + two);

        call.end("one ", null);
        other.end("two", null);

        assertThat(both).isCompletedWithValue("one two");
        assertThat(ended).isNotDone();
        assertThat(otherEnded).isNotDone();
    }

    /** A poller's chain without end: stages that are over are not kept, and ending the last one takes no stack. */
    @Test
    void aLongChainEndsItsLastCallOnly() {
        CompletableFuture<String> chain = call;
        call.end("first", null);
        for (int i = 0; i < 100_000; i++) {
            CallFuture<String> next = new CallFuture<>(() -> otherEnded.complete("too many"));
            chain = chain.thenCompose(value -> next).thenApply(value -> value);
            next.end("next", null);
        }
        chain = chain.thenCompose(value -> new CallFuture<>(() -> ended.complete("ended")));

        chain.cancel(true);

        assertThat(ended).isDone();
        assertThat(otherEnded).isNotDone();
    }

    @Test
    void aSumOfManyCallsEndsThemAll() {
        CompletableFuture<String> sum = call;
        for (int i = 0; i < 100_000; i++) {
            sum = sum.thenCombine(i == 50_000 ? other : new CallFuture<String>(() -> {}), String::concat);
        }

        sum.cancel(true);

        assertThat(ended).isDone();
        assertThat(otherEnded).isDone();
    }
}
