package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentLedger;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.HoldStatus;
import fr.passerelle.model.invitation.InvitationBookingAction;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.InvitationStates;
import fr.passerelle.model.invitation.LedgerSnapshot;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * An allotment that is locked until the end of the transaction. Its ledger is read, what time alone brought is written
 * down, then operations follow; {@link #save} writes the counts.
 */
final class LockedAllotment {

    private final Transaction tx;
    private final UUID donorId;
    private final UUID id;
    private final Allotment before;
    private final Instant now;
    private AllotmentLedger ledger;
    private Instant releaseAt;
    private int offered;

    private LockedAllotment(Transaction tx, Allotment row, LedgerSnapshot snapshot) {
        this.tx = tx;
        this.donorId = row.donorId();
        this.id = row.id();
        this.before = row;
        this.releaseAt = snapshot.releaseAt();
        this.ledger = AllotmentLedger.restore(snapshot);
        this.now = tx.now();
    }

    /**
     * Locks an allotment and writes down what time brought.
     *
     * @throws ProblemException 404 if there is none
     */
    static LockedAllotment lock(Transaction tx, Programme programme, UUID id) throws SQLException {
        Allotment row = tx.locked("SELECT * FROM allotments WHERE id = ?", Allotments::allotment, id)
                .orElseThrow(ProblemException::notFound);
        LockedAllotment locked = new LockedAllotment(
                tx, row, Ledgers.read(tx, row, programme.settings().confirmWithin()));
        locked.settle();
        return locked;
    }

    /** Step by step, so that what ran out is told from what was offered in the same stretch of time. */
    private void settle() throws SQLException {
        for (Instant due = ledger.nextDue(); due != null && !due.isAfter(now); due = ledger.nextDue()) {
            LedgerSnapshot earlier = ledger.snapshot();
            accept(ledger.settle(due));
            LedgerSnapshot later = ledger.snapshot();
            for (Map.Entry<UUID, LedgerSnapshot.HeldPlaces> hold :
                    earlier.holds().entrySet()) {
                if (!later.holds().containsKey(hold.getKey())) {
                    Holds.end(tx, hold.getKey(), hold.getValue().structureId(), HoldStatus.EXPIRED);
                }
            }
            for (Map.Entry<UUID, LedgerSnapshot.AllocatedPlaces> promised :
                    earlier.allocations().entrySet()) {
                if (!later.allocations().containsKey(promised.getKey())) {
                    endAllocation(promised.getKey(), promised.getValue().structureId(), AllocationStatus.EXPIRED);
                }
            }
        }
    }

    /**
     * Does something that the rules may refuse.
     *
     * @throws ProblemException if they do
     */
    void apply(BiFunction<AllotmentLedger, Instant, AllotmentLedger.Outcome> operation) throws SQLException {
        AllotmentLedger.Outcome outcome = operation.apply(ledger, now);
        if (outcome.refusal() != null) {
            throw ProblemException.refused(outcome.refusal(), outcome.minutes(), null);
        }
        offered = 0;
        accept(outcome);
    }

    private void accept(AllotmentLedger.Outcome outcome) throws SQLException {
        ledger = outcome.ledger();
        for (UUID offer : outcome.offers()) {
            offer(offer);
        }
    }

    private void offer(UUID entryId) throws SQLException {
        LedgerSnapshot.AllocatedPlaces places = ledger.snapshot().allocations().get(entryId);
        if (places == null) {
            throw new IllegalStateException("an offer without places");
        }
        offered += places.places();
        tx.change(
                "INSERT INTO allocations (id, allotment_id, structure_id, places, unbooked, status, confirm_before)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                entryId,
                id,
                places.structureId(),
                places.places(),
                places.places(),
                AllocationStatus.OFFERED.value(),
                places.confirmBefore());
        tx.change("UPDATE waitlist SET status = 'SERVED' WHERE id = ?", entryId);
        Audience audience = Audience.both(donorId, places.structureId());
        tx.tell(ChangeKind.ALLOCATION, entryId, AllocationStatus.OFFERED.value(), audience);
        tx.tell(ChangeKind.WAITLIST, entryId, "SERVED", audience);
    }

    /** An allocation ends in a state that has no places left. */
    void endAllocation(UUID allocationId, UUID structureId, AllocationStatus status) throws SQLException {
        tx.change("UPDATE allocations SET status = ?, unbooked = 0 WHERE id = ?", status.value(), allocationId);
        tx.tell(ChangeKind.ALLOCATION, allocationId, status.value(), Audience.both(donorId, structureId));
    }

    /** The session does not take place. */
    void cancel() throws SQLException {
        LedgerSnapshot earlier = ledger.snapshot();
        apply(AllotmentLedger::cancel);
        for (Map.Entry<UUID, LedgerSnapshot.HeldPlaces> hold : earlier.holds().entrySet()) {
            Holds.end(tx, hold.getKey(), hold.getValue().structureId(), HoldStatus.RELEASED);
        }
        for (Map.Entry<UUID, LedgerSnapshot.AllocatedPlaces> promised :
                earlier.allocations().entrySet()) {
            endAllocation(promised.getKey(), promised.getValue().structureId(), AllocationStatus.CANCELLED);
        }
        Waitlists.endAll(tx, id);
        for (Map.Entry<UUID, LedgerSnapshot.BookedPlaces> booked :
                earlier.bookings().entrySet()) {
            tx.change(
                    "UPDATE vouchers SET status = ? WHERE booking_id = ? AND status = ?",
                    VoucherStatus.VOID.value(),
                    booked.getKey(),
                    VoucherStatus.ISSUED.value());
            // Who came, came: that state is final, and only the places are gone.
            InvitationBookingStatus status = Bookings.find(tx, booked.getKey()).status();
            boolean over = !InvitationStates.BOOKING
                    .judge(status, InvitationBookingAction.CANCEL)
                    .allowed();
            Bookings.become(
                    tx,
                    booked.getKey(),
                    0,
                    over ? status : InvitationBookingStatus.CANCELLED,
                    Audience.both(donorId, booked.getValue().structureId()));
        }
        save();
    }

    /** The session moved: what is left goes back at its start at the latest, and nothing is kept or offered longer. */
    void releaseNotAfter(Instant starts) throws SQLException {
        LedgerSnapshot moved = Ledgers.startingAt(starts, ledger.snapshot());
        releaseAt = moved.releaseAt();
        tx.change("UPDATE holds SET expires_at = ? WHERE allotment_id = ? AND expires_at > ?", starts, id, starts);
        tx.change(
                "UPDATE allocations SET confirm_before = ? WHERE allotment_id = ? AND confirm_before > ?",
                starts,
                id,
                starts);
        ledger = AllotmentLedger.restore(moved);
        settle();
    }

    /** Writes the counts down. */
    void save() throws SQLException {
        tx.change(
                "UPDATE allotments SET status = ?, withdrawn = ?, held = ?, booked = ?, allocated = ?, release_at = ?,"
                        + " next_due = ? WHERE id = ?",
                ledger.status().value(),
                ledger.withdrawn(),
                ledger.held(),
                ledger.booked(),
                ledger.allocated(),
                releaseAt,
                ledger.nextDue(),
                id);
        if (!ledger.status().equals(before.status())) {
            tx.tell(ChangeKind.ALLOTMENT, id, ledger.status().value(), Audience.offer(donorId));
        } else if (ledger.withdrawn() != before.withdrawn()) {
            tx.tell(ChangeKind.ALLOTMENT, id, Feed.UPDATED, Audience.offer(donorId));
        }
    }

    /** As it is now. */
    Allotment view() {
        return Ledgers.counted(before, ledger).releaseAt(releaseAt).build();
    }

    /** When it was locked. */
    Instant now() {
        return now;
    }

    /** The arithmetic. */
    AllotmentLedger ledger() {
        return ledger;
    }

    /** From when on a hold counts for nothing. */
    Instant expiresAt(UUID holdId) {
        return Objects.requireNonNull(ledger.snapshot().holds().get(holdId)).expiresAt();
    }

    /** Until when an allocation may be confirmed. */
    Instant confirmBefore(UUID allocationId) {
        return Objects.requireNonNull(ledger.snapshot().allocations().get(allocationId))
                .confirmBefore();
    }

    /** How many places the last operation offered to those who wait. */
    int offered() {
        return offered;
    }

    /** Whether nothing leads out of its state. */
    boolean isOver() {
        return InvitationStates.ALLOTMENT.isFinal(ledger.status());
    }

    UUID id() {
        return id;
    }

    UUID donorId() {
        return donorId;
    }

    UUID sessionId() {
        return before.sessionId();
    }

    AllotmentMode mode() {
        return before.mode();
    }
}
