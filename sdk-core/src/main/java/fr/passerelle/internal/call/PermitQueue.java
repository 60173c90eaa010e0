package fr.passerelle.internal.call;

import fr.passerelle.error.DeadlineException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.http.Priority;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for a permit of one rate limiter. It takes one permit at a time from the limiter, and gives it to
 * whoever comes first by then: a call that a person waits for never queues behind bulk work.
 *
 * <p>No thread waits here: a permit that comes later is a timer, and its call goes on where its operation runs. Who has
 * the token, {@link #driving}, talks to the limiter; the others only queue.
 */
public final class PermitQueue {

    /** Who comes first. Those that have started and those that have not alternate, so that neither starves. */
    private enum Lane {
        /** What a person waits for: before all others. */
        INTERACTIVE,
        /** With a deadline that runs: a blocking call, a retry, a future's further requests. */
        STARTED,
        /** Futures that have not started. */
        QUEUED
    }

    /** The patience of whoever has no deadline yet. */
    private static final Duration ANY = Duration.ofDays(1);

    /**
     * When the server does not say how long: enough to let the calls under way come back, and the limiter slow down.
     */
    private static final Duration SHORT_HOLD = Duration.ofSeconds(1);

    private static final class Waiting extends Line.Place {
        private final Call<?> call;
        private final Lane lane;
        private final Operation.Wait<TimedPermit> wait;

        Waiting(Call<?> call, boolean held) {
            this.call = call;
            lane = laneOf(call);
            wait = call.operation().new Wait<>(call, WaitReason.RATE_LIMIT, held);
        }

        Duration remaining() {
            return remainingOf(call);
        }

        void refuse() {
            wait.fail(noPermit(call));
        }
    }

    private final Line<Waiting> people = new Line<>();
    private final Line<Waiting> started = new Line<>();
    private final Line<Waiting> queued = new Line<>();
    private final RateLimiter limiter;
    private final Time time;
    private final Executor drivers;
    private final boolean unlimited;
    private volatile Deadline hold;
    /** When the permit comes that has been taken from the limiter for whoever is first by then. */
    private @Nullable Deadline arriving;

    private boolean driving;
    private boolean startedHadTheLast;

    /** A queue before a limiter. */
    public PermitQueue(RateLimiter limiter, Time time) {
        // Nobody else's timers must wait for a limiter that takes its time.
        this(limiter, time, limiter.mayBlock() ? Workers.LIMITERS : Runnable::run);
    }

    /** For tests: a queue that asks its limiter where they say. */
    PermitQueue(RateLimiter limiter, Time time, Executor drivers) {
        this.limiter = limiter;
        this.time = time;
        this.drivers = drivers;
        unlimited = limiter == RateLimiter.unlimited();
        hold = Deadline.in(Duration.ZERO, time);
    }

    /**
     * A permit for a call, as soon as there is one; failed if none can come before its deadline.
     *
     * @param again for a call whose first permit is stale: before all others of its lane
     */
    CompletableFuture<TimedPermit> acquire(Call<?> call, boolean again) {
        return acquire(call, again, false);
    }

    /** Another permit for a call that holds its thread until it has it, as its connection stands open. */
    CompletableFuture<TimedPermit> renew(Call<?> call) {
        return acquire(call, true, true);
    }

    private CompletableFuture<TimedPermit> acquire(Call<?> call, boolean again, boolean held) {
        if (unlimited && hold.passed()) {
            return Stages.done(TimedPermit.LASTING);
        }
        Waiting waiting;
        synchronized (this) {
            if (!driving && hold.passed() && isEmpty()) {
                driving = true;
                waiting = null;
            } else if (!again && tooLate(call, ahead(laneOf(call)))) {
                return Stages.failed(noPermit(call));
            } else {
                waiting = new Waiting(call, held);
                enqueue(waiting, again);
            }
        }
        return waiting == null ? acquireAlone(call, held) : permit(waiting);
    }

    private void enqueue(Waiting waiting, boolean first) {
        if (first) {
            lane(waiting.lane).addFirst(waiting);
        } else {
            lane(waiting.lane).addLast(waiting);
        }
    }

    private CompletableFuture<TimedPermit> permit(Waiting waiting) {
        waiting.wait.onCancel(() -> {
            synchronized (this) {
                lane(waiting.lane).remove(waiting);
            }
        });
        drive();
        return waiting.wait.over();
    }

    /** With the token, and nobody else waiting: a permit that is there costs nothing more. */
    private CompletableFuture<TimedPermit> acquireAlone(Call<?> call, boolean held) {
        Duration patience = remainingOf(call);
        Optional<Permit> permit;
        Duration delay;
        boolean now;
        try {
            permit = limiter.reserve(patience);
            delay = delay(permit);
            now = delay.isZero() && permit.get().holds() && hold.passed();
        } catch (RuntimeException | Error thrown) {
            work();
            return Stages.failed(limiterFailed(call, thrown));
        }
        if (now) {
            work();
            return Stages.done(new TimedPermit(time, this));
        }
        if (delay.compareTo(patience) >= 0) {
            work();
            return Stages.failed(noPermit(call));
        }
        Waiting waiting = new Waiting(call, held);
        synchronized (this) {
            enqueue(waiting, true);
        }
        CompletableFuture<TimedPermit> given = permit(waiting);
        await(permit.get(), delay);
        return given;
    }

    /** Longer than anybody waits if there is no permit. */
    private static Duration delay(Optional<Permit> permit) {
        return permit.isEmpty()
                ? ANY.plus(ANY)
                : Objects.requireNonNull(permit.get().delay(), "delay");
    }

    /** Takes the token and works, unless somebody does. */
    private void drive() {
        synchronized (this) {
            if (driving) {
                return;
            }
            driving = true;
        }
        hand(this::work);
    }

    /** Hands the token on. If nobody takes it, for want of threads or memory, all who wait are told, and it is free. */
    private void hand(Runnable work) {
        try {
            drivers.execute(work);
        } catch (Throwable refused) {
            failAll(refused);
        }
    }

    private void later(Duration delay, Runnable work) {
        try {
            time.schedule(delay, () -> hand(work));
        } catch (Throwable refused) {
            failAll(refused);
        }
    }

    private void failAll(Throwable thrown) {
        List<Waiting> all = new ArrayList<>();
        synchronized (this) {
            driving = false;
            arriving = null;
            for (Lane lane : Lane.values()) {
                all.addAll(lane(lane).leaveAll());
            }
        }
        all.forEach(waiting -> waiting.wait.fail(limiterFailed(waiting.call, thrown)));
    }

    /** With the token: gives permits out until one has to be waited for, or nobody waits. */
    private void work() {
        while (true) {
            Duration held;
            Duration patience;
            synchronized (this) {
                if (isEmpty()) {
                    driving = false;
                    return;
                }
                held = hold.remaining();
                patience = patience();
            }
            if (!held.isZero()) {
                // The permit is taken after the hold, never moved to its end: many would come together there.
                later(held, this::work);
                return;
            }
            Optional<Permit> permit;
            Duration delay;
            try {
                permit = limiter.reserve(patience);
                delay = delay(permit);
            } catch (RuntimeException | Error thrown) {
                failFirst(thrown);
                continue;
            }
            refuse(waiting -> waiting.remaining().compareTo(delay) <= 0);
            if (permit.isEmpty() || delay.isZero()) {
                permit.ifPresent(this::arrived);
            } else if (isAwaited()) {
                await(permit.get(), delay);
                return;
            }
        }
    }

    private void await(Permit permit, Duration delay) {
        synchronized (this) {
            arriving = Deadline.in(delay, time);
        }
        later(delay, () -> {
            arrived(permit);
            work();
        });
    }

    private void arrived(Permit permit) {
        boolean good;
        try {
            good = permit.holds();
        } catch (RuntimeException | Error thrown) {
            failFirst(thrown);
            return;
        }
        refuse(waiting -> waiting.remaining().isZero());
        Waiting first;
        synchronized (this) {
            arriving = null;
            first = good && hold.passed() ? poll() : null;
        }
        if (first != null) {
            first.wait.end(new TimedPermit(time, this));
        }
    }

    private void failFirst(Throwable thrown) {
        Waiting first;
        synchronized (this) {
            arriving = null;
            first = poll();
        }
        if (first != null) {
            first.wait.fail(limiterFailed(first.call, thrown));
        }
    }

    private @Nullable Waiting poll() {
        Waiting person = people.poll();
        if (person != null) {
            return person;
        }
        boolean queuedNext = started.isEmpty() || (startedHadTheLast && !queued.isEmpty());
        startedHadTheLast = !queuedNext;
        return (queuedNext ? queued : started).poll();
    }

    /** Tells those whom no permit can reach in time any more, in the order in which they would have had theirs. */
    private void refuse(Predicate<Waiting> late) {
        List<Waiting> refused = new ArrayList<>();
        synchronized (this) {
            for (Lane each : Lane.values()) {
                for (Waiting waiting : lane(each).leaveAll()) {
                    if (late.test(waiting)) {
                        refused.add(waiting);
                    } else {
                        lane(each).addLast(waiting);
                    }
                }
            }
        }
        refused.forEach(Waiting::refuse);
    }

    private static Lane laneOf(Call<?> call) {
        if (call.options().priority().filter(Priority.INTERACTIVE::equals).isPresent()) {
            return Lane.INTERACTIVE;
        }
        return call.deadline().started() ? Lane.STARTED : Lane.QUEUED;
    }

    /** How many come before one that queues up in a lane now. */
    private int ahead(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> people.size();
            case STARTED -> people.size() + started.size() + Math.min(queued.size(), started.size() + 1);
            case QUEUED -> people.size() + queued.size() + Math.min(started.size(), queued.size() + 1);
        };
    }

    /** Whether a call that so many others come before is sure to get no permit in time. */
    private boolean tooLate(Call<?> call, int ahead) {
        Duration soonest = longer(hold.remaining(), arriving == null ? Duration.ZERO : arriving.remaining());
        int further = arriving == null ? ahead : ahead - 1;
        if (further >= 0) {
            soonest = longer(soonest, limiter.soonestAfter(further));
        }
        return remainingOf(call).compareTo(soonest) <= 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * The server responded 429: nobody leaves for a while. The limiter is told once: responses to calls that left
     * before only make the while longer.
     *
     * @param asked by the server; zero if it does not say how long
     */
    void throttled(Duration asked) {
        Duration pause = asked.isZero() ? SHORT_HOLD : asked;
        boolean news;
        synchronized (this) {
            Duration left = hold.remaining();
            news = left.isZero();
            if (pause.compareTo(left) > 0) {
                hold = Deadline.in(pause, time);
            }
        }
        if (news) {
            Observers.tell(told -> told.throttled(pause), limiter);
        }
        refuse(waiting -> tooLate(waiting.call, ahead(waiting.lane)));
    }

    /** The server took a call. */
    void admitted() {
        Observers.tell(RateLimiter::admitted, limiter);
    }

    private synchronized boolean isAwaited() {
        return !isEmpty();
    }

    private boolean isEmpty() {
        return people.isEmpty() && started.isEmpty() && queued.isEmpty();
    }

    /** The longest of all who wait. */
    private Duration patience() {
        return Stream.of(people, started, queued)
                .flatMap(Line::stream)
                .map(Waiting::remaining)
                .reduce(Duration.ZERO, PermitQueue::longer);
    }

    private Line<Waiting> lane(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> people;
            case STARTED -> started;
            case QUEUED -> queued;
        };
    }

    private static Duration remainingOf(Call<?> call) {
        if (call.deadline().started()) {
            return call.deadline().remaining();
        }
        Deadline queueLimit = call.operation().queueLimit();
        return queueLimit == null ? ANY : queueLimit.remaining();
    }

    private static DeadlineException noPermit(Call<?> call) {
        return CallExceptions.deadline(call, "while waiting for its permit under the quota");
    }

    private static RuntimeException limiterFailed(Call<?> call, Throwable thrown) {
        return CallExceptions.notBegun(call, "the rate limiter failed", thrown);
    }
}
