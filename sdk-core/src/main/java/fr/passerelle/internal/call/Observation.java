package fr.passerelle.internal.call;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.WaitReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call as its observers see it. Told by one thread at a time, that on which the call goes on. */
final class Observation {

    private final List<CallListener> listeners;
    private final Time time;
    private final long start;
    private int attempts;
    private @Nullable Integer status;

    Observation(List<CallListener> listeners, Time time) {
        this.listeners = listeners;
        this.time = time;
        this.start = time.nanos();
    }

    void waited(WaitReason reason, long nanos) {
        Observers.tell(listeners, listener -> listener.waited(reason, nanos));
    }

    void attempted(@Nullable Integer responded, @Nullable Throwable failure, long nanos) {
        attempts++;
        status = responded;
        Attempt attempt = new Attempt(attempts, responded, name(failure), nanos);
        Observers.tell(listeners, listener -> listener.attempted(attempt));
    }

    void end(@Nullable Throwable failure) {
        End end = new End(attempts, status, name(failure), time.nanos() - start);
        Observers.tell(listeners, listener -> listener.ended(end));
    }

    private static @Nullable String name(@Nullable Throwable failure) {
        return failure == null ? null : failure.getClass().getSimpleName();
    }
}
