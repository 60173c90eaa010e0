package fr.passerelle.internal.http;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Arrays for larger bodies, which are read and needed no more: a page of events is 160 kB, more than all that is made
 * of it. At most 1 MiB in all, for the process.
 */
final class SpareArrays {

    /** Below this, an array of its own costs less. */
    static final int SMALLEST = 16 * 1024;

    static final int LARGEST = 256 * 1024;
    private static final int MOST = 4;

    private static final AtomicReferenceArray<byte @Nullable []> SPARE = new AtomicReferenceArray<>(MOST);

    private SpareArrays() {}

    /** One that holds so much, between {@link #SMALLEST} and {@link #LARGEST}; nobody else has it. */
    static byte[] take(int length) {
        for (int i = 0; i < MOST; i++) {
            byte[] spare = SPARE.getAndSet(i, null);
            if (spare != null && spare.length >= length) {
                return spare;
            }
        }
        int size = SMALLEST;
        while (size < length) {
            size *= 2;
        }
        return new byte[size];
    }

    /** Gives one back that nobody has any more; one of another size is forgotten. */
    static void give(byte[] array) {
        if (array.length < SMALLEST || array.length > LARGEST) {
            return;
        }
        for (int i = 0; i < MOST; i++) {
            if (SPARE.compareAndSet(i, null, array)) {
                return;
            }
        }
    }
}
