package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One document being read: the "now" its rules go by, and the problems found so far, by dotted path. */
public final class Reading {

    private final Instant now;
    private final TreeMap<String, List<String>> problems = new TreeMap<>();

    public Reading(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public void problem(String path, String message) {
        problems.computeIfAbsent(path, key -> new ArrayList<>()).add(message);
    }

    public boolean isClean() {
        return problems.isEmpty();
    }

    /** A reading with the same "now" and no problems, to try something out. */
    Reading attempt() {
        return new Reading(now);
    }

    /** Takes over the problems of an attempt. */
    void addAll(Reading attempt) {
        attempt.problems.forEach((path, messages) -> messages.forEach(message -> problem(path, message)));
    }

    /** Answers 400 with every problem, paths in alphabetical order, if there is any. */
    public void refuseIfAny() {
        if (!problems.isEmpty()) {
            ObjectNode body = Json.object();
            problems.forEach((path, messages) -> messages.forEach(body.putArray(path)::add));
            throw new Refusal(Response.of(400, body));
        }
    }

    /** Answers 400 in the control plane's way, with the first problem, if there is any. */
    void refuseControlIfAny() {
        Map.Entry<String, List<String>> first = problems.firstEntry();
        if (first != null) {
            throw Refusal.bare(
                    400, "error", first.getKey() + ": " + first.getValue().get(0));
        }
    }
}
