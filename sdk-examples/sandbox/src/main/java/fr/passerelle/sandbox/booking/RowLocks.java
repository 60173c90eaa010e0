package fr.passerelle.sandbox.booking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one booking or cancellation at a time pass per person and per stock, as row locks do on the real server. Unlike
 * the world's lock, a lock may last as long as a vendor takes to respond: its figures are applied in the order in which
 * it gave them.
 */
final class RowLocks {

    private final Map<Object, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Does something alone on a person and on a stock. The order of the two is always the same: no deadlock. */
    <T> T taking(Object person, Object stock, Supplier<T> action) {
        return alone(person, () -> alone(stock, action));
    }

    /** Does something alone on one row. Reentrant. */
    <T> T alone(Object row, Supplier<T> action) {
        ReentrantLock lock = locks.computeIfAbsent(row, any -> new ReentrantLock(true));
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets every row. What is under way ends as it began. */
    void clear() {
        locks.clear();
    }
}
