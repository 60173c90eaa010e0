package fr.passerelle.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that all calls of a client share: when most calls fail, retries stop; successes earn them back. */
final class RetryBudget {

    static final int FULL = 500;
    /** What a call that succeeds without a retry gives back. */
    static final int NO_RETRY = 1;

    private final AtomicInteger tokens = new AtomicInteger(FULL);

    /** Takes {@code cost} tokens, or none if there are not enough. */
    boolean take(int cost) {
        return tokens.getAndUpdate(left -> left >= cost ? left - cost : left) >= cost;
    }

    void refund(int cost) {
        if (tokens.get() == FULL) {
            return; // as after nearly every call
        }
        tokens.updateAndGet(left -> Math.min(FULL, left + cost));
    }

    int left() {
        return tokens.get();
    }
}
