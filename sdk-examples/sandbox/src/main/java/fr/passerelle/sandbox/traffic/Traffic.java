package fr.passerelle.sandbox.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import fr.passerelle.sandbox.http.Exchange;
import fr.passerelle.sandbox.http.Interceptor;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every call goes through on its way in and out: the journal, then the faults, then the rate, then the handling. A
 * call that a fault keeps from being handled does not count against the rate.
 */
public final class Traffic implements Interceptor, AutoCloseable {

    private static final String BEARER = "Bearer ";
    private static final String HTML = "text/html; charset=utf-8";
    private static final byte[] HTML_PAGE =
            "<!DOCTYPE html><html><head><title>Oops</title></head><body><h1>Not what you hoped for</h1></body></html>"
                    .getBytes(UTF_8);

    private final QuotaLimit quota;
    private final Faults faults;
    private final Journal journal;
    private final Predicate<String> knownKey;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Puts the three around the handling of calls.
     *
     * @param knownKey whether a text is the API key of a provider
     */
    public Traffic(QuotaLimit quota, Faults faults, Journal journal, Predicate<String> knownKey) {
        this.quota = quota;
        this.faults = faults;
        this.journal = journal;
        this.knownKey = knownKey;
    }

    @Override
    public void intercept(Exchange exchange, Handling handling) throws IOException {
        String bearer = bearer(exchange);
        String key = bearer != null && knownKey.test(bearer) ? bearer : null;
        var effect = faults.strike(exchange.method(), exchange.path(), bearer).orElse(null);
        var journaled = new JournaledExchange(exchange, journal, key, effect == null ? null : effect.kind());
        Handling body = () -> {
            // Read through the journal, so that it knows the size.
            journaled.body();
            var refusal = key == null ? null : quota.refusal(key).orElse(null);
            return refusal == null ? handling.handle() : refusal;
        };
        if (effect == null) {
            journaled.send(body.handle());
        } else {
            suffer(effect, journaled, body);
        }
    }

    private void suffer(Effect effect, Exchange exchange, Handling handling) throws IOException {
        if (effect instanceof Effect.Refuse) {
            exchange.abort();
        } else if (effect instanceof Effect.DropBefore) {
            exchange.body();
            exchange.abort();
        } else if (effect instanceof Effect.DropAfter) {
            handling.handle();
            exchange.abort();
        } else if (effect instanceof Effect.Delay delay) {
            var response = handling.handle();
            pause(delay.by());
            exchange.send(response);
        } else if (effect instanceof Effect.Status status) {
            responseStatus(status, exchange, handling);
        } else if (effect instanceof Effect.Truncate truncate) {
            truncate(truncate.bytes(), exchange, handling.handle());
        } else if (effect instanceof Effect.Garbage) {
            int status = handling.handle().status();
            send(exchange, status == 204 ? 200 : status, Map.of("Content-Type", HTML), HTML_PAGE);
        } else if (effect instanceof Effect.Drip drip) {
            drip(drip.every(), exchange, handling.handle());
        }
    }

    private static void responseStatus(Effect.Status fault, Exchange exchange, Handling handling) throws IOException {
        if (fault.after()) {
            handling.handle();
        } else {
            exchange.body();
        }
        send(exchange, fault.status(), fault.headers(), fault.body().getBytes(UTF_8));
    }

    private static void send(Exchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        exchange.begin(status, headers, body.length);
        if (body.length > 0) {
            exchange.write(body);
        }
        exchange.end();
    }

    /** A response with no more bytes than the cut is cut too: it announces one byte that never comes. */
    private static void truncate(int bytes, Exchange exchange, Response response) throws IOException {
        byte[] body = response.bytes();
        int kept = Math.min(bytes, body.length);
        int status = response.status() == 204 ? 200 : response.status();
        exchange.begin(status, Wire.headers(response), Math.max(body.length, kept + 1));
        exchange.write(Arrays.copyOf(body, kept));
        exchange.abort();
    }

    private void drip(Duration every, Exchange exchange, Response response) throws IOException {
        byte[] body = response.bytes();
        exchange.begin(response.status(), Wire.headers(response), body.length);
        for (byte one : body) {
            pause(every);
            exchange.write(new byte[] {one});
        }
        exchange.end();
    }

    /** Waits, but no longer than the sandbox lives. */
    private void pause(Duration time) {
        try {
            closed.await(time.toNanos(), NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String bearer(Exchange exchange) {
        String header = exchange.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /** Lets every call that waits go on at once. */
    @Override
    public void close() {
        closed.countDown();
    }
}
