package fr.passerelle.internal.call;

import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.Pacing;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.Turn;
import fr.passerelle.client.error.Failures;
import java.time.Clock;
import java.time.Duration;

/**
 * Waits for the call's turn, and lets nobody leave for a while after a 429. Below the attempts, because the server
 * counts every one of them.
 */
public final class PacingChannel implements Channel {

    private static final int TOO_MANY_REQUESTS = 429;

    /** When the server does not say how long: enough to let the calls under way come back, and the pace slow down. */
    private static final Duration SHORT_HOLD = Duration.ofSeconds(1);

    private final Pacing pacing;
    private final Time time;
    private final Clock clock;
    private final Channel next;
    private volatile Deadline holdEnd;

    public PacingChannel(Pacing pacing, Time time, Clock clock, Channel next) {
        this.pacing = pacing;
        this.time = time;
        this.clock = clock;
        this.next = next;
        holdEnd = Deadline.in(Duration.ZERO, time);
    }

    @Override
    public RawAnswer send(Call call) {
        awaitTurn(call);
        RawAnswer answer = next.send(call);
        if (answer.status() == TOO_MANY_REQUESTS) {
            hold(RetryAfter.capped(answer, clock.instant())
                    .filter(asked -> !asked.isZero())
                    .orElse(SHORT_HOLD));
        } else if (answer.status() < 500) {
            pacing.admitted();
        }
        return answer;
    }

    /** The turn is taken after the hold, never moved to its end: many turns would come together there. */
    private void awaitTurn(Call call) {
        Turn turn;
        do {
            pause(holdEnd.remaining(), call);
            turn = pacing.reserve(call.deadline().remaining()).orElseThrow(() -> noTurn(call));
            pause(turn.delay(), call);
            if (call.deadline().passed()) {
                throw noTurn(call);
            }
        } while (!holdEnd.passed() || !turn.holds());
    }

    private void pause(Duration wait, Call call) {
        if (wait.compareTo(call.deadline().remaining()) > 0) {
            throw noTurn(call);
        }
        Pauses.pause(wait, time, call, WaitReason.PACING);
    }

    private static RuntimeException noTurn(Call call) {
        return Failures.deadline(call, "while waiting for its turn under the quota");
    }

    /** Tells the pacing once: answers to calls that left before the hold began only make it longer. */
    private synchronized void hold(Duration asked) {
        Duration left = holdEnd.remaining();
        if (asked.compareTo(left) > 0) {
            holdEnd = Deadline.in(asked, time);
        }
        if (left.isZero()) {
            pacing.throttled(asked);
        }
    }
}
