package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Hold;
import fr.passerelle.model.invitation.HoldStatus;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.PeriodLimit;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.Structure;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes bookings: locks, holds the party against the rules, takes places, issues vouchers. */
final class BookingWrites {

    private final Programme programme;

    BookingWrites(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        BookingDraft draft = call.draft(BookingDraft.class);
        UUID structure = call.owner();
        return programme.write(call, tx -> {
            Pathways.requireOwn(tx, structure, draft.pathwayId());
            boolean created = book(tx, structure, draft);
            return Reply.stored(Bookings.own(tx, call, draft.id()), created);
        });
    }

    /**
     * Books.
     *
     * @return false if the same was booked before
     * @throws ProblemException if it is refused
     */
    boolean book(Transaction tx, UUID structureId, BookingDraft draft) throws SQLException {
        String hash = Wire.hash(draft);
        Optional<String> before = Requests.before(tx, "bookings", "structure_id", draft.id(), structureId);
        if (before.isPresent()) {
            Requests.requireSame(before.get(), hash);
            return false;
        }
        // Its limits count over all sessions, so that two bookings at once must not both be the last one.
        Structure structure = Organisations.asking(tx, structureId);
        if (!structure.limits().isEmpty()) {
            Organisations.lockStructure(tx, structureId);
        }
        Allotment given = Allotments.find(tx, draft.allotmentId());
        Session session = Sessions.lock(tx, given.sessionId());
        LockedAllotment allotment = LockedAllotment.lock(tx, programme, draft.allotmentId());
        draft.checkFor(session, allotment.view(), programme.settings().workers());
        if (allotment.mode().equals(AllotmentMode.CALL) && draft.allocationId() == null) {
            throw ProblemException.refused(Refusal.BY_CALL_ONLY);
        }
        requireWheelchairs(tx, allotment.view(), draft);
        requireLimits(tx, structure, session, draft.party().people());
        take(tx, allotment, structureId, draft);
        boolean asks = allotment.mode().equals(AllotmentMode.ON_REQUEST);
        InvitationBookingStatus status = asks ? InvitationBookingStatus.REQUESTED : InvitationBookingStatus.CONFIRMED;
        insert(tx, session, structureId, draft, status, hash);
        if (!asks) {
            Vouchers.issue(tx, programme, session, draft.id(), draft.party().people());
        }
        allotment.save();
        tx.tell(ChangeKind.BOOKING, draft.id(), status.value(), Audience.both(session.donorId(), structureId));
        return true;
    }

    private static void take(Transaction tx, LockedAllotment allotment, UUID structureId, BookingDraft draft)
            throws SQLException {
        int places = draft.party().people();
        UUID allocation = draft.allocationId();
        UUID holdId = draft.holdId();
        if (allocation != null) {
            Allocations.spend(tx, allotment, structureId, allocation, draft.id(), places);
        } else if (holdId != null) {
            Hold hold = Holds.current(tx, holdId);
            if (!hold.structureId().equals(structureId) || !hold.allotmentId().equals(allotment.id())) {
                throw ProblemException.notFound();
            }
            if (hold.status().equals(HoldStatus.CONVERTED)) {
                throw ProblemException.refused(Refusal.HOLD_CONVERTED);
            }
            allotment.apply((ledger, now) -> ledger.convert(draft.id(), structureId, places, holdId, now));
            // One that ran out or was given back counts for nothing, and stays what it is.
            if (hold.status().equals(HoldStatus.ACTIVE)) {
                Holds.end(tx, holdId, structureId, HoldStatus.CONVERTED);
            }
        } else {
            allotment.apply((ledger, now) -> ledger.book(draft.id(), structureId, places, now));
        }
    }

    private static void insert(
            Transaction tx,
            Session session,
            UUID structureId,
            BookingDraft draft,
            InvitationBookingStatus status,
            String hash)
            throws SQLException {
        tx.change(
                "INSERT INTO bookings (id, request_hash, structure_id, allotment_id, session_id, places, wheelchairs,"
                        + " status, pathway_id, party, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.id(),
                hash,
                structureId,
                draft.allotmentId(),
                session.id(),
                draft.party().people(),
                draft.party().wheelchairs(),
                status.value(),
                draft.pathwayId(),
                Wire.text(draft.party()),
                draft.note());
    }

    /** All parties together have no more wheelchairs than there are places for them. */
    private static void requireWheelchairs(Transaction tx, Allotment allotment, BookingDraft draft)
            throws SQLException {
        int wheelchairs = draft.party().wheelchairs();
        if (wheelchairs == 0) {
            return;
        }
        int taken = tx.first(
                        "SELECT COALESCE(SUM(wheelchairs), 0) FROM bookings WHERE allotment_id = ? AND places > 0",
                        row -> row.getInt(1),
                        allotment.id())
                .orElse(0);
        if (taken + wheelchairs > allotment.wheelchairPlaces()) {
            throw ProblemException.refused(Refusal.FULL);
        }
    }

    private static void requireLimits(Transaction tx, Structure structure, Session session, int places)
            throws SQLException {
        if (structure.limits().isEmpty()) {
            return;
        }
        List<PeriodLimit.Use> uses = tx.list(
                "SELECT s.starts_at, b.places FROM bookings b JOIN sessions s ON s.id = b.session_id"
                        + " WHERE b.structure_id = ? AND b.places > 0",
                row -> new PeriodLimit.Use(instant(row, "starts_at"), row.getInt("places")),
                structure.id());
        PeriodLimit.Use more = new PeriodLimit.Use(session.startsAt(), places);
        if (!structure.limits().stream().allMatch(limit -> limit.allows(uses, more))) {
            throw ProblemException.refused(Refusal.PERIOD_LIMIT);
        }
    }
}
