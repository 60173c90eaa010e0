package fr.passerelle.internal.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What ends when nobody waits for a stage any longer: its operation, or whatever else the stage waits for. Holds no
 * stage and no value, so that a chain of stages without end keeps nothing of those that are over.
 */
final class Abandonment {

    private final List<Object> parts = new ArrayList<>(1);
    private boolean over;

    /** An operation's own. */
    Abandonment(Runnable ending) {
        parts.add(ending);
    }

    /** That of a stage that waits for two others. */
    Abandonment(Abandonment one, Abandonment other) {
        parts.add(one);
        parts.add(other);
    }

    /** That of a stage that waits for another one first. */
    Abandonment(Abandonment first) {
        parts.add(first);
    }

    /** The stage waits for another one from now on. */
    void replace(Abandonment next) {
        synchronized (this) {
            if (!over) {
                parts.clear();
                parts.add(next);
                return;
            }
        }
        next.run();
    }

    /** The stage waits for something of the user's from now on, which is not ours to end. */
    synchronized void forget() {
        parts.clear();
    }

    /** Nobody waits any longer. Takes no more stack for a long chain. */
    void run() {
        Deque<Abandonment> chain = new ArrayDeque<>(List.of(this));
        while (!chain.isEmpty()) {
            for (Object part : chain.pop().end()) {
                if (part instanceof Abandonment other) {
                    chain.push(other);
                } else {
                    ((Runnable) part).run();
                }
            }
        }
    }

    private synchronized List<Object> end() {
        over = true;
        List<Object> all = List.copyOf(parts);
        parts.clear();
        return all;
    }
}
