package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.numberOrNull;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingAction;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.InvitationStates;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.StateTable;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What becomes of bookings after they were made, and who may see them. {@link BookingWrites} makes them. */
final class Bookings {

    private static final String BY_ID = "SELECT * FROM bookings WHERE id = ?";

    private final Programme programme;

    Bookings(Programme programme) {
        this.programme = programme;
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> Reply.one(own(tx, call)));
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(withVouchers(
                tx,
                Pages.of(
                        tx,
                        call,
                        "SELECT * FROM bookings WHERE structure_id = ? AND ord > ? ORDER BY ord LIMIT ?",
                        Bookings::booking,
                        call.owner()))));
    }

    /** Who comes, for the donor: numbers, and no codes. */
    Reply ofSession(ApiCall call) {
        return programme.read(tx -> {
            Session session = Sessions.visible(tx, call, call.id());
            return Reply.ok(Pages.of(
                    tx,
                    call,
                    "SELECT * FROM bookings WHERE session_id = ? AND ord > ? ORDER BY ord LIMIT ?",
                    Bookings::booking,
                    session.id()));
        });
    }

    /** The donor lets a group come that asked. */
    Reply accept(ApiCall call) {
        return decide(call, InvitationBookingAction.ACCEPT);
    }

    /** The donor does not. */
    Reply refuse(ApiCall call) {
        return decide(call, InvitationBookingAction.REFUSE);
    }

    /** In that state already, nothing happens. */
    private Reply decide(ApiCall call, InvitationBookingAction action) {
        boolean accepted = action == InvitationBookingAction.ACCEPT;
        return programme.write(call, tx -> {
            Session session = Sessions.lock(tx, sessionOf(tx, call.id()));
            Sessions.requireDonor(call, session);
            LockedAllotment allotment =
                    LockedAllotment.lock(tx, programme, find(tx, call.id()).allotmentId());
            InvitationBooking booking = find(tx, call.id());
            InvitationBookingStatus wanted =
                    accepted ? InvitationBookingStatus.CONFIRMED : InvitationBookingStatus.REFUSED;
            if (!booking.status().equals(wanted)) {
                InvitationBookingStatus to = judge(booking, action);
                if (session.hasBegun(allotment.now())) {
                    throw ProblemException.refused(Refusal.SESSION_BEGUN);
                }
                int places = booking.party().people();
                if (accepted) {
                    Vouchers.issue(tx, programme, session, booking.id(), places);
                } else {
                    allotment.apply((ledger, now) -> ledger.giveBack(booking.id(), places, now));
                }
                become(
                        tx,
                        booking.id(),
                        accepted ? places : 0,
                        to,
                        Audience.both(session.donorId(), booking.structureId()));
            }
            allotment.save();
            return Reply.stored(find(tx, booking.id()), false);
        });
    }

    /**
     * The state that an action leads to.
     *
     * @throws ProblemException if it leads nowhere
     */
    static InvitationBookingStatus judge(InvitationBooking booking, InvitationBookingAction action) {
        StateTable.Row<InvitationBookingStatus, InvitationBookingAction> row =
                InvitationStates.BOOKING.judge(booking.status(), action);
        InvitationBookingStatus to = row.to();
        if (to == null) {
            throw ProblemException.refused(row.refusal() == null ? Refusal.UNKNOWN_STATE : row.refusal());
        }
        return to;
    }

    /** Writes down a new state, and how many places it still has. */
    static void become(Transaction tx, UUID id, int places, InvitationBookingStatus status, Audience audience)
            throws SQLException {
        tx.change("UPDATE bookings SET status = ?, places = ? WHERE id = ?", status.value(), places, id);
        tx.tell(ChangeKind.BOOKING, id, status.value(), audience);
    }

    static UUID sessionOf(Transaction tx, UUID bookingId) throws SQLException {
        return tx.first("SELECT session_id FROM bookings WHERE id = ?", row -> id(row, "session_id"), bookingId)
                .orElseThrow(ProblemException::notFound);
    }

    /** A booking of the structure that calls. */
    static InvitationBooking own(Transaction tx, ApiCall call) throws SQLException {
        return own(tx, call, call.id());
    }

    /** A booking of the structure that calls. */
    static InvitationBooking own(Transaction tx, ApiCall call, UUID id) throws SQLException {
        InvitationBooking booking = find(tx, id);
        if (!booking.structureId().equals(call.owner())) {
            throw ProblemException.notFound();
        }
        // The donor of the session sees no codes: whoever has one can come in.
        return withVouchers(tx, booking);
    }

    /** Without its vouchers. */
    static InvitationBooking find(Transaction tx, UUID id) throws SQLException {
        return tx.first(BY_ID, Bookings::booking, id).orElseThrow(ProblemException::notFound);
    }

    static InvitationBooking withVouchers(Transaction tx, InvitationBooking booking) throws SQLException {
        return InvitationBooking.builder()
                .from(booking)
                .vouchers(Vouchers.ofBooking(tx, booking.id()))
                .build();
    }

    private static Page<InvitationBooking> withVouchers(Transaction tx, Page<InvitationBooking> page)
            throws SQLException {
        List<InvitationBooking> all = new ArrayList<>();
        for (InvitationBooking booking : page.items()) {
            all.add(withVouchers(tx, booking));
        }
        return new Page<>(all, page.next());
    }

    private static InvitationBooking booking(ResultSet row) throws SQLException {
        return InvitationBooking.builder()
                .id(id(row, "id"))
                .structureId(id(row, "structure_id"))
                .allotmentId(id(row, "allotment_id"))
                .party(Wire.stored(row.getString("party"), Party.class))
                .status(InvitationBookingStatus.of(row.getString("status")))
                .pathwayId(idOrNull(row, "pathway_id"))
                .note(row.getString("note"))
                .attended(numberOrNull(row, "attended"))
                .build();
    }
}
