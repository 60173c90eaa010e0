package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.TransportException;

/** Starts nothing after the deadline, and calls a failure that outlived it by its name. */
public final class DeadlineChannel implements Channel {

    private final Channel next;

    public DeadlineChannel(Channel next) {
        this.next = next;
    }

    @Override
    public RawAnswer send(Call call) {
        if (call.deadline().passed()) {
            throw Failures.deadline(call, "before it was sent");
        }
        try {
            return next.send(call);
        } catch (TransportException e) {
            if (call.deadline().passed()) {
                throw Failures.deadline(call, e);
            }
            throw e;
        }
    }
}
