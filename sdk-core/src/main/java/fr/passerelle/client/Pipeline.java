package fr.passerelle.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.call.AttemptChannel;
import fr.passerelle.internal.call.AttemptsChannel;
import fr.passerelle.internal.call.BreakerChannel;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.ClientContext;
import fr.passerelle.internal.call.ClientContext.Life;
import fr.passerelle.internal.call.DeadlineChannel;
import fr.passerelle.internal.call.Observers;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.RateLimitChannel;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.Credentials;
import fr.passerelle.internal.http.HttpTransport;
import fr.passerelle.internal.http.Wire;
import fr.passerelle.internal.json.AnswerDecoder;
import fr.passerelle.internal.json.Json;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a client calls through, and what ends with it. */
final class Pipeline implements AutoCloseable {

    private final Life life = new Life();
    private final Environment environment;
    private final Wire wire;
    private final RequestExecutor requests;

    /**
     * Sets the layers up.
     *
     * @param queues where calls wait for their permits
     * @param own a layer of the client's own, below the deadline; or none
     */
    Pipeline(
            ClientBuilder<?> builder,
            Credentials credentials,
            Supplier<PermitQueue> queues,
            UnaryOperator<Channel> own) {
        environment = builder.environment();
        wire = new Wire(builder.okHttpClient());
        Time time = builder.time();
        HttpTransport transport =
                new HttpTransport(wire, environment.baseUrl(), credentials, builder.userAgent(), RawAnswer::received);
        ObjectMapper mapper = Json.mapper();
        ClientContext context = new ClientContext(
                stack(builder, time, transport, queues, own),
                builder.limits(),
                time,
                builder.clock(),
                mapper,
                new AnswerDecoder(mapper, builder.clock()),
                new Observers(builder.observers(), time, environment.baseUrl()),
                builder.executors(),
                life);
        requests = new RequestExecutor(context, RequestOptions.none());
    }

    /**
     * Each layer stands on the one above it here; a call enters by the deadline, and leaves at the top as a request.
     */
    private static Channel stack(
            ClientBuilder<?> builder,
            Time time,
            HttpTransport transport,
            Supplier<PermitQueue> queues,
            UnaryOperator<Channel> own) {
        Channel attempt = new AttemptChannel(transport, time);
        BreakerChannel breaker = new BreakerChannel(time, attempt);
        Channel rateLimit = new RateLimitChannel(queues, breaker);
        Channel attempts = new AttemptsChannel(builder.random(), rateLimit);
        return new DeadlineChannel(own.apply(breaker.guard(attempts)));
    }

    RequestExecutor requests() {
        return requests;
    }

    /** How many operations are under way. */
    int underWay() {
        return life.size();
    }

    @Override
    public void close() {
        life.close();
        wire.close();
    }

    /** The server, and no secret. */
    @Override
    public String toString() {
        return "[" + environment.baseUrl() + "]";
    }
}
