package fr.passerelle.door;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Who came in: what a {@link Door} writes down before its light turns green. It decides, too: of two doors on one
 * journal that scan the last place of a ticket at the same moment, one is told {@link Ruling.Full}.
 *
 * <p><b>What it keeps.</b> Of a code a hash, of a scan its moment, its door and its nonce, of the programme what became
 * of the booking; no name. A code that must still be sent to a programme is kept encrypted until it is settled; in a
 * file, which is only appended to, until the file is deleted. Of each source the {@linkplain KeptList list} that was
 * read last, encrypted as a whole.
 *
 * <p><b>What that protects.</b> A countermark is one of 30⁶ (rulebook 3.8), a second's work to try them all: a plain
 * hash would be the code. Hashes and encryption are therefore keyed, with keys made of the venue's secret, which is
 * never in the journal, and of the evening's salt, which is. Whoever finds the journal alone learns how many came in,
 * when and through which door, and cannot tell whether two evenings saw the same code. Whoever has the secret as well,
 * or the memory of the running door, can try all codes: then it hides nothing. A secret that is thrown away after the
 * evening takes the codes with it.
 *
 * <p>An implementation is safe for use by several threads, and returns from a writing method only when what it wrote
 * survives a crash.
 */
public interface DoorJournal extends AutoCloseable {

    /**
     * A journal in one file, only ever appended to; the lists stand beside it, each in a file of its own that is
     * replaced as a whole. Files that it makes can be read by this machine's user alone. In the journal, entries of
     * several threads are forced to the disk together. It opens whatever a crash left, cut at any byte: an entry that a
     * crash cut off was never acknowledged, and is skipped. An entry that was damaged since is lost with it, and no
     * other; a WARN of the logger {@code fr.passerelle.door} tells how many bytes were skipped. One process at a time;
     * several doors of that process may share it.
     *
     * @param file need not exist; its folder must
     * @throws JournalException if it cannot be opened, another process has it, or it is no journal of a door
     */
    static DoorJournal file(Path file) {
        return FileDoorJournal.open(file);
    }

    /**
     * The evening that this journal is of; the first who asks decides.
     *
     * @param ifNew what to write down if nobody has yet
     * @return what is written down
     */
    Evening evening(Evening ifNew);

    /**
     * Writes an admission down, unless its nonce is known or its ticket has no place left.
     *
     * @throws RuntimeException if it cannot be written down for sure: nobody is admitted then
     */
    Ruling admit(Entry entry);

    /**
     * Takes the heads of one scan out again.
     *
     * @return false if no scan has this nonce, or it was taken back before
     */
    boolean undo(UUID nonce, Instant at);

    /**
     * Writes down what became of a ticket at its programme. The code of a {@linkplain Mark#settled() settled} one is
     * needed no more: a store that can forget it does.
     */
    void mark(TicketKey ticket, Mark mark, OptionalLong reference);

    /**
     * Takes a ticket for sending, so that of several processes on one journal one sends it. A journal that one process
     * has alone need not note it.
     *
     * @param by who takes it; may take it again, for longer
     * @param until when others may take it all the same: the process may be gone
     * @return how it stands now; empty if another process has it, or nobody was ever admitted with it
     */
    default Optional<Standing> claim(TicketKey ticket, UUID by, Instant now, Instant until) {
        return find(ticket);
    }

    /** Lets go of a ticket that was taken; of one that another has, nothing happens. */
    default void release(TicketKey ticket, UUID by) {}

    /** How a ticket stands; empty if nobody was ever admitted with it. */
    Optional<Standing> find(TicketKey ticket);

    /** What was written down for a nonce, also if it was taken back since. */
    Optional<Entry> find(UUID nonce);

    /** Whether the people of a scan are in: it was written down, and not taken back. */
    boolean isIn(UUID nonce);

    /** The tickets whose programme is still to be told something, oldest first. */
    List<Standing> unsettled();

    /** How many people are in. */
    int headsIn();

    /**
     * Keeps what a source's list holds, in place of what was kept of it before. Whatever happens meanwhile, one of both
     * is found. Keeps nothing unless it is implemented: after a restart without a network there is no list then.
     *
     * @throws RuntimeException if it cannot be kept: the door goes on, and tells it
     */
    default void keep(String source, KeptList list) {}

    /**
     * What was kept of a source's list last; empty if nothing was.
     *
     * @throws RuntimeException if it cannot be read: it counts as absent, and the door tells it
     */
    default Optional<KeptList> kept(String source) {
        return Optional.empty();
    }

