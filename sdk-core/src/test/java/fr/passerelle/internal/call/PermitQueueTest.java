package fr.passerelle.internal.call;

import static fr.passerelle.internal.call.Script.get;
import static fr.passerelle.internal.call.Script.seconds;
import static fr.passerelle.passculture.endpoint.PassCultureEndpoint.GET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.Priority;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets the next permit, and who is told that none will come in time. */
class PermitQueueTest {

    private static final Duration INTERVAL = Quota.PARTNER_API.interval();

    private static final RequestOptions DOOR =
            RequestOptions.builder().priority(Priority.INTERACTIVE).build();

    private final ManualTime time = new ManualTime();
    private final PermitQueue queue = new PermitQueue(RateLimiter.of(Quota.PARTNER_API, time::nanos), time);
    private final List<String> left = new ArrayList<>();

    @Test
    void aBurstLeavesAtOnceAndTheOthersOneByOne() {
        List<CompletableFuture<TimedPermit>> permits =
                IntStream.range(0, 6).mapToObj(i -> acquire(bulk())).toList();

        assertThat(permits).filteredOn(CompletableFuture::isDone).hasSize(3);
        time.pass(INTERVAL);
        assertThat(permits).filteredOn(CompletableFuture::isDone).hasSize(4);
        time.pass(INTERVAL.multipliedBy(2));
        assertThat(permits).allMatch(CompletableFuture::isDone);
        assertThat(time.timers()).isZero();
    }

    @Test
    void whoWaitsAtADoorComesBeforeAThousandFutures() {
        List<CompletableFuture<TimedPermit>> futures =
                IntStream.range(0, 1_000).mapToObj(i -> acquire(future())).toList();

        CompletableFuture<TimedPermit> door = acquire(call(DOOR));
        time.pass(INTERVAL);

        assertThat(door).isDone();
        assertThat(futures).filteredOn(CompletableFuture::isDone).hasSize(Quota.PARTNER_API.burst());
    }

    @Test
    void blockingCallsAndFuturesTakeTurns() {
        useUpTheBurst();
        for (int i = 0; i < 3; i++) {
            note("future " + i, acquire(future()));
        }
        for (int i = 0; i < 3; i++) {
            note("blocking " + i, acquire(bulk()));
        }

        time.pass(INTERVAL.multipliedBy(6));

        assertThat(left).containsExactly("blocking 0", "future 0", "blocking 1", "future 1", "blocking 2", "future 2");
    }

    @Test
    void aBlockingCallThatCannotHaveAPermitInTimeFailsAtOnce() {
        useUpTheBurst();
        // The last one would have its permit at the very end of its 90 s.
        int fit = (int) (seconds(90).toNanos() / INTERVAL.toNanos()) - 1;
        List<CompletableFuture<TimedPermit>> permits =
                IntStream.range(0, fit + 12).mapToObj(i -> acquire(bulk())).toList();

        List<CompletableFuture<TimedPermit>> refused = permits.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();

        assertThat(refused).hasSize(12);
        assertThatThrownBy(() -> get(refused.get(0)))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("it was not processed");
        time.pass(seconds(90));
        assertThat(permits.subList(0, fit)).allMatch(permit -> !permit.isCompletedExceptionally() && permit.isDone());
    }

    @Test
    void aFutureWaitsAsLongAsItTakes() {
        List<CompletableFuture<TimedPermit>> permits =
                IntStream.range(0, 2_000).mapToObj(i -> acquire(future())).toList();

        time.pass(INTERVAL.multipliedBy(2_000));

        assertThat(permits).allMatch(permit -> permit.isDone() && !permit.isCompletedExceptionally());
    }

    @Test
    void aFutureMayLimitItsWait() {
        useUpTheBurst();
        RequestOptions hurried =
                RequestOptions.builder().queueTimeout(seconds(1)).build();
        List<CompletableFuture<TimedPermit>> permits = IntStream.range(0, 10)
                .mapToObj(i -> acquire(Script.call(GET_EVENT, Script.future(hurried, time))))
                .toList();

        assertThat(permits)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(7);
        time.pass(seconds(1));
        assertThat(permits)
                .filteredOn(permit -> !permit.isCompletedExceptionally())
                .hasSize(3)
                .allMatch(CompletableFuture::isDone);
    }

