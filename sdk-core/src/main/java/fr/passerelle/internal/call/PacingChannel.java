package fr.passerelle.internal.call;

import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.Pacing;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import java.time.Duration;

/** Waits for the call's turn. Below the attempts, because the server counts every one of them. */
public final class PacingChannel implements Channel {

    private final Pacing pacing;
    private final Time time;
    private final Channel next;

    public PacingChannel(Pacing pacing, Time time, Channel next) {
        this.pacing = pacing;
        this.time = time;
        this.next = next;
    }

    @Override
    public RawAnswer send(Call call) {
        Duration wait = pacing.reserve(call.deadline().remaining())
                .orElseThrow(() -> Failures.deadline(call, "while waiting for its turn under the quota"));
        Pauses.pause(wait, time, call, WaitReason.PACING);
        if (call.deadline().passed()) {
            throw Failures.deadline(call, "while waiting for its turn under the quota");
        }
        return next.send(call);
    }
}
