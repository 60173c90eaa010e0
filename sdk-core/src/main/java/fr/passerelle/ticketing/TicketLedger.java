package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a desk remembers of its sales, so that a booking that is delivered twice is sold once, and no ticket is lost
 * sight of. Give one to {@link TicketingDesk.Builder#ledger}; a vendor with one process may use {@link #inMemory}, all
 * others keep it in the database that their processes share.
 *
 * <pre>
 *            give            cancelled
 *   HELD ─────────▶ GIVEN ─────────────▶ CANCELLED
 *    │                │  withdraw           ▲
 *    │ forget         ├────────▶ ORPHAN ────┤ cancelled
 *    ▼                │             │       │
 *   (gone)            └─ claimed ──▶│ undone│
 *                        anew       └──────▶ UNDONE
 * </pre>
 *
 * <p>A beneficiary has at most one live booking of an offer, used ones included (rule book 3.1). So a new booking by
 * the same beneficiary proves that what was sold to them before is not live: the programme never got it, or lost it. A
 * ledger then calls it an {@link SaleState#ORPHAN}, and does not take it back by itself.
 *
 * <p>Every method is atomic, also among processes that share the ledger, and keeps what it did when it returns. A desk
 * does not trust one that throws to have done nothing. It tells the programme what is known all the same:
 *
 * <ul>
 *   <li>{@link #claim} threw: the booking is refused, and no handler called. Where the sale was held nevertheless, a
 *       redelivery to this desk is refused at once, and the sale shows among the {@link #orphans};
 *   <li>{@link #give} threw: the booking is refused, and its tickets are taken back, unless {@link #ticket} and
 *       {@link #withdraw} say that another delivery has given them to the programme;
 *   <li>{@link #forget} or {@link #cancelled} threw: the handler's response stands;
 *   <li>{@link #withdraw} threw: the tickets stay out, as they may be of use; the next delivery gets them;
 *   <li>{@link #undone} threw: the tickets were taken back, and the sale stays an orphan.
 * </ul>
 *
 * What the ledger was not told, the desk keeps in memory, for some thousand bookings, and tells it when the same
 * message comes again.
 */
public interface TicketLedger {

    /**
     * A ledger that forgets everything when the process ends.
     *
     * @param capacity how many sales it keeps: beyond it the oldest are forgotten, but never one that is held or an
     *     orphan
     * @throws IllegalArgumentException if below 1
     */
    static TicketLedger inMemory(int capacity) {
        return new MemoryTicketLedger(capacity);
    }

    /**
     * Asks for a booking. If it is the {@link Claim.First first} time, the sale is {@link SaleState#HELD} from now on,
     * and what the same beneficiary has been sold of this offer before becomes an orphan. Each {@link Claim.Sold}
     * counts as one more delivery that has got the tickets.
     *
     * @throws RuntimeException if the ledger cannot be reached or is full: the booking is refused
     */
    Claim claim(SaleAttempt attempt);

    /**
     * The handler has sold what is held: {@link SaleState#GIVEN}. A barcode of several sales is of the latest; better
     * use none twice, since a late cancellation would be taken for one of the wrong sale.
     *
     * @return false if the sale has become an orphan in the meantime: the tickets are kept with it, and must be taken
     *     back
     */
    boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining);

    /** The handler has sold nothing of what is held: a next delivery will be the first again. */
    void forget(BookingKey booking);

    /**
     * A delivery that had got the tickets got no response in time.
     *
     * @return whether it was the last one: the sale is an {@link SaleState#ORPHAN} then, and its tickets must be taken
     *     back. False if another delivery has given them to the programme, or the programme has cancelled them.
     */
    boolean withdraw(BookingKey booking);

    /** The tickets of an orphan were taken back: {@link SaleState#UNDONE}. */
    void undone(BookingKey booking);

    /**
     * The programme has cancelled tickets: the sale that they are of is {@link SaleState#CANCELLED}, or an orphan if it
     * has others. Unknown barcodes are kept as cancelled too. A second time changes nothing.
     */
    void cancelled(List<String> barcodes);

    /** What became of a ticket; empty if neither a sale nor a cancellation has ever named it. */
    Optional<SaleState> ticket(String barcode);

    /**
     * Sales whose tickets, if they have any, are out and of no use, oldest first: orphans, and what was held and
     * neither given nor forgotten because the process ended in between. For those the vendor's own system knows what is
     * held, if the booking handler has kept the key with it. Close one with {@link #cancelled} or {@link #undone}, or
     * with {@link #forget} if nothing is held; better after a run of the
     * {@link fr.passerelle.reconciliation.BookingReconciler}, which tells if the programme has a booking after all.
     *
     * @param heldBefore what was booked later may still be in progress; some minutes ago will do
     */
    List<LedgerEntry> orphans(Instant heldBefore);
}