    /** Lets go of the file or of what else it holds; what was written stays. */
    @Override
    void close();

    /**
     * What makes an evening's keys different from another's.
     *
     * @param salt 16 random bytes, no secret
     * @param check 8 bytes that only the same secret makes of the salt
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by whoever uses them, in constant time
    record Evening(byte[] salt, byte[] check) {

        /** Bytes of a salt. */
        public static final int SALT = 16;
        /** Bytes of a check. */
        public static final int CHECK = 8;

        /**
         * An evening; the arrays are copied.
         *
         * @throws IllegalArgumentException if a length is another
         */
        public Evening {
            if (salt.length != SALT || check.length != CHECK) {
                throw new IllegalArgumentException("an evening has " + SALT + " and " + CHECK + " bytes");
            }
            salt = salt.clone();
            check = check.clone();
        }
    }

    /**
     * A list as it is kept: encrypted, codes in it as their hashes only, no name.
     *
     * @param readAt when it was read
     * @param sealed what it holds; opaque, and worthless if one byte of it is another
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque
    record KeptList(Instant readAt, byte[] sealed) {

        /** A list; the bytes are not copied. */
        public KeptList {
            Objects.requireNonNull(readAt, "readAt");
            Objects.requireNonNull(sealed, "sealed");
        }
    }

    /** On what somebody was admitted. */
    enum Basis {
        /** The list had the code. */
        LIST,
        /** The programme was asked. */
        ASKED,
        /** Neither: the {@link DoorPolicy} said so. */
        POLICY,
        /** A person said so. */
        STAFF
    }

    /** How a ticket stands with its programme. */
    enum Mark {
        /** The programme knows nothing yet. */
        TO_SEND,
        /** A use is under way, or its response was lost. */
        SENDING,
        /** The programme has it as used. */
        USED,
        /** The programme refused; a {@link Conflict} told it. */
        REFUSED,
        /** There is no programme to tell. */
        NONE;

        /** Whether nothing is left to be sent while the same people are in. */
        public boolean settled() {
            return this == REFUSED || this == NONE;
        }
    }

    /**
     * An admission.
     *
     * @param nonce of the scan: the same again is the same admission
     * @param ticket what was scanned
     * @param source the {@link DoorSource#name()} that knows it
     * @param door which door
     * @param at when
     * @param heads how many people
     * @param places how many the ticket is for
     * @param basis on what
     * @param reference the programme's number of the booking, if it is known
     * @param sealedCode the code, encrypted; empty if no programme needs it
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque
    record Entry(
            UUID nonce,
            TicketKey ticket,
            String source,
            String door,
            Instant at,
            int heads,
            int places,
            Basis basis,
            OptionalLong reference,
            byte[] sealedCode) {

        /** Most people of one scan or ticket. */
        public static final int MOST = 99;
        /** Longest name of a source or door, in characters. */
        public static final int LONGEST_NAME = 40;

        /**
         * An admission; the bytes are not copied.
         *
         * @throws IllegalArgumentException if heads or places are not 1 to {@value #MOST}
         */
        public Entry {
            if (heads < 1 || heads > MOST || places < 1 || places > MOST) {
                throw new IllegalArgumentException("heads and places are 1 to " + MOST);
            }
            Objects.requireNonNull(ticket, "ticket");
        }

        /** Without codes. */
        @Override
        public String toString() {
            return "Entry[" + source + ", " + door + ", " + at + ", heads=" + heads + ", " + basis + "]";
        }
    }

    /**
     * How a ticket stands.
     *
     * @param last the latest admission that was not taken back, or the latest of all
     * @param heads how many people are in with it
     * @param mark what its programme knows
     * @param reference the programme's number of the booking, if it is known
     */
    record Standing(Entry last, int heads, Mark mark, OptionalLong reference) {

        /** Whether the programme is to be told something. */
        public boolean unsettled() {
            return switch (mark) {
                case TO_SEND -> heads > 0;
                case SENDING -> true;
                case USED -> heads == 0;
                case REFUSED, NONE -> false;
            };
        }
    }

    /** What became of an admission. */
    sealed interface Ruling {

        /** How the ticket stands now. */
        Standing standing();

        /** They are in. */
        record In(Standing standing) implements Ruling {}

        /**
         * This nonce is known: its people came in then.
         *
         * @param before what was written down then
         * @param undone whether it was taken back since
         */
        record Repeated(Standing standing, Entry before, boolean undone) implements Ruling {}

        /** There is no place left for as many. */
        record Full(Standing standing) implements Ruling {}
    }
}