    @Test
    void aCallWithAStalePermitComesFirstAgain() {
        useUpTheBurst();
        note("another", acquire(bulk()));
        note("stale", queue.acquire(bulk(), true));

        time.pass(INTERVAL.multipliedBy(2));

        assertThat(left).containsExactly("stale", "another");
    }

    /** A permit taken before the process stood still is not used after it, and those behind do not bunch. */
    @Test
    void afterAStandstillNoMoreThanABurstLeavesAtOnce() {
        List<CompletableFuture<TimedPermit>> permits =
                IntStream.range(0, 100).mapToObj(i -> acquire(future())).toList();
        List<CompletableFuture<TimedPermit>> before =
                permits.stream().filter(CompletableFuture::isDone).toList();

        time.standStill(seconds(20));

        assertThat(before.get(0).join().stale()).isTrue();
        // The late one, and a burst.
        assertThat(permits).filteredOn(CompletableFuture::isDone).hasSize(before.size() + 1 + 3);
    }

    @Test
    void aCancelledCallLeavesTheQueue() {
        useUpTheBurst();
        Operation cancelled = Script.future(RequestOptions.none(), time);
        CompletableFuture<TimedPermit> first = acquire(Script.call(GET_EVENT, cancelled));
        CompletableFuture<TimedPermit> second = acquire(future());

        cancelled.cancellation().cancel(Cancellation.Reason.CANCELLED);
        time.pass(INTERVAL);

        assertThatThrownBy(() -> get(first)).isInstanceOf(CallInterruptedException.class);
        assertThat(second).isDone();
    }

    @Test
    void after429WhoCannotWaitThatLongFailsAtOnceAndTheOthersWait() {
        useUpTheBurst();
        RequestOptions hurried =
                RequestOptions.builder().callTimeout(seconds(10)).build();
        List<CompletableFuture<TimedPermit>> hasty =
                IntStream.range(0, 5).mapToObj(i -> acquire(call(hurried))).toList();
        CompletableFuture<TimedPermit> patient = acquire(bulk());

        queue.throttled(seconds(30));

        assertThat(hasty).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(acquire(call(hurried))).isCompletedExceptionally();
        time.pass(seconds(29));
        assertThat(patient).isNotDone();
        time.pass(seconds(2));
        assertThat(patient).isDone();
    }

    /** A slower rate may be raised again: nobody is refused for what is not certain. */
    @Test
    void manyWhoWaitAfterSeveral429sAreNotRefusedAtOnce() {
        for (int i = 0; i < 3; i++) {
            queue.throttled(seconds(1));
            time.pass(seconds(1));
        }

        assertThat(IntStream.range(0, 64).mapToObj(i -> acquire(bulk())))
                .noneMatch(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void aLimiterThatFailsFailsTheCallThatAskedAndNoOther() {
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("store gone")));
        PermitQueue shaky = new PermitQueue(
                atMost -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    return Optional.of(Permit.in(Duration.ZERO));
                },
                time);

        assertThatThrownBy(() -> get(shaky.acquire(bulk(), false)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the rate limiter failed (IllegalStateException)")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(shaky.acquire(bulk(), false)).isCompleted();
    }

    @Test
    void withoutALimitNobodyQueues() {
        PermitQueue open = new PermitQueue(RateLimiter.unlimited(), time);

        assertThat(IntStream.range(0, 1_000).mapToObj(i -> open.acquire(bulk(), false)))
                .allMatch(permit -> permit.isDone() && !permit.join().stale());
    }

    private void useUpTheBurst() {
        for (int i = 0; i < Quota.PARTNER_API.burst(); i++) {
            assertThat(acquire(bulk())).isDone();
        }
    }

    private void note(String name, CompletableFuture<TimedPermit> permit) {
        Stages.whenDone(permit, (given, failure) -> left.add(name));
    }

    private CompletableFuture<TimedPermit> acquire(Call<?> call) {
        return queue.acquire(call, false);
    }

    private Call<?> bulk() {
        return call(RequestOptions.none());
    }

    private Call<?> call(RequestOptions options) {
        return Script.call(GET_EVENT, Script.blocking(options, time));
    }

    private Call<?> future() {
        return Script.call(GET_EVENT, Script.future(RequestOptions.none(), time));
    }
}
