package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.RequestOptions;
import fr.passerelle.client.error.Failures;
import fr.passerelle.internal.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server that answers what it was told, in order, and remembers what it got. */
final class Script implements Channel {

    private final Deque<Channel> steps = new ArrayDeque<>();
    private final List<Call> received = new ArrayList<>();

    Script answers(int... statuses) {
        for (int status : statuses) {
            steps.add(call -> answer(call, status, Map.of()));
        }
        return this;
    }

    Script answers(int status, String header, String value) {
        steps.add(call -> answer(call, status, Map.of(header, List.of(value))));
        return this;
    }

    Script answersAPage() {
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        steps.add(call -> new RawAnswer(200, Map.of(), page, call.attempt(), call.mayHaveBeenProcessed()));
        return this;
    }

    Script losesTheAnswer() {
        steps.add(call -> {
            throw Failures.lost(call, "reset", true, null);
        });
        return this;
    }

    Script cannotBeReached() {
        steps.add(call -> {
            throw Failures.notSent(call, "refused");
        });
        return this;
    }

    List<Call> received() {
        return received;
    }

    @Override
    public RawAnswer send(Call call) {
        received.add(call);
        return steps.remove().send(call);
    }

    static RawAnswer answer(Call call, int status, Map<String, List<String>> headers) {
        return new RawAnswer(status, headers, new byte[0], call.attempt(), call.mayHaveBeenProcessed());
    }

    static Call call(Endpoint endpoint, Time time) {
        return call(endpoint, RequestOptions.none(), time);
    }

    static Call call(Endpoint endpoint, RequestOptions options, Time time) {
        Limits limits = Limits.DEFAULT.with(options);
        return Call.first(HttpCall.to(endpoint), options, limits, Deadline.in(limits.call(), time));
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
