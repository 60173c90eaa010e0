package fr.passerelle.internal.http;

import fr.passerelle.error.CallException;
import fr.passerelle.internal.call.AttemptChannel;
import fr.passerelle.internal.call.Call;
import fr.passerelle.internal.call.CallExceptions;
import fr.passerelle.internal.call.Cancellation;
import fr.passerelle.internal.call.NobodySignedInException;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Received;
import fr.passerelle.internal.call.StalePermitException;
import fr.passerelle.internal.call.TimedPermit;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.internal.library.LibraryVersions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one attempt and waits for its response, on the thread of its operation. Whatever goes wrong, and whatever a
 * server sends, is a typed exception that says if the attempt had left.
 */
public final class HttpTransport implements AttemptChannel.Transport {

    private static final Logger LOG = LoggerFactory.getLogger("fr.passerelle.calls");
    private static final String REQUEST_ID = "X-Request-Id";
    /** OkHttp's word for a call that took longer than its own timeout. */
    private static final String TIMEOUT = "timeout";
    /** How long a connection may stand open while its call waits for a permit. */
    private static final Duration LONGEST_OPEN = Duration.ofSeconds(5);
    /** As many connections as a pool may hold, and one: each may be dead. */
    private static final int MOST_DEAD = 65;

    private final OkHttpSetup okHttp;
    private final URI baseUrl;
    private final Credentials credentials;
    private final String userAgent;

    public HttpTransport(OkHttpSetup okHttp, URI baseUrl, Credentials credentials, String userAgent) {
        this.okHttp = okHttp;
        this.baseUrl = baseUrl;
        this.credentials = credentials;
        this.userAgent = userAgent;
    }

    /** The response has no bytes then, rather than another one's. */
    @Override
    public void forget(Received response) {
        ByteBuffer body = response.body();
        body.limit(0);
        if (body.arrayOffset() == 0) { // the whole array
            SpareArrays.give(body.array());
        }
    }

    @Override
    public void distrust() {
        okHttp.client().connectionPool().evictAll();
    }

    /**
     * The response, of any status.
     *
     * @throws StalePermitException if the call's permit is stale; nothing has left then
     * @throws CallException if there is no response
     */
    @Override
    public Received send(Call<?> call) throws StalePermitException {
        call.deadline().start();
        Request.Builder request = request(call);
        long start = System.nanoTime();
        String end = "no response";
        try {
            Received received = exchange(request, call);
            end = String.valueOf(received.response().status());
            return received;
        } finally {
            LOG.debug(
                    "{} {}: {} after {} ms, attempt {}{}",
                    call.endpoint().operationId(),
                    call.http(),
                    end,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    call.attempt(),
                    call.operation().who());
        }
    }

    private Request.Builder request(Call<?> call) {
        Request.Builder request = new Request.Builder()
                .url(Urls.of(baseUrl, call.http()))
                .header("Accept", accepted(call.endpoint()))
                .header("User-Agent", userAgent)
                .method(call.endpoint().method().name(), Bodies.of(call.http()));
        call.operation().headers().forEach(request::header);
        call.options().headers().forEach(request::header);
        String requestId = call.operation().requestId();
        if (!requestId.isEmpty()) {
            request.header(REQUEST_ID, requestId);
        }
        String bearer = bearer(call);
        call.operation().sentAs(bearer);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request;
    }

    private static String accepted(Endpoint endpoint) {
        return endpoint.response() == Content.TEXT ? "text/plain" : "application/json";
    }

    /** A user's key supplier may fail in any way; what became of an earlier attempt is still told. */
    private @Nullable String bearer(Call<?> call) {
        try {
            return credentials.bearer(call.endpoint());
        } catch (RuntimeException | Error thrown) {
            if (thrown instanceof NobodySignedInException && !call.mayHaveBeenProcessed()) {
                throw thrown;
            }
            throw CallExceptions.notSent(call, "the key cannot be had", thrown);
        }
    }

    private Received exchange(Request.Builder request, Call<?> call) throws StalePermitException {
        for (int dead = 0; ; dead++) {
            try {
                return exchangeOnce(request, call);
            } catch (OkHttpSetup.DeadConnectionException e) {
                if (dead == MOST_DEAD) {
                    throw CallExceptions.lost(call, "every connection was closed by the server", false, null);
                }
            }
        }
    }

