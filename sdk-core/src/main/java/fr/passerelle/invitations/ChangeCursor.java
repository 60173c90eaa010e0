package fr.passerelle.invitations;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a reader of the change feed stands, kept over restarts: a row of a database, best in the transaction that does
 * what a change asks for. For one reader.
 */
public interface ChangeCursor {

    /** Up to which sequence changes were handled; 0 if none was. */
    long load();

    /** Changes were handled up to this sequence. */
    void save(long sequence);

    /** For a program that reads the whole feed each time it starts, and for tests. */
    static ChangeCursor inMemory() {
        AtomicLong sequence = new AtomicLong();
        return new ChangeCursor() {
            @Override
            public long load() {
                return sequence.get();
            }

            @Override
            public void save(long handled) {
                sequence.set(handled);
            }
        };
    }
}
