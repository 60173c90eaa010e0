package fr.passerelle.internal.call;

import fr.passerelle.error.TransportException;
import java.util.concurrent.CompletableFuture;

/** Starts nothing after the deadline, and calls a failure that outlived it by its name. */
public final class DeadlineChannel implements Channel {

    private final Channel next;

    public DeadlineChannel(Channel next) {
        this.next = next;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        if (call.deadline().passed()) {
            return Stages.failed(CallExceptions.deadline(call, "before it was sent"));
        }
        return Stages.recover(
                next.send(call),
                failure -> Stages.failed(
                        failure instanceof TransportException lost
                                        && lost.isTheServers()
                                        && call.deadline().passed()
                                ? CallExceptions.deadline(call, lost)
                                : failure));
    }
}
