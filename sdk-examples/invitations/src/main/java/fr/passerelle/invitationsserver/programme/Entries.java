package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instantOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.numberOrNull;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryOutcome;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.EntryResults;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.invitation.VoucherVerifier;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.figures.ExemptTickets;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What doors tell, at once or hours later, in any order: each scan is one by its nonce. */
final class Entries {

    private record Shown(Voucher voucher, UUID bookingId) {}

    private final Programme programme;

    Entries(Programme programme) {
        this.programme = programme;
    }

    Reply post(ApiCall call) {
        EntriesDraft draft = call.body(EntriesDraft.class);
        return programme.write(call, tx -> {
            // Two doors that tell the same voucher come one after the other.
            Session session = Sessions.lock(tx, call.id());
            Sessions.requireDonor(call, session);
            List<EntryResult> results = new ArrayList<>();
            for (EntryDraft entry : draft.entries()) {
                results.add(result(tx, session, entry));
            }
            return Reply.ok(new EntryResults(results));
        });
    }

    private EntryResult result(Transaction tx, Session session, EntryDraft entry) throws SQLException {
        Optional<EntryResult> told = tx.first(
                "SELECT * FROM entries WHERE session_id = ? AND nonce = ?",
                row -> new EntryResult(
                        entry.nonce(),
                        EntryOutcome.of(row.getString("outcome")),
                        numberOrNull(row, "number"),
                        instantOrNull(row, "used_at")),
                session.id(),
                entry.nonce());
        if (told.isPresent()) {
            return repeated(tx, session, entry, told.get());
        }
        EntryResult result = judged(tx, session, entry);
        tx.change(
                "INSERT INTO entries (session_id, nonce, outcome, number, used_at, at_time, door)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                session.id(),
                result.nonce(),
                result.result().value(),
                result.number(),
                result.usedAt(),
                entry.at(),
                entry.door());
        return result;
    }

    /** The same as before; a nonce that let one voucher in lets no other one in. */
    private EntryResult repeated(Transaction tx, Session session, EntryDraft entry, EntryResult told)
            throws SQLException {
        Integer number = told.number();
        boolean same = number == null
                || shown(tx, session, entry)
                        .filter(found -> found.voucher().number() == number)
                        .isPresent();
        return same ? told : new EntryResult(entry.nonce(), EntryOutcome.UNKNOWN, null, null);
    }

    private EntryResult judged(Transaction tx, Session session, EntryDraft entry) throws SQLException {
        Optional<Shown> found = shown(tx, session, entry);
        boolean tooEarlyOrLate = entry.code() != null && !Signing.isOpen(session, entry.at());
        if (found.isEmpty() || tooEarlyOrLate) {
            return new EntryResult(entry.nonce(), EntryOutcome.UNKNOWN, null, null);
        }
        Voucher voucher = found.get().voucher();
        if (voucher.status().equals(VoucherStatus.USED)) {
            return new EntryResult(entry.nonce(), EntryOutcome.ALREADY_USED, voucher.number(), voucher.usedAt());
        }
        if (!voucher.status().equals(VoucherStatus.ISSUED)) {
            return new EntryResult(entry.nonce(), EntryOutcome.VOID, voucher.number(), null);
        }
        Instant at = entry.at().truncatedTo(ChronoUnit.MILLIS);
        tx.change(
                "UPDATE vouchers SET status = ?, used_at = ? WHERE session_id = ? AND number = ?",
                VoucherStatus.USED.value(),
                at,
                session.id(),
                voucher.number());
        tx.tell(
                ChangeKind.VOUCHER,
                found.get().bookingId(),
                VoucherStatus.USED.value(),
                Audience.both(
                        session.donorId(),
                        Bookings.find(tx, found.get().bookingId()).structureId()));
        return new EntryResult(entry.nonce(), EntryOutcome.ADMITTED, voucher.number(), at);
    }

    private Optional<Shown> shown(Transaction tx, Session session, EntryDraft entry) throws SQLException {
        SignedCode signed = entry.signedCode();
        if (signed != null) {
            VoucherVerifier.Check check = programme.signing().verifier().check(signed, session.id(), entry.at());
            return check.accepted() ? shown(tx, "number = ?", session.id(), check.number()) : Optional.empty();
        }
        VoucherCode code = entry.code();
        try {
            String spoken = code == null ? "" : VoucherCode.of(code.value()).value();
            return shown(tx, "code = ?", session.id(), spoken);
        } catch (RuleViolationException noCode) {
            return Optional.empty();
        }
    }

    private static Optional<Shown> shown(Transaction tx, String by, UUID sessionId, Object value) throws SQLException {
        return tx.first(
                "SELECT * FROM vouchers WHERE session_id = ? AND " + by,
                row -> new Shown(Vouchers.voucher(row), id(row, "booking_id")),
                sessionId,
                value);
    }

    /** What the declaration needs of the donated places. */
    Reply exempt(ApiCall call) {
        return programme.read(tx -> {
            Session session = Sessions.find(tx, call.id());
            Sessions.requireDonor(call, session);
            ExemptTickets tickets = ExemptTickets.of(session);
            for (UUID allotment : Allotments.ofSession(tx, session.id())) {
                Price price = Allotments.find(tx, allotment).price();
                tickets = tickets.with(
                        price,
                        tx.list(
                                "SELECT v.* FROM vouchers v JOIN bookings b ON b.id = v.booking_id"
                                        + " WHERE b.allotment_id = ?",
                                Vouchers::voucher,
                                allotment));
            }
            return Reply.ok(tickets);
        });
    }
}
