package fr.passerelle.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.call.AttemptsChannel;
import fr.passerelle.internal.call.Background;
import fr.passerelle.internal.call.BreakerChannel;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.DeadlineChannel;
import fr.passerelle.internal.call.Engine;
import fr.passerelle.internal.call.ObservedAttempts;
import fr.passerelle.internal.call.Observers;
import fr.passerelle.internal.call.PacingChannel;
import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.Credentials;
import fr.passerelle.internal.http.HttpTransport;
import fr.passerelle.internal.http.Wire;
import fr.passerelle.internal.json.AnswerDecoder;
import fr.passerelle.internal.json.Json;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** What a client calls through, and what ends with it. */
final class Pipeline implements AutoCloseable {

    private final SystemTime systemTime = new SystemTime();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Environment environment;
    private final Wire wire;
    private final Background background;
    private final Calls calls;

    /**
     * Sets the layers up.
     *
     * @param own a layer of the client's own, below the deadline; or none
     */
    Pipeline(ClientBuilder<?> builder, Credentials credentials, UnaryOperator<Channel> own) {
        environment = builder.environment();
        wire = new Wire(builder.okHttpClient());
        background = new Background(builder.executor());
        Time given = builder.time();
        Time time = given != null ? given : systemTime;
        HttpTransport transport =
                new HttpTransport(wire, environment.baseUrl(), credentials, builder.userAgent(), RawAnswer::received);
        ObjectMapper mapper = Json.mapper();
        AnswerDecoder decoder = new AnswerDecoder(mapper, builder.clock());
        Engine engine = new Engine(
                stack(builder, time, transport, own),
                builder.limits(),
                time,
                builder.clock(),
                mapper,
                decoder,
                new Observers(builder.observers(), time, environment.baseUrl()),
                background,
                closed);
        calls = new Calls(engine, RequestOptions.none());
    }

    /**
     * Each layer stands on the one above it here; a call enters by the deadline, and its answer is decoded or thrown.
     */
    private static Channel stack(
            ClientBuilder<?> builder, Time time, HttpTransport transport, UnaryOperator<Channel> own) {
        Channel attempt = new ObservedAttempts(time, transport);
        Channel pacing = new PacingChannel(builder.pacing(time), time, builder.clock(), attempt);
        Channel attempts = new AttemptsChannel(time, builder.clock(), builder.random(), pacing);
        Channel breaker = new BreakerChannel(time, attempts);
        return new DeadlineChannel(own.apply(breaker));
    }

    Calls calls() {
        return calls;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            systemTime.close();
            background.close();
            wire.close();
        }
    }

    /** The server, and no secret. */
    @Override
    public String toString() {
        return "[" + environment.baseUrl() + "]";
    }
}
