package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentLedger;
import fr.passerelle.model.invitation.LedgerSnapshot;
import fr.passerelle.model.invitation.WaitlistEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledger of an allotment: read from its rows, of which those count that still have places. */
final class Ledgers {

    private Ledgers() {}

    static LedgerSnapshot read(Transaction tx, Allotment row, Duration confirmWithin) throws SQLException {
        UUID allotment = row.id();
        Instant startsAt = tx.first(
                        "SELECT starts_at FROM sessions WHERE id = ?",
                        each -> instant(each, "starts_at"),
                        row.sessionId())
                .orElseThrow();
        Map<UUID, LedgerSnapshot.HeldPlaces> holds = new HashMap<>();
        tx.list(
                "SELECT * FROM holds WHERE allotment_id = ? AND status = 'ACTIVE'",
                each -> holds.put(
                        id(each, "id"),
                        new LedgerSnapshot.HeldPlaces(
                                id(each, "structure_id"), each.getInt("places"), instant(each, "expires_at"))),
                allotment);
        Map<UUID, LedgerSnapshot.BookedPlaces> bookings = new HashMap<>();
        tx.list(
                "SELECT id, structure_id, places FROM bookings WHERE allotment_id = ? AND places > 0",
                each -> bookings.put(
                        id(each, "id"),
                        new LedgerSnapshot.BookedPlaces(id(each, "structure_id"), each.getInt("places"))),
                allotment);
        Map<UUID, LedgerSnapshot.AllocatedPlaces> allocations = new HashMap<>();
        tx.list(
                "SELECT * FROM allocations WHERE allotment_id = ? AND unbooked > 0",
                each -> allocations.put(
                        id(each, "id"),
                        new LedgerSnapshot.AllocatedPlaces(
                                id(each, "structure_id"),
                                each.getInt("unbooked"),
                                instant(each, "confirm_before"),
                                each.getString("status").equals(AllocationStatus.CONFIRMED.value()))),
                allotment);
        List<WaitlistEntry> waitlist = Waitlists.toServe(tx, allotment);
        return new LedgerSnapshot(
                row.quantity(),
                startsAt,
                row.releaseAt(),
                confirmWithin,
                row.withdrawn(),
                row.status(),
                holds,
                bookings,
                allocations,
                waitlist);
    }

    /** The same ledger of a session that moved: nothing is kept, promised or released after its start. */
    static LedgerSnapshot startingAt(Instant starts, LedgerSnapshot was) {
        Map<UUID, LedgerSnapshot.HeldPlaces> holds = new HashMap<>();
        was.holds()
                .forEach((id, held) -> holds.put(
                        id,
                        new LedgerSnapshot.HeldPlaces(
                                held.structureId(), held.places(), earlier(held.expiresAt(), starts))));
        Map<UUID, LedgerSnapshot.AllocatedPlaces> promises = new HashMap<>();
        was.allocations()
                .forEach((id, promised) -> promises.put(
                        id,
                        new LedgerSnapshot.AllocatedPlaces(
                                promised.structureId(),
                                promised.places(),
                                earlier(promised.confirmBefore(), starts),
                                promised.confirmed())));
        return new LedgerSnapshot(
                was.quantity(),
                starts,
                earlier(was.releaseAt(), starts),
                was.confirmWithin(),
                was.withdrawn(),
                was.status(),
                holds,
                was.bookings(),
                promises,
                was.waitlist());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A row with the state and the counts of its ledger. */
    static Allotment.Builder counted(Allotment row, AllotmentLedger ledger) {
        return Allotment.builder()
                .from(row)
                .status(ledger.status())
                .withdrawn(ledger.withdrawn())
                .held(ledger.held())
                .booked(ledger.booked())
                .allocated(ledger.allocated())
                .free(ledger.free());
    }
}
