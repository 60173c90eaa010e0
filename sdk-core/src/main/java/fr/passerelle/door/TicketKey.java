package fr.passerelle.door;

import java.nio.ByteBuffer;

/**
 * What stands for a code in a journal: 128 bits of a keyed hash, under a key of the evening. See {@link DoorJournal}
 * for what that protects, and what not.
 *
 * @param high the first eight bytes
 * @param low the others
 */
public record TicketKey(long high, long low) {

    /** How many bytes it has. */
    public static final int BYTES = 16;

    /**
     * A key read back from where it was kept.
     *
     * @throws IllegalArgumentException if it is shorter than {@value #BYTES} bytes
     */
    public static TicketKey of(byte[] bytes) {
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException("a ticket's key has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new TicketKey(buffer.getLong(), buffer.getLong());
    }

    /** Its bytes, as a journal keeps them. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }
}
