package fr.passerelle.internal.call;

import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Tries again what may be tried again, while attempts, budget and deadline last. */
public final class AttemptsChannel implements Channel {

    private final RetryBudget budget = new RetryBudget();
    private final Time time;
    private final Clock clock;
    private final RandomGenerator random;
    private final Channel next;

    public AttemptsChannel(Time time, Clock clock, RandomGenerator random, Channel next) {
        this.time = time;
        this.clock = clock;
        this.random = random;
        this.next = next;
    }

    @Override
    public RawAnswer send(Call first) {
        Call call = first;
        int refund = RetryBudget.NO_RETRY;
        if (first.mayHaveBeenProcessed()) {
            // Sent again from above, which costs what it costs here.
            refund = RetryKind.TRANSIENT.cost();
            if (!budget.take(refund)) {
                throw Failures.notSent(first, "too many calls failed lately to send it again");
            }
        }
        while (true) {
            Call current = call;
            Outcome outcome = Outcome.of(() -> next.send(current));
            if (outcome.succeeded()) {
                budget.refund(refund);
                return outcome.get();
            }
            RetryKind kind = outcome.kind(clock.instant());
            Duration wait = waitAfter(outcome, kind, current.attempt());
            boolean again =
                    outcome.floor().filter(current.repeatability()::atLeast).isPresent()
                            && current.attempt() < current.limits().attempts()
                            && wait.compareTo(current.deadline().remaining()) < 0
                            && budget.take(kind.cost());
            if (!again) {
                return outcome.get();
            }
            refund = kind.cost();
            call = current.again(outcome.mayHaveBeenProcessed());
            Pauses.pause(wait, time, call, WaitReason.BACKOFF);
        }
    }

    private Duration waitAfter(Outcome outcome, RetryKind kind, int attempt) {
        Instant now = clock.instant();
        Duration asked = outcome.retryAfter(now).orElse(Duration.ZERO);
        Duration computed = kind.backoff(attempt, random);
        return asked.compareTo(computed) > 0 ? asked : computed;
    }
}
