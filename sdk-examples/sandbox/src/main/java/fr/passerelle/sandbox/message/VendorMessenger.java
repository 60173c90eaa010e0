package fr.passerelle.sandbox.message;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** POSTs signed messages to vendors, with the programme's patience: a timeout, and retries only to get connected. */
public final class VendorMessenger implements AutoCloseable {

    /** How long a vendor has to respond, unless told otherwise (reference 9.3). */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private static final int CONNECTION_RETRIES = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool(VendorMessenger::daemon);

    /** Made for the first message only: it loads all of TLS, which a sandbox without vendors need not wait for. */
    private @Nullable HttpClient client;

    /**
     * Sends a message and waits for the response.
     *
     * @param url where to, http or https
     * @param message what
     * @param timeout how long nothing may come: it starts again with each piece of the response
     * @return the response; never throws for what the network or the vendor does
     */
    public VendorReply post(String url, SignedMessage message, Duration timeout) {
        HttpRequest request;
        String trace = hex(16);
        try {
            request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .header("Sentry-Trace", trace + "-" + hex(8) + "-1")
                    .header("Baggage", "sentry-trace_id=" + trace + ",sentry-environment=sandbox")
                    .header(SignedMessage.SIGNATURE_HEADER, message.signature())
                    .POST(BodyPublishers.ofString(message.wire()))
                    .build();
        } catch (IllegalArgumentException e) {
            return new VendorReply.Unreachable();
        }
        for (int retriesLeft = CONNECTION_RETRIES; ; retriesLeft--) {
            var reply = attempt(request, timeout);
            if (!(reply instanceof VendorReply.Unreachable) || retriesLeft == 0) {
                return reply;
            }
        }
    }

    private VendorReply attempt(HttpRequest request, Duration timeout) {
        var progress = new Progress();
        var pending = client().sendAsync(request, progress.watch(BodyHandlers.ofString()));
        try {
            HttpResponse<String> response = progress.await(pending, timeout);
            return new VendorReply.Responded(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new VendorReply.TimedOut();
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new VendorReply.Broken();
        }
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .executor(threads)
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.ALWAYS)
                    .build();
        }
        return client;
    }

    private static VendorReply failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new VendorReply.Unreachable();
        }
        if (cause instanceof IOException) {
            return new VendorReply.Broken();
        }
        throw new IllegalStateException("unexpected failure of the HTTP client", cause);
    }

    /** Stops every exchange under way and leaves no thread behind. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "sandbox-messages");
        thread.setDaemon(true);
        return thread;
    }
}
