package fr.passerelle.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A disk in memory, with as much room as a test leaves it. */
final class FailingDisk implements Disk {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /** Files beside it. */
    final Map<String, byte[]> beside = new HashMap<>();
    /** How many bytes still fit. */
    volatile int room = Integer.MAX_VALUE;
    /** Whether it can force what it holds. */
    volatile boolean forces = true;
    /** What breaks instead of the disk, if anything does. */
    volatile @Nullable Error breaks;
    /** Whether it can drop what was written last. */
    volatile boolean truncates = true;
    /** How often it did force. */
    final AtomicInteger forced = new AtomicInteger();
    /** How long that takes, in nanoseconds. */
    volatile long forceNanos;
    /** What it waits for first. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public byte[] content() {
        return bytes.toByteArray();
    }

    /** Like a real one, it takes a part before it says that it is full. */
    @Override
    public void write(byte[] written) throws IOException {
        int fits = Math.min(room, written.length);
        bytes.writeBytes(Arrays.copyOf(written, fits));
        if (fits < written.length) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void force() throws IOException {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        LockSupport.parkNanos(forceNanos);
        Error error = breaks;
        if (error != null) {
            throw error;
        }
        if (!forces) {
            throw new IOException("Input/output error");
        }
        forced.incrementAndGet();
    }

    /** A disk that fails may refuse that, too. */
    @Override
    public void truncate(long length) throws IOException {
        if (!truncates) {
            throw new IOException("Read-only file system");
        }
        byte[] kept = Arrays.copyOf(bytes.toByteArray(), Math.toIntExact(length));
        bytes.reset();
        bytes.writeBytes(kept);
    }

    @Override
    public void putBeside(String name, byte[] content) throws IOException {
        if (content.length > room) {
            throw new IOException("No space left on device");
        }
        beside.put(name, content);
    }

    @Override
    public Optional<byte[]> beside(String name) {
        return Optional.ofNullable(beside.get(name));
    }

    @Override
    public void close() {}
}
