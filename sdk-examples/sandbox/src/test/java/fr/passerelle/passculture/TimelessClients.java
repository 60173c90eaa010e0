package fr.passerelle.passculture;

import fr.passerelle.internal.call.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Clients whose pauses cost no time. Here, in the clients' package, because that is where they let tests in. */
public final class TimelessClients {

    private TimelessClients() {}

    /** The builder, with time that passes only while somebody waits for it, and then at once. */
    public static <B extends PassCultureBuilder<B>> B timeless(B builder) {
        AtomicLong nanos = new AtomicLong();
        return builder.time(new Time() {
            @Override
            public long nanos() {
                return nanos.get();
            }

            @Override
            public Timer schedule(Duration delay, Runnable task) {
                nanos.addAndGet(delay.toNanos());
                task.run();
                return () -> {};
            }

            @Override
            public Timer limit(Duration length, Runnable task) {
                return () -> {};
            }
        });
    }
}
