package fr.passerelle.internal.call;

import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** People who call by their habits, all at once in virtual time; what leaves, and when, is kept. */
public final class Callers {

    /** How long somebody rests between two calls, and waits for a permit: up to so many milliseconds, by chance. */
    public enum Habit {
        // rest, a lull after one in so many calls, its length, shortest and longest wait for a permit
        BUSY(0, 1, 0, 3_600_000, 3_600_000),
        TRICKLING(3_000, 1, 0, 90_000, 90_000),
        IN_BURSTS(0, 20, 20_000, 90_000, 90_000),
        WITH_LULLS(20, 200, 90_000, 30_000, 30_000),
        HURRIED(200, 1, 0, 0, 1_500),
        MOODY(300, 10, 70_000, 0, 90_000);

        private final int rest;
        private final int lullOneIn;
        private final int lull;
        private final int shortestWait;
        private final int longestWait;

        Habit(int rest, int lullOneIn, int lull, int shortestWait, int longestWait) {
            this.rest = rest;
            this.lullOneIn = lullOneIn;
            this.lull = lull;
            this.shortestWait = shortestWait;
            this.longestWait = longestWait;
        }

        private Duration patience(SplittableRandom random) {
            return Duration.ofMillis(random.nextInt(shortestWait, longestWait + 1));
        }

        private Duration rest(SplittableRandom random) {
            int longest = random.nextInt(lullOneIn) == 0 ? Math.max(rest, lull) : rest;
            return Duration.ofMillis(random.nextInt(longest + 1));
        }
    }

    /** A call that left. */
    public record Departure(long nanos, RateLimiter rateLimiter) {}

    private record Event(long nanos, long number, Runnable what) {}

    private static final Duration ONE_REFUSED_RESTS = Duration.ofMillis(10);

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::number));
    private final List<Departure> departures = new ArrayList<>();
    private final VirtualTime time;
    private final SplittableRandom random;
    private long number;

    public Callers(VirtualTime time, long seed) {
        this.time = time;
        random = new SplittableRandom(seed);
    }

    /** Some people more, who call by one rate limiting. */
    public Callers add(int people, Habit habit, RateLimiter rateLimiter) {
        for (int i = 0; i < people; i++) {
            after(Duration.ZERO, () -> call(habit, rateLimiter));
        }
        return this;
    }

    /** Something else that happens meanwhile. */
    public Callers after(Duration delay, Runnable what) {
        events.add(new Event(time.nanos() + delay.toNanos(), number++, what));
        return this;
    }

    /** Lets time pass; gives all departures so far, in their order. */
    public List<Departure> run(Duration duration) {
        long end = time.nanos() + duration.toNanos();
        while (!events.isEmpty() && events.element().nanos() <= end) {
            Event event = events.remove();
            time.pass(Duration.ofNanos(event.nanos() - time.nanos()));
            event.what().run();
        }
        return List.copyOf(departures);
    }

    private void call(Habit habit, RateLimiter rateLimiter) {
        Optional<Permit> permit = rateLimiter.reserve(habit.patience(random));
        if (permit.isPresent()) {
            after(permit.get().delay(), () -> leave(habit, rateLimiter, permit.get()));
        } else {
            after(ONE_REFUSED_RESTS.plus(habit.rest(random)), () -> call(habit, rateLimiter));
        }
    }

    private void leave(Habit habit, RateLimiter rateLimiter, Permit permit) {
        if (!permit.holds()) {
            call(habit, rateLimiter);
            return;
        }
        departures.add(new Departure(time.nanos(), rateLimiter));
        after(habit.rest(random), () -> call(habit, rateLimiter));
    }

    /** The most that any window holds, both its ends included. */
    public static int mostIn(Duration window, List<Long> sorted) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < sorted.size(); to++) {
            while (sorted.get(to) - sorted.get(from) > window.toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** When calls left. */
    public static List<Long> moments(List<Departure> departures) {
        return departures.stream().map(Departure::nanos).toList();
    }
}
