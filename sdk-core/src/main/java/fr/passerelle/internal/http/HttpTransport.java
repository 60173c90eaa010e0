package fr.passerelle.internal.http;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.internal.call.Call;
import fr.passerelle.internal.call.Channel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one attempt and waits for its answer; whatever goes wrong is a typed exception that says if it had left. */
public final class HttpTransport implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger("fr.passerelle.client.calls");
    /** OkHttp's word for a call that took longer than its own timeout. */
    private static final String TIMEOUT = "timeout";

    private final OkHttpClient client;
    private final InterruptWatch watch;
    private final URI baseUrl;
    private final Credentials credentials;
    private final String userAgent;
    private final AnswerReader answers;

    public HttpTransport(
            Wire wire, URI baseUrl, Credentials credentials, String userAgent, AnswerReader.Maker answers) {
        this.client = wire.client();
        this.watch = wire.watch();
        this.baseUrl = baseUrl;
        this.credentials = credentials;
        this.userAgent = userAgent;
        this.answers = new AnswerReader(answers);
    }

    @Override
    public RawAnswer send(Call call) {
        Flight flight = new Flight(call.limits().connect());
        okhttp3.Call exchange = client.newCall(request(call, flight));
        exchange.timeout().timeout(patience(call).toNanos(), TimeUnit.NANOSECONDS);
        long start = System.nanoTime();
        String end = "no answer";
        try {
            RawAnswer answer = exchange(exchange, call, flight);
            end = String.valueOf(answer.status());
            return answer;
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            LOG.debug(
                    "{} {}: {} after {} ms, attempt {}",
                    call.endpoint().operationId(),
                    call.http(),
                    end,
                    millis,
                    call.attempt());
        }
    }

    private Request request(Call call, Flight flight) {
        Request.Builder request = new Request.Builder()
                .url(Urls.of(baseUrl, call.http()))
                .tag(Flight.class, flight)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .method(call.endpoint().method().name(), Bodies.of(call.http()));
        call.options().headers().forEach(request::header);
        String bearer = credentials.bearer(call.endpoint());
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    /** Never zero, which OkHttp takes for ever. */
    private static Duration patience(Call call) {
        Duration left = call.deadline().remaining();
        Duration attempt = call.limits().attempt();
        Duration shorter = left.compareTo(attempt) < 0 ? left : attempt;
        return shorter.isZero() ? Duration.ofNanos(1) : shorter;
    }

    private RawAnswer exchange(okhttp3.Call exchange, Call call, Flight flight) {
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted(call, false);
        }
        watch.begin(exchange);
        try (Response response = exchange.execute()) {
            return answers.read(response, call);
        } catch (IOException e) {
            throw failure(e, call, flight);
        } finally {
            watch.end(exchange);
        }
    }

    private static PassCultureException failure(IOException cause, Call call, Flight flight) {
        if (Thread.currentThread().isInterrupted()) {
            return Failures.interrupted(call, flight.sent());
        }
        if (cause instanceof AnswerReader.TooLargeException) {
            return Failures.tooLarge(call, AnswerReader.LARGEST_BODY);
        }
        if (cause instanceof InterruptedIOException timeout && TIMEOUT.equals(timeout.getMessage())) {
            return Failures.lost(call, "the attempt timed out", flight.sent(), timeout);
        }
        if (cause instanceof SocketTimeoutException timeout) {
            return Failures.lost(call, "connecting timed out", flight.sent(), timeout);
        }
        if (cause instanceof ProtocolException) {
            // Without its cause, whose message quotes the server.
            return Failures.lost(call, "the answer broke off or is no HTTP", flight.sent(), null);
        }
        return Failures.lost(call, "the connection failed", flight.sent(), cause);
    }
}
