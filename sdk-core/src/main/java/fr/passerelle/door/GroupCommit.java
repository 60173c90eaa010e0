package fr.passerelle.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes what several threads have to write together: whoever comes first writes for all who came meanwhile, and forces
 * the disk once for them. Its methods are called with the lock held, which is let go while the disk works.
 *
 * <p>Threads that the disk has just let go come back a moment later. Without a pause they would miss the next write,
 * and four scanners would take two writes for four scans: so the next write waits for as many as were there before, but
 * never longer than half of what the last one took, and 2 ms. A scanner that is alone waits once, after the others have
 * gone, and then no more.
 */
final class GroupCommit {

    /** What is written together, or not at all. */
    static final class Batch {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private boolean done;
        private @Nullable Throwable failure;
    }

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock lock;
    private final Condition written;
    private final Condition added;
    private final Disk disk;
    private long length;
    private Batch filling = new Batch();
    private boolean writing;
    /** How many had something to write when the disk was done last. */
    private int crowd;
    /** How long the disk took last. */
    private long diskNanos;
    /** Whether the disk may hold something behind the length that nobody was promised. */
    private boolean untidy;

    GroupCommit(ReentrantLock lock, Disk disk, long length) {
        this.lock = lock;
        this.written = lock.newCondition();
        this.added = lock.newCondition();
        this.disk = disk;
        this.length = length;
    }

    /**
     * Takes something to be written.
     *
     * @param undo done if it could not be written
     */
    Batch add(byte[] bytes, Runnable undo) {
        filling.bytes.writeBytes(bytes);
        filling.undo.push(undo);
        added.signal();
        return filling;
    }

    /**
     * Waits until a batch is on the disk, or writes it.
     *
     * @throws JournalException if it could not be written
     */
    void await(Batch batch) {
        while (!batch.done) {
            if (writing) {
                written.awaitUninterruptibly(); // what is under way decides, and takes no longer than the disk
            } else {
                write();
            }
        }
        if (batch.failure != null) {
            throw new JournalException("the door's journal cannot be written", batch.failure);
        }
    }

    /**
     * Waits until everything that was added is on the disk.
     *
     * @throws JournalException if some of it could not be written
     */
    void awaitAll() {
        if (writing || filling.bytes.size() > 0) {
            await(add(new byte[0], () -> {}));
        }
    }

    private void write() {
        Batch next = new Batch();
        writing = true;
        pause();
        Batch batch = filling;
        filling = next;
        Throwable failure;
        long start = System.nanoTime();
        lock.unlock();
        try {
            failure = failureOf(batch.bytes.toByteArray());
        } catch (Error broken) { // no memory, say: those who wait must hear of it, or they wait for ever
            failure = broken;
        } finally {
            lock.lock();
            writing = false;
        }
        diskNanos = System.nanoTime() - start;
        crowd = batch.undo.size() + filling.undo.size();
        if (failure == null) {
            length += batch.bytes.size();
        } else {
            // What came meanwhile may build on what is undone: it fails with it.
            fail(filling, failure);
            filling = new Batch();
            fail(batch, failure);
        }
        batch.done = true;
        written.signalAll();
    }

    private void pause() {
        long left = Math.min(diskNanos / 2, LONGEST_PAUSE);
        try {
            while (filling.undo.size() < crowd && left > 0) {
                left = added.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // what is to be written is written all the same
        }
    }

    private static void fail(Batch batch, Throwable failure) {
        batch.undo.forEach(Runnable::run);
        batch.failure = failure;
        batch.done = true;
    }

    private @Nullable Exception failureOf(byte[] bytes) {
        try {
            if (untidy) {
                tidyUp();
            }
            untidy = true;
            disk.write(bytes);
            disk.force();
            untidy = false;
            return null;
        } catch (IOException | RuntimeException failure) {
            try {
                tidyUp();
            } catch (IOException | RuntimeException notNow) { // before anything else is written
                failure.addSuppressed(notNow);
            }
            return failure;
        }
    }

    /** Drops what was not promised: what is promised next must begin where the length says. */
    private void tidyUp() throws IOException {
        disk.truncate(length);
        untidy = false;
    }
}
