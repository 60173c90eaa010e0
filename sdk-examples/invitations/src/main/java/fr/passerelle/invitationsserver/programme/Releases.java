package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Allocation;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingAction;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Places that structures give back: first to those who wait, then free, or the donor's. */
final class Releases {

    private final Programme programme;

    Releases(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        ReleaseDraft draft = call.draft(ReleaseDraft.class);
        String hash = Wire.hash(draft);
        return programme.write(call, tx -> {
            Optional<String> before = Requests.before(tx, "releases", "structure_id", draft.id(), call.owner());
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(find(tx, draft.id()), false);
            }
            UUID booking = draft.bookingId();
            LockedAllotment allotment;
            int places;
            if (booking != null) {
                Bookings.own(tx, call, booking);
                Session session = Sessions.lock(tx, Bookings.sessionOf(tx, booking));
                allotment = LockedAllotment.lock(
                        tx, programme, Bookings.find(tx, booking).allotmentId());
                places = ofBooking(tx, allotment, session, Bookings.find(tx, booking), draft);
            } else {
                UUID allocation = Objects.requireNonNull(draft.allocationId());
                allotment = LockedAllotment.lock(
                        tx, programme, Allocations.own(tx, call, allocation).allotmentId());
                Allocation now = Allocations.find(tx, allocation);
                places = Allocations.giveBack(tx, allotment, now, draft.places());
            }
            Release release = new Release(draft.id(), allotment.id(), places, allotment.offered(), allotment.now());
            insert(tx, release, call.owner(), hash);
            allotment.save();
            return Reply.stored(release, true);
        });
    }

    private static int ofBooking(
            Transaction tx, LockedAllotment allotment, Session session, InvitationBooking booking, ReleaseDraft draft)
            throws SQLException {
        InvitationBookingStatus released = Bookings.judge(booking, InvitationBookingAction.RELEASE);
        draft.checkFor(booking.party());
        Party remaining = draft.remaining();
        int places = booking.party().people() - (remaining == null ? 0 : remaining.people());
        allotment.apply((ledger, now) -> ledger.giveBack(booking.id(), places, now));
        if (booking.status().equals(InvitationBookingStatus.CONFIRMED)) {
            Vouchers.takeBack(tx, booking.id(), places);
        }
        Audience audience = Audience.both(session.donorId(), booking.structureId());
        if (remaining == null) {
            Bookings.become(tx, booking.id(), 0, released, audience);
        } else {
            tx.change(
                    "UPDATE bookings SET places = ?, wheelchairs = ?, party = ? WHERE id = ?",
                    remaining.people(),
                    remaining.wheelchairs(),
                    Wire.text(remaining),
                    booking.id());
            tx.tell(ChangeKind.BOOKING, booking.id(), Feed.UPDATED, audience);
        }
        return places;
    }

    private static void insert(Transaction tx, Release release, UUID structure, String hash) throws SQLException {
        tx.change(
                "INSERT INTO releases (id, request_hash, structure_id, allotment_id, places, to_waitlist, at_time)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                release.id(),
                hash,
                structure,
                release.allotmentId(),
                release.places(),
                release.toWaitlist(),
                release.at());
    }

    private static Release find(Transaction tx, UUID id) throws SQLException {
        return tx.first("SELECT * FROM releases WHERE id = ?", Releases::release, id)
                .orElseThrow(ProblemException::notFound);
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                id(row, "id"),
                id(row, "allotment_id"),
                row.getInt("places"),
                row.getInt("to_waitlist"),
                instant(row, "at_time"));
    }
}
