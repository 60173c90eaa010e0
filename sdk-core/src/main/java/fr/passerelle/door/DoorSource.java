package fr.passerelle.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Where tickets come from: a programme, or the vendor's own system. Safe for use by several threads. */
public interface DoorSource {

    /**
     * Its name in journals and reports: at most {@value DoorJournal.Entry#LONGEST_NAME} characters, always the same.
     */
    String name();

    /**
     * Reads the list anew.
     *
     * @throws fr.passerelle.error.CallException if it cannot be read; the old list stays
     */
    RefreshReport refresh(Instant now);

    /**
     * What the list holds, for a restart without a network: codes as their hashes only, and no name. Called after each
     * {@link #refresh}. By default nothing, so that there is no list after a restart.
     *
     * @param hash of a code or an identity of this source
     */
    default Optional<byte[]> save(Function<String, TicketKey> hash) {
        return Optional.empty();
    }

    /**
     * Takes back what was saved, before the first {@link #refresh}.
     *
     * @param hash as for {@link #save}
     * @param now by which tonight is judged anew
     * @return false if it is of something else, another event say, or in another form: nothing is taken back
     */
    default boolean restore(byte[] saved, Function<String, TicketKey> hash, Instant now) {
        return false;
    }

    /** How many people the list expects tonight. */
    int expected();

    /**
     * What the list says of a code. Asks nobody, and takes a fraction of a millisecond.
     *
     * @param scanned as it was scanned or typed
     */
    Finding find(String scanned, Instant now);

    /**
     * Under which other hash a ticket may stand in the journal: it was let in by a code of which only the list tells
     * that both are one. Empty if there is none, or the list is not known.
     *
     * @param identity of a {@linkplain Finding.Good good} one
     * @param hash as for {@link #save}
     */
    default Optional<TicketKey> alias(String identity, Function<String, TicketKey> hash) {
        return Optional.empty();
    }

    /** Whether somebody can be asked about a code that is on no list. */
    default boolean asks() {
        return false;
    }

    /**
     * Asks the programme.
     *
     * @param deadline how long a person waits for it
     * @throws fr.passerelle.error.CallException if it cannot be asked
     */
    default Finding ask(String scanned, Instant now, Duration deadline) {
        return find(scanned, now);
    }

    /** Whether a programme is told who came in; then codes are kept, encrypted, until it was. */
    default boolean sends() {
        return false;
    }

    /**
     * Tells the programme that somebody came in.
     *
     * @param identity of the ticket
     * @param reference the programme's number of it, if it is known
     * @param doubted whether an earlier try may have been processed
     * @param at when they came in
     * @throws fr.passerelle.error.CallException if it cannot be told now, or whether it was told is not known
     */
    default Settlement use(String identity, OptionalLong reference, boolean doubted, Instant at) {
        return Settlement.USED;
    }

    /**
     * Tells the programme that nobody came in after all.
     *
     * @throws fr.passerelle.error.CallException if it cannot be told now, or whether it was told is not known
     */
    default Settlement keep(String identity) {
        return Settlement.KEPT;
    }

    /** Guests of tonight by a part of their name, if the venue wants such a search. */
    default List<Guest> search(String name) {
        return List.of();
    }
}
