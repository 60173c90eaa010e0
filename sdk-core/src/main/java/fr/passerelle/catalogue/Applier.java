package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.model.rule.PasserelleException;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what a plan says. A change that fails keeps no other one from being made, unless that needs it. */
final class Applier {

    private final PassCultureClient client;
    private final Clock clock;
    private final Consumer<ChangeResult> progress;
    private final List<ChangeResult> results = new ArrayList<>();
    private final Map<String, EventWriter> writers = new HashMap<>();
    private final Map<String, Integer> good = new HashMap<>();
    private final Map<String, List<Step>> undone = new HashMap<>();
    private Optional<CallException> stoppedBy = Optional.empty();

    Applier(PassCultureClient client, Clock clock, Consumer<ChangeResult> progress) {
        this.client = client;
        this.clock = clock;
        this.progress = progress;
    }

    /** Writes everything first, and ends what is to end last. */
    SyncReport apply(SyncPlan plan) {
        for (EventPlan event : plan.events()) {
            run(event, event.writes());
        }
        for (EventPlan event : plan.events()) {
            run(event, event.removals());
        }
        return new SyncReport(results, stoppedBy);
    }

    /** The events that are as wanted now, as far as this run has got. */
    Map<String, Confirmed> confirmed(SyncPlan plan) {
        Map<String, Confirmed> confirmed = new HashMap<>();
        for (EventPlan event : plan.events()) {
            EventWriter writer = writers.get(event.id());
            boolean allDone = good.getOrDefault(event.id(), 0) == event.steps().count();
            if (event.whole() && writer != null && allDone) {
                writer.lastSeen().ifPresent(seen -> confirmed.put(event.id(), event.confirmed(seen)));
            }
        }
        return confirmed;
    }

    private void run(EventPlan event, List<Step> steps) {
        EventWriter before = writers.get(event.id());
        // What the writes have read is old when the removals begin.
        EventWriter writer = new EventWriter(client, clock, before == null ? event.shown() : before.lastSeen());
        writers.put(event.id(), writer);
        List<Step> missing = undone.computeIfAbsent(event.id(), id -> new ArrayList<>());
        for (Step step : steps) {
            ChangeResult result = missing.stream()
                    .flatMap(other -> other.stops(step).stream())
                    .findFirst()
                    .map(step::skipped)
                    .orElseGet(() -> tried(step, writer));
            if (result.state() == State.DONE || result.state() == State.UNCHANGED) {
                good.merge(event.id(), 1, Integer::sum);
            } else {
                missing.add(step);
            }
            results.add(result);
            progress.accept(result);
        }
    }

    private ChangeResult tried(Step step, EventWriter writer) {
        if (stoppedBy.isPresent() && step.change.isSent()) {
            return step.skipped("the run was stopped before");
        }
        try {
            return step.run(writer);
        } catch (RuleViolationException broken) {
            return failed(step, State.REFUSED, broken);
        } catch (AuthenticationException
                | ThrottledException
                | CircuitOpenException
                | CallInterruptedException hopeless) {
            stoppedBy = Optional.of(hopeless);
            return failed(step, hopeless.mayHaveBeenProcessed() ? State.UNDECIDED : State.SKIPPED, hopeless);
        } catch (CallException failure) {
            if (failure.mayHaveBeenProcessed()) {
                return settled(step, writer, failure);
            }
            return failed(step, failure instanceof ApiException ? State.REFUSED : State.SKIPPED, failure);
        }
    }

    /** The response is lost, or says nothing certain: what the programme shows counts. */
    private static ChangeResult settled(Step step, EventWriter writer, CallException failure) {
        try {
            Optional<ChangeResult> settled = step.settled(writer);
            if (settled.isPresent()) {
                return settled.get();
            }
        } catch (CallException unread) {
            failure.addSuppressed(unread);
        }
        return failed(step, State.UNDECIDED, failure);
    }

    private static ChangeResult failed(Step step, State state, PasserelleException failure) {
        return new ChangeResult(step.change, state, String.valueOf(failure.getMessage()), Optional.of(failure));
    }
}
