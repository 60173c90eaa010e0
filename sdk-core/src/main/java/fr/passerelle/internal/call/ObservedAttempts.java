package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;
import org.jspecify.annotations.Nullable;

/** Tells the call's observers of each attempt. Next to the transport, so that no wait is counted. */
public final class ObservedAttempts implements Channel {

    private final Time time;
    private final Channel next;

    public ObservedAttempts(Time time, Channel next) {
        this.time = time;
        this.next = next;
    }

    @Override
    public RawAnswer send(Call call) {
        Observation observation = call.observation();
        if (observation == null) {
            return next.send(call);
        }
        long start = time.nanos();
        @Nullable Integer status = null;
        @Nullable Throwable failure = null;
        try {
            RawAnswer answer = next.send(call);
            status = answer.status();
            return answer;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            observation.attempted(status, failure, time.nanos() - start);
        }
    }
}
