package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.instantOrNull;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One for each place. Their numbers are without gaps within a session. */
final class Vouchers {

    private Vouchers() {}

    /** Issues vouchers of a session that is locked. */
    static void issue(Transaction tx, Programme programme, Session session, UUID bookingId, int places)
            throws SQLException {
        int issued = tx.first("SELECT vouchers FROM sessions WHERE id = ?", row -> row.getInt(1), session.id())
                .orElseThrow();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int number = issued + 1; number <= issued + places; number++) {
            rows.add(new @Nullable Object[] {
                session.id(),
                number,
                bookingId,
                VoucherCode.ofRandom(programme.random().nextLong()).value(),
                programme.signing().sign(session, number).value(),
                VoucherStatus.ISSUED.value()
            });
        }
        // A code that is taken already fails, and the whole transaction is done again with other ones.
        tx.changeAll(
                "INSERT INTO vouchers (session_id, number, booking_id, code, signed_code, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        tx.change("UPDATE sessions SET vouchers = ? WHERE id = ?", issued + places, session.id());
    }

    /** Signs those of a session that moved; whoever printed one must print it again. */
    static void signAgain(Transaction tx, Programme programme, Session session) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int number : tx.list(
                "SELECT number FROM vouchers WHERE session_id = ? AND status = 'ISSUED'",
                row -> row.getInt(1),
                session.id())) {
            rows.add(new @Nullable Object[] {
                programme.signing().sign(session, number).value(), session.id(), number
            });
        }
        tx.changeAll("UPDATE vouchers SET signed_code = ? WHERE session_id = ? AND number = ?", rows);
    }

    /**
     * Takes so many back, the highest numbers first.
     *
     * @throws ProblemException if fewer are left that nobody used
     */
    static void takeBack(Transaction tx, UUID bookingId, int places) throws SQLException {
        List<Voucher> unused = ofBooking(tx, bookingId).stream()
                .filter(voucher -> voucher.status().equals(VoucherStatus.ISSUED))
                .toList();
        if (unused.size() < places) {
            throw ProblemException.refused(Refusal.ALREADY_USED);
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Voucher voucher : unused.subList(unused.size() - places, unused.size())) {
            rows.add(new @Nullable Object[] {VoucherStatus.VOID.value(), bookingId, voucher.number()});
        }
        tx.changeAll("UPDATE vouchers SET status = ? WHERE booking_id = ? AND number = ?", rows);
    }

    /** Those of a booking, by number. */
    static List<Voucher> ofBooking(Transaction tx, UUID bookingId) throws SQLException {
        return tx.list("SELECT * FROM vouchers WHERE booking_id = ? ORDER BY number", Vouchers::voucher, bookingId);
    }

    static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getInt("number"),
                VoucherCode.of(row.getString("code")),
                new SignedCode(row.getString("signed_code")),
                VoucherStatus.of(row.getString("status")),
                instantOrNull(row, "used_at"));
    }
}
