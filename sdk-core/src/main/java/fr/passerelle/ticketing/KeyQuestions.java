package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.KeyRing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a user's supplier of keys: one question at a time, on a thread that is no handler's, and one in {@link #PAUSE}
 * however many messages want to know. Messages share a question and wait for it, but not for long.
 *
 * <p>A supplier that has not returned after {@link #LIMIT} is interrupted and given up. Until its thread ends, it is
 * asked again after {@link #PAUSE_AFTER_LOST} only, and no more once {@link #MOST_LOST} threads hang in it.
 */
final class KeyQuestions {

    static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    static final long LIMIT = TimeUnit.SECONDS.toNanos(10);
    static final long PAUSE_AFTER_LOST = TimeUnit.MINUTES.toNanos(1);
    static final int MOST_LOST = 4;

    /** How many messages wait for the next question; a flood of forged ones holds no more of a server's threads. */
    static final int MOST_WAITING = 64;

    /** Keys as they were given to a question that was asked at a time. */
    record Given(KeyRing ring, long at) {}

    private final Supplier<? extends Collection<HmacKey>> supplier;
    private final Executor executor;
    private final DeskTime time;
    private final DeskListeners listeners;
    private final long longestWait;

    private Given last;
    private Question latest;
    private int lost;
    private long lostAt;

    /** The response to the question that is asked after the pause; null if nobody waits for one. */
    private @Nullable CompletableFuture<Optional<Given>> next;

    private int waiting;

    /**
     * Asks for the first time, on the calling thread.
     *
     * @param longestWait how long a message waits for a question, and for the response to it, in nanoseconds
     * @throws IllegalArgumentException if the supplier gives nothing
     */
    KeyQuestions(
            Supplier<? extends Collection<HmacKey>> supplier,
            Executor executor,
            DeskTime time,
            DeskListeners listeners,
            long longestWait) {
        this.supplier = supplier;
        this.executor = executor;
        this.time = time;
        this.listeners = listeners;
        this.longestWait = longestWait;
        this.latest = new Question(time.nanos(), new CompletableFuture<>());
        this.last = new Given(ringOf(supplier), latest.at);
        latest.over = true;
        latest.response.complete(Optional.of(last));
    }

    private static KeyRing ringOf(Supplier<? extends Collection<HmacKey>> supplier) {
        Collection<HmacKey> keys = supplier.get();
        if (keys == null || keys.isEmpty()) {
            throw new IllegalArgumentException("the supplier of hmacKeys gave no key: nothing can be verified");
        }
        return HmacKey.ring(List.copyOf(keys));
    }

    /** Keys of that age at most, or the last ones if the supplier gives none or may not be asked now. */
    CompletableFuture<Given> notOlderThan(long age) {
        Question question;
        boolean asks;
        synchronized (this) {
            long now = time.nanos();
            if (now - last.at() < age) {
                return CompletableFuture.completedFuture(last);
            }
            asks = mayAsk(now);
            question = asks ? begin(now) : latest;
        }
        if (asks) {
            question.ask();
        }
        return question.response.thenApply(given -> given.orElseGet(this::last));
    }

    /**
     * What the supplier gives to a question that is asked at that moment or later, this one or the next; empty if it
     * gives nothing, or if that would take too long.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the stage that asks
    CompletableFuture<Optional<Given>> since(long moment) {
        CompletableFuture<Optional<Given>> response;
        @Nullable Question asked;
        long pause;
        synchronized (this) {
            if (latest.at - moment >= 0) {
                return latest.response;
            }
            pause = pause(time.nanos());
            boolean late = !latest.over && latest.response.isDone();
            if (late || pause > longestWait || waiting >= MOST_WAITING) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            if (next != null) {
                waiting++;
                return next;
            }
            long now = time.nanos();
            asked = mayAsk(now) ? begin(now) : null;
            response = asked != null ? asked.response : new CompletableFuture<>();
            if (asked == null) {
                next = response;
                waiting = 1;
            }
        }
        if (asked != null) {
            asked.ask();
        } else {
            time.after(Math.max(0, pause)).thenRun(() -> askNext(response));
        }
        return response;
    }

    /** After the pause, unless another message has asked for those that wait. */
    private void askNext(CompletableFuture<Optional<Given>> response) {
        @Nullable Question question;
        synchronized (this) {
            if (next != response) {
                return;
            }
            long now = time.nanos();
            question = mayAsk(now) ? begin(now) : null;
            next = null;
            waiting = 0;
        }
        if (question != null) {
            question.ask();
        } else {
            response.complete(Optional.empty());
        }
    }

    /** A question for all that wait for the next one. */
    private Question begin(long now) {
        latest = new Question(now, next != null ? next : new CompletableFuture<>());
        next = null;
        waiting = 0;
        return latest;
    }

    private boolean mayAsk(long now) {
        return latest.over && pause(now) <= 0;
    }

    private long pause(long now) {
        long pause = latest.at + PAUSE - now;
        if (lost == 0) {
            return pause;
        }
        return lost < MOST_LOST ? Math.max(pause, lostAt + PAUSE_AFTER_LOST - now) : Long.MAX_VALUE;
    }

    private synchronized Given last() {
        return last;
    }

    /** One call of the supplier. */
    private final class Question implements Runnable {

        /** Complete when the supplier has responded, or those that wait for it should wait no longer. */
        private final CompletableFuture<Optional<Given>> response;

        private final long at;
        private @Nullable Thread thread;

        /** The supplier has returned, or is given up. */
        private boolean over;

        Question(long at, CompletableFuture<Optional<Given>> response) {
            this.at = at;
            this.response = response;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for these stages
        void ask() {
            CompletableFuture<@Nullable Void> late = time.after(longestWait);
            late.thenRun(this::late);
            response.whenComplete((given, never) -> late.cancel(false));
            try {
                executor.execute(this);
            } catch (Throwable noThread) {
                end(Optional.empty());
                failed(noThread);
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for this stage
        private void late() {
            time.after(LIMIT - longestWait).thenRun(this::giveUp);
            if (response.complete(Optional.empty())) {
                listeners.keysLate();
            }
        }

        @Override
        public void run() {
            synchronized (KeyQuestions.this) {
                if (over) {
                    return; // given up before there was a thread for it
                }
                thread = Thread.currentThread();
            }
            try {
                Optional<Given> given = Optional.of(new Given(ringOf(supplier), at));
                end(given);
                response.complete(given);
            } catch (Throwable failure) {
                end(Optional.empty());
                failed(failure);
            }
        }

        /** What comes late counts too, unless a later question was quicker. */
        private void end(Optional<Given> given) {
            synchronized (KeyQuestions.this) {
                if (over && thread != null) {
                    lost--;
                }
                over = true;
                thread = null;
                if (given.isPresent() && at - last.at() > 0) {
                    last = given.get();
                }
            }
        }

        private void failed(Throwable failure) {
            listeners.keysFailed(failure);
            response.complete(Optional.empty());
        }

        private void giveUp() {
            synchronized (KeyQuestions.this) {
                if (over) {
                    return;
                }
                over = true;
                if (thread != null) {
                    lost++;
                    lostAt = time.nanos();
                    thread.interrupt();
                }
            }
            listeners.keysLate();
        }
    }
}
