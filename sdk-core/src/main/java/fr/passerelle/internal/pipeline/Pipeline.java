package fr.passerelle.internal.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.http.CircuitBreaker;
import fr.passerelle.http.ClientSettings;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.AttemptChannel;
import fr.passerelle.internal.call.AttemptsChannel;
import fr.passerelle.internal.call.BreakerChannel;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.ClientContext;
import fr.passerelle.internal.call.ClientContext.Executors;
import fr.passerelle.internal.call.ClientContext.Life;
import fr.passerelle.internal.call.DeadlineChannel;
import fr.passerelle.internal.call.Observers;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.RateLimitChannel;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.Credentials;
import fr.passerelle.internal.http.HttpTransport;
import fr.passerelle.internal.http.OkHttpSetup;
import fr.passerelle.internal.http.UserAgent;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a client calls through, and what ends with it. */
public final class Pipeline implements AutoCloseable {

    private final Life life = new Life();
    private final Environment environment;
    private final String name;
    private final OkHttpSetup okHttp;
    private final RequestExecutor requests;

    /**
     * Sets the layers up.
     *
     * @param settings what the user said
     * @param time for waits and deadlines
     * @param random for the jitter of retries
     * @param queues where calls wait for their permits
     * @param own a layer of the client's own, below the deadline; or none
     */
    public Pipeline(
            ClientSettings settings,
            Time time,
            RandomGenerator random,
            Credentials credentials,
            Supplier<PermitQueue> queues,
            UnaryOperator<Channel> own) {
        environment = settings.environment();
        name = settings.name();
        okHttp = new OkHttpSetup(settings.okHttpClient(), settings.limits().connect());
        HttpTransport transport =
                new HttpTransport(okHttp, environment.baseUrl(), credentials, UserAgent.of(settings.userAgentSuffix()));
        ObjectMapper mapper = Json.mapper();
        Observers observers =
                new Observers(settings.callListeners(), time, environment.baseUrl(), settings.name(), settings.tags());
        ClientContext context = new ClientContext(
                stack(settings.circuitBreaker(), time, random, transport, observers, queues, own),
                settings.limits(),
                time,
                settings.clock(),
                mapper,
                new ResponseDecoder(mapper, settings.clock()),
                observers,
                executors(settings.executor()),
                life,
                settings.name(),
                settings.headers(),
                settings.requestIds());
        requests = new RequestExecutor(context, RequestOptions.none());
    }

    /**
     * Each layer stands on the one above it here; a call enters by the deadline, and leaves at the top as a request.
     */
    private static Channel stack(
            CircuitBreaker circuit,
            Time time,
            RandomGenerator random,
            HttpTransport transport,
            Observers observers,
            Supplier<PermitQueue> queues,
            UnaryOperator<Channel> own) {
        Channel attempt = new AttemptChannel(transport, time, observers);
        if (!circuit.enabled()) {
            Channel attempts = new AttemptsChannel(random, new RateLimitChannel(queues, attempt));
            return new DeadlineChannel(own.apply(attempts));
        }
        BreakerChannel breaker = new BreakerChannel(circuit, time, observers, attempt);
        Channel rateLimit = new RateLimitChannel(queues, breaker);
        Channel attempts = new AttemptsChannel(random, rateLimit);
        return new DeadlineChannel(own.apply(breaker.guard(attempts)));
    }

    private static Executors executors(@Nullable Executor theirs) {
        return theirs == null ? Executors.shared() : Executors.of(theirs);
    }

    /** What a client's resources make their calls with. */
    public RequestExecutor requests() {
        return requests;
    }

    /** How many operations are under way. */
    public int underWay() {
        return life.size();
    }

    @Override
    public void close() {
        life.close();
        okHttp.close();
    }

    /** The server, the client's name if it has one, and no secret. */
    @Override
    public String toString() {
        return "[" + environment.baseUrl() + (name.isEmpty() ? "" : ", " + name) + "]";
    }
}
