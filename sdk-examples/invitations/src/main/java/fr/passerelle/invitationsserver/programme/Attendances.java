package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Attendance;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingAction;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who came, as the structure or the donor says once. */
final class Attendances {

    private final Programme programme;

    Attendances(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        AttendanceDraft draft = Wire.request(
                call.body(), AttendanceDraft.class, "bookingId", call.id().toString());
        return programme.write(call, tx -> {
            Session session = Sessions.lock(tx, Bookings.sessionOf(tx, call.id()));
            InvitationBooking booking = Bookings.withVouchers(tx, Bookings.find(tx, call.id()));
            requireConcerned(call, session, booking);
            int places = (int) booking.places();
            Attendance attendance = new Attendance(booking.id(), places, people(draft, booking));
            Integer before = booking.attended();
            if (before != null) {
                if (before != attendance.people()) {
                    throw ProblemException.refused(Refusal.ALREADY_ATTENDED);
                }
                return Reply.stored(attendance, false);
            }
            if (!session.hasBegun(tx.now())) {
                throw ProblemException.refused(Refusal.SESSION_NOT_BEGUN);
            }
            new RuleCheck()
                    .range("people", (long) attendance.people(), 0, places)
                    .raise();
            write(tx, session, booking, attendance, draft.firstOutings());
            return Reply.stored(attendance, true);
        });
    }

    /** Writes down that so many came. */
    static void write(
            Transaction tx,
            Session session,
            InvitationBooking booking,
            Attendance attendance,
            @Nullable Integer firstOutings)
            throws SQLException {
        InvitationBookingStatus status = Bookings.judge(booking, action(attendance));
        tx.change(
                "UPDATE bookings SET attended = ?, first_outings = ? WHERE id = ?",
                attendance.people(),
                firstOutings,
                booking.id());
        Bookings.become(
                tx,
                booking.id(),
                booking.party().people(),
                status,
                Audience.both(session.donorId(), booking.structureId()));
    }

    private static InvitationBookingAction action(Attendance attendance) {
        if (attendance.status().equals(InvitationBookingStatus.ATTENDED)) {
            return InvitationBookingAction.ATTEND;
        }
        return attendance.status().equals(InvitationBookingStatus.MISSED)
                ? InvitationBookingAction.MISS
                : InvitationBookingAction.ATTEND_IN_PART;
    }

    private static void requireConcerned(ApiCall call, Session session, InvitationBooking booking) {
        boolean concerned = call.caller().is(InvitationRole.DONOR)
                ? session.donorId().equals(call.owner())
                : booking.structureId().equals(call.owner());
        if (!concerned) {
            throw ProblemException.notFound();
        }
    }

    private static int people(AttendanceDraft draft, InvitationBooking booking) {
        Integer people = draft.people();
        if (people != null) {
            return people;
        }
        Set<Integer> own = booking.vouchers().stream()
                .filter(voucher -> !voucher.status().equals(VoucherStatus.VOID))
                .map(Voucher::number)
                .collect(Collectors.toSet());
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < draft.vouchers().size(); i++) {
            check.require(
                    own.contains(draft.vouchers().get(i)), "vouchers." + i, RuleCode.UNKNOWN_REFERENCE, "vouchers");
        }
        check.raise();
        return draft.vouchers().size();
    }
}