    private Received exchangeOnce(Request.Builder request, Call<?> call)
            throws StalePermitException, OkHttpSetup.DeadConnectionException {
        Operation operation = call.operation();
        boolean future = operation.isFuture();
        if (!future && Thread.currentThread().isInterrupted()) {
            throw CallExceptions.interrupted(call, false);
        }
        InterruptHook interrupt = future ? null : new InterruptHook();
        AttemptState flight = new AttemptState(call.limits().connect(), call.permit(), interrupt);
        try {
            okhttp3.Call exchange = okHttp.begin(request.build(), flight);
            try {
                exchange.timeout().timeout(patience(call).toNanos(), TimeUnit.NANOSECONDS);
                operation.cancellation().onCancel(exchange::cancel);
                flight.renewBy(() -> renewed(call, exchange));
                if (interrupt != null) {
                    interrupt.set(exchange);
                }
                return read(exchange.execute(), call, flight);
            } catch (RuntimeException | Error broken) {
                // An interceptor that throws leaves its response open, and so the connection: at least it is closed.
                exchange.cancel();
                throw broken;
            } finally {
                okHttp.end(exchange);
                if (interrupt != null) {
                    interrupt.release();
                }
            }
        } catch (StalePermitException | OkHttpSetup.DeadConnectionException | CallException notLeft) {
            throw notLeft;
        } catch (Exception e) {
            // Kotlin declares no checked exceptions: an InterruptedException comes out of OkHttp too.
            throw failure(e, call, flight);
        } catch (Error e) {
            throw error(e, call, flight);
        } finally {
            operation.cancellation().clear();
        }
    }

    /** Another permit for a call whose connection stands open, on its own thread. */
    private static @Nullable TimedPermit renewed(Call<?> call, okhttp3.Call exchange) throws IOException {
        TimedPermit stale = call.permit();
        if (stale == null) {
            return null;
        }
        try {
            return stale.renew(call).get(LONGEST_OPEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            throw new StalePermitException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.operation().cancellation().cancel(Cancellation.Reason.INTERRUPTED);
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CallException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            call.operation().cancellation().onCancel(exchange::cancel);
        }
    }

    /**
     * The whole response. One whose connection failed is over for OkHttp: it is not closed once more, as closing reads
     * on in what was buffered, and takes minutes over a chunk's size of millions of digits.
     */
    private Received read(Response response, Call<?> call, AttemptState flight) throws IOException {
        try {
            return ResponseReader.read(response, call);
        } finally {
            if (!flight.failed()) {
                response.close();
            }
        }
    }

    /** Never zero, which OkHttp takes for ever. */
    private static Duration patience(Call<?> call) {
        Duration left = call.deadline().remaining();
        Duration attempt = call.limits().attempt();
        Duration shorter = left.compareTo(attempt) < 0 ? left : attempt;
        return shorter.isZero() ? Duration.ofNanos(1) : shorter;
    }

    private static CallException failure(Exception cause, Call<?> call, AttemptState flight) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        CallException ended = call.operation().endedWhileSending(call, flight.sent());
        if (ended != null) {
            return ended;
        }
        if (!flight.sent() && cause instanceof RuntimeException) {
            return CallExceptions.notSent(call, "something of the user's OkHttp client failed", cause);
        }
        if (cause instanceof ResponseReader.TooLargeException) {
            return CallExceptions.tooLarge(call, ResponseReader.LARGEST_BODY);
        }
        if (cause instanceof InterruptedIOException && TIMEOUT.equals(cause.getMessage())) {
            return CallExceptions.lost(call, "the attempt timed out", flight.sent(), cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return CallExceptions.lost(call, "connecting timed out", flight.sent(), cause);
        }
        if (cause instanceof SSLException) {
            return CallExceptions.lost(call, "the connection is not secure", flight.sent(), cause);
        }
        if (cause instanceof SocketException || cause instanceof UnknownHostException) {
            return CallExceptions.lost(call, "the connection failed", flight.sent(), cause);
        }
        // Without its cause, whose message may quote the server.
        return CallExceptions.lost(
                call,
                "the response broke off or is no HTTP (" + cause.getClass().getSimpleName() + ")",
                flight.sent(),
                null);
    }

    /** Out of memory, or a class that is missing: it leaves as it came, unless something may have been done. */
    private static RuntimeException error(Error error, Call<?> call, AttemptState flight) {
        if (!flight.sent() && !call.mayHaveBeenProcessed()) {
            throw error;
        }
        return CallExceptions.lost(call, problem(error), flight.sent(), error);
    }

    private static String problem(Error error) {
        String named = "sending failed with " + error.getClass().getSimpleName();
        if (!(error instanceof LinkageError broken)) {
            return named;
        }
        try {
            return named + ", as " + LibraryVersions.explained(broken, true).getMessage();
        } catch (LinkageError theUsers) {
            return named;
        }
    }
}
