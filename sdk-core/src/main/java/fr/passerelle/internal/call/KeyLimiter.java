package fr.passerelle.internal.call;

import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rate limiter of the API key that a client uses now. All clients of the process with one key at one server share
 * it, and it outlives them: closing a client and making another gives no new quota.
 */
public final class KeyLimiter implements Supplier<PermitQueue>, AutoCloseable {

    /** Longer than the quota's window: what was used before no longer counts then. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    /** Guarded by itself. By a hash: a key is a secret, and may be revoked long before this process ends. */
    private static final Map<String, Shared> BY_KEY = new HashMap<>();

    private static final class Shared {
        private final PermitQueue queue;
        private int clients;
        private long unusedSince;

        Shared(Time time) {
            queue = new PermitQueue(RateLimiter.of(Quota.PARTNER_API), time);
        }
    }

    private final String server;
    private final Time time;
    private volatile @Nullable String key;
    private volatile @Nullable Shared shared;
    private boolean closed;

    /** The limiter of a client that has not used a key yet. */
    public KeyLimiter(URI baseUrl, Time time) {
        this.server = (baseUrl.getScheme() + "://" + baseUrl.getHost() + ":" + baseUrl.getPort() + " ")
                .toLowerCase(Locale.ROOT);
        this.time = time;
    }

    /** The client uses this key from now on. */
    public void use(String now) {
        if (!now.equals(key)) {
            change(now);
        }
    }

    private synchronized void change(String now) {
        if (closed) {
            return;
        }
        synchronized (BY_KEY) {
            long nanos = time.nanos();
            BY_KEY.values().removeIf(each -> each.clients == 0 && nanos - each.unusedSince > REMEMBERED.toNanos());
            leave();
            Shared next = BY_KEY.computeIfAbsent(hash(server + now), unknown -> new Shared(time));
            next.clients++;
            shared = next;
        }
        key = now;
    }

    private void leave() {
        Shared last = shared;
        if (last != null) {
            last.clients--;
            last.unusedSince = time.nanos();
        }
    }

    private static String hash(String secret) {
        try {
            byte[] text = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public PermitQueue get() {
        Shared now = shared;
        if (now == null) {
            throw new IllegalStateException("no key yet");
        }
        return now.queue;
    }

    /** The client no longer needs it. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            synchronized (BY_KEY) {
                leave();
            }
        }
    }
}
