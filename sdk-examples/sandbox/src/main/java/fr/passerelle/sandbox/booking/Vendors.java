package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.message.Outbox;
import fr.passerelle.sandbox.message.SignedMessage;
import fr.passerelle.sandbox.message.VendorMessenger;
import fr.passerelle.sandbox.message.VendorReply;
import fr.passerelle.sandbox.traffic.Journal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends messages to vendors and writes each in the journal. Never called under the world's lock. */
public final class Vendors implements AutoCloseable {

    private final VendorMessenger messenger = new VendorMessenger();
    private final Outbox outbox = new Outbox();
    private final Journal journal;
    private volatile Duration timeout = VendorMessenger.DEFAULT_TIMEOUT;

    /** Nothing is sent yet. */
    public Vendors(Journal journal) {
        this.journal = journal;
    }

    /**
     * Changes how messages misbehave.
     *
     * @param dropNotifications the share of notifications that is lost, from 0 to 1
     * @param timeout how long a vendor has to respond
     * @throws IllegalArgumentException if the share is outside
     */
    public void misbehave(double dropNotifications, Duration timeout) {
        outbox.drop(dropNotifications);
        this.timeout = timeout;
    }

    /** Sends a message and waits for the response. */
    VendorReply ask(String url, SignedMessage message) {
        VendorReply reply = messenger.post(url, message, timeout);
        VendorReply.@Nullable Responded response = reply instanceof VendorReply.Responded responded ? responded : null;
        journal.sent(
                path(url),
                response == null ? null : response.status(),
                message.wire().length(),
                response == null ? 0 : response.body().length());
        return reply;
    }

    /** Queues a message whose response does not matter. */
    void tell(String url, SignedMessage message) {
        outbox.add(() -> ask(url, message));
    }

    /** Drops what is queued and behaves again. */
    public void reset() {
        outbox.reset();
        timeout = VendorMessenger.DEFAULT_TIMEOUT;
    }

    @Override
    public void close() {
        outbox.close();
        messenger.close();
    }

    private static String path(String url) {
        String path = URI.create(url).getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
