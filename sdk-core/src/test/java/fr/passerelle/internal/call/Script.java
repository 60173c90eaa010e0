package fr.passerelle.internal.call;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.Limits;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A server that answers what it was told, in order, and remembers what it got. */
final class Script implements Channel {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private static final ResponseDecoder DECODER = new ResponseDecoder(Json.mapper(), CLOCK);

    private final Deque<Function<Call<?>, RawResponse>> steps = new ArrayDeque<>();
    private final List<Call<?>> received = new ArrayList<>();

    Script responses(int... statuses) {
        for (int status : statuses) {
            steps.add(call -> response(call, status, Map.of()));
        }
        return this;
    }

    Script responses(int status, String header, String value) {
        steps.add(call -> response(call, status, Map.of(header, List.of(value))));
        return this;
    }

    Script responsesAPage() {
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        steps.add(call -> new RawResponse(200, Map.of(), page, call.attempt(), call.mayHaveBeenProcessed()));
        return this;
    }

    Script losesTheResponse() {
        steps.add(call -> {
            throw CallExceptions.lost(call, "reset", true, null);
        });
        return this;
    }

    Script cannotBeReached() {
        steps.add(call -> {
            throw CallExceptions.lost(call, "refused", false, null);
        });
        return this;
    }

    Script does(Function<Call<?>, RawResponse> step) {
        steps.add(step);
        return this;
    }

    List<Call<?>> received() {
        return received;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        received.add(call);
        return Stages.start(() -> {
            RawResponse response = steps.remove().apply(call);
            return Stages.done(call.reader().apply(response));
        });
    }

    static RawResponse response(Call<?> call, int status, Map<String, List<String>> headers) {
        return new RawResponse(status, headers, new byte[0], call.attempt(), call.mayHaveBeenProcessed());
    }

    static Call<RawResponse> call(Endpoint endpoint, Time time) {
        return call(endpoint, RequestOptions.none(), time);
    }

    static Call<RawResponse> call(Endpoint endpoint, RequestOptions options, Time time) {
        return call(endpoint, blocking(options, time));
    }

    /** A call of an operation; its value is the response, unless that is an error. */
    static Call<RawResponse> call(Endpoint endpoint, Operation operation) {
        return Call.first(
                HttpCall.to(endpoint),
                response -> {
                    DECODER.readNothing(SentRequest.to(endpoint), response);
                    return response;
                },
                operation);
    }

    /** An operation on this thread. */
    static Operation blocking(RequestOptions options, Time time) {
        return Operation.blocking(context(time, new Script()), options, Runnable::run, new Cancellation());
    }

    /** An operation for a future, which goes on wherever it is woken. */
    static Operation future(RequestOptions options, Time time) {
        return future(options, time, Runnable::run);
    }

    static Operation future(RequestOptions options, Time time, Executor executor) {
        return Operation.future(context(time, new Script()), options, executor, new Cancellation());
    }

    static Observers observers(Time time, CallListener.Factory... observers) {
        return new Observers(
                List.of(observers), time, URI.create("http://localhost"), "door", Map.of("tenant", "rennes"));
    }

    static ClientContext context(Time time, Channel stack) {
        return new ClientContext(
                stack,
                Limits.DEFAULT,
                time,
                CLOCK,
                Json.mapper(),
                DECODER,
                observers(time),
                new ClientContext.Executors(Runnable::run, Runnable::run, Runnable::run),
                new ClientContext.Life(),
                "",
                Map.of(),
                null);
    }

    /** What a stage holds; what it failed with, thrown. */
    static <T> T get(CompletableFuture<T> stage) {
        return new CallerThread().await(stage, new Cancellation());
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
