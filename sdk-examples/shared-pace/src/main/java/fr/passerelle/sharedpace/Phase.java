package fr.passerelle.sharedpace;

import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Some time of the demonstration, as the programme's journal tells it.
 *
 * @param length how long it was
 * @param calls that the programme received in it, in their order
 */
record Phase(Duration length, List<Received> calls) {

    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * A call.
     *
     * @param at when the programme received it
     * @param process who made it, from 0
     * @param status what the programme responded
     */
    record Received(Instant at, int process, int status) {}

    /** Several that followed each other. */
    static Phase of(Collection<Phase> phases) {
        return new Phase(
                phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus),
                phases.stream().flatMap(phase -> phase.calls().stream()).toList());
    }

    /** The most calls in any window, both its ends included. */
    int mostIn(Duration window) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < calls.size(); to++) {
            while (calls.get(from).at().plus(window).isBefore(calls.get(to).at())) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** How much of the quota was used, from 0. */
    double used(Quota quota) {
        double allowed =
                quota.calls() * ((double) length.toNanos() / quota.window().toNanos());
        return calls.size() / allowed;
    }

    /** How much of all that was done one process did, from 0 to 1. */
    double part(int process) {
        return (double) calls.stream().filter(call -> call.process() == process).count() / calls.size();
    }

    long refused() {
        return calls.stream().filter(call -> call.status() == TOO_MANY_REQUESTS).count();
    }
}
