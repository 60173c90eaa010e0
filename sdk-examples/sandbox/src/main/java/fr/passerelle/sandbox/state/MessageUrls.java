package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/** Where a vendor wants its messages; kept at provider level, and at venue level where the venue's value wins. */
public final class MessageUrls {

    public @Nullable String booking;
    public @Nullable String cancel;
    public @Nullable String notification;

    /** Whether real-time ticketing is possible with these URLs. */
    public boolean ticketing() {
        return booking != null && cancel != null;
    }

    public boolean isEmpty() {
        return booking == null && cancel == null && notification == null;
    }

    /** Takes over all three URLs, absent ones included. */
    public void set(MessageUrls other) {
        booking = other.booking;
        cancel = other.cancel;
        notification = other.notification;
    }
}
