package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;
import static fr.passerelle.invitationsserver.store.Transaction.numberOrNull;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentLedger;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.AllotmentStatus;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.WithdrawalDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Places that donors give, and take back. */
final class Allotments {

    private static final String BY_ID = "SELECT * FROM allotments WHERE id = ?";

    private final Programme programme;

    Allotments(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        AllotmentDraft draft = call.draft(AllotmentDraft.class);
        String hash = Wire.hash(draft);
        UUID donor = call.owner();
        return programme.write(call, tx -> {
            Optional<String> before = Requests.before(tx, "allotments", "donor_id", draft.id(), donor);
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(current(tx, draft.id()), false);
            }
            Optional<Session> found = Sessions.lockByRef(tx, donor, draft.sessionRef());
            new RuleCheck()
                    .require(found.isPresent(), "sessionRef", RuleCode.UNKNOWN_REFERENCE, "sessions")
                    .raise();
            Session session = found.orElseThrow();
            if (session.cancelled()) {
                throw ProblemException.refused(Refusal.SESSION_CANCELLED);
            }
            if (session.hasBegun(tx.now())) {
                throw ProblemException.refused(Refusal.SESSION_BEGUN);
            }
            draft.checkFor(session.startsAt(), tx.now());
            insert(tx, draft, session, hash);
            tx.tell(ChangeKind.ALLOTMENT, draft.id(), Feed.CREATED, Audience.offer(donor));
            return Reply.stored(current(tx, draft.id()), true);
        });
    }

    private static void insert(Transaction tx, AllotmentDraft draft, Session session, String hash) throws SQLException {
        Instant release = Objects.requireNonNullElse(draft.releaseAt(), session.startsAt());
        tx.change(
                "INSERT INTO allotments (id, request_hash, donor_id, session_id, mode, price, minimum_group,"
                        + " maximum_group, wheelchair_places, note, release_at, status, quantity, withdrawn, held,"
                        + " booked, allocated, next_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)",
                draft.id(),
                hash,
                session.donorId(),
                session.id(),
                draft.mode().value(),
                Math.toIntExact(draft.price().cents()),
                draft.minimumGroup(),
                draft.maximumGroup(),
                draft.wheelchairPlaces(),
                draft.note(),
                release,
                AllotmentStatus.OPEN.value(),
                draft.quantity(),
                release);
    }

    /** Takes back what is not promised: so many places, or all of them. */
    Reply withdraw(ApiCall call) {
        WithdrawalDraft draft = call.body(WithdrawalDraft.class);
        String hash = Wire.hash(List.of(call.id(), draft));
        Integer places = draft.places();
        return programme.write(call, tx -> {
            requireDonor(tx, call);
            LockedAllotment allotment = LockedAllotment.lock(tx, programme, call.id());
            Optional<String> before = Requests.before(tx, "withdrawals", "donor_id", draft.id(), call.owner());
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
            } else if (places != null) {
                allotment.apply((ledger, now) -> ledger.withdraw(places, now));
            } else if (!allotment.ledger().status().equals(AllotmentStatus.WITHDRAWN)) {
                allotment.apply(AllotmentLedger::withdrawAll);
            }
            if (before.isEmpty()) {
                tx.change(
                        "INSERT INTO withdrawals (id, request_hash, donor_id, allotment_id) VALUES (?, ?, ?, ?)",
                        draft.id(),
                        hash,
                        call.owner(),
                        call.id());
            }
            allotment.save();
            return Reply.stored(allotment.view(), false);
        });
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> {
            if (call.caller().is(InvitationRole.DONOR)) {
                requireDonor(tx, call);
            }
            return Reply.one(current(tx, call.id()));
        });
    }

    Reply ofSession(ApiCall call) {
        return programme.read(tx -> {
            Session session = Sessions.visible(tx, call, call.id());
            Page<Allotment> page = Pages.of(
                    tx,
                    call,
                    "SELECT * FROM allotments WHERE session_id = ? AND ord > ? ORDER BY ord LIMIT ?",
                    Allotments::allotment,
                    session.id());
            return Reply.ok(page);
        });
    }

    private static void requireDonor(Transaction tx, ApiCall call) throws SQLException {
        if (!find(tx, call.id()).donorId().equals(call.owner())) {
            throw ProblemException.notFound();
        }
    }

    /** As it was when somebody last changed it. */
    static Allotment find(Transaction tx, UUID id) throws SQLException {
        return tx.first(BY_ID, Allotments::allotment, id).orElseThrow(ProblemException::notFound);
    }

    /** As it is now: what time brought is counted, and not written down. */
    private Allotment current(Transaction tx, UUID id) throws SQLException {
        Allotment row = find(tx, id);
        AllotmentLedger ledger = AllotmentLedger.restore(
                        Ledgers.read(tx, row, programme.settings().confirmWithin()))
                .settle(tx.now())
                .ledger();
        return Ledgers.counted(row, ledger).build();
    }

    /** Those of a session, in the order in which they are locked. */
    static List<UUID> ofSession(Transaction tx, UUID sessionId) throws SQLException {
        return tx.list("SELECT id FROM allotments WHERE session_id = ?", row -> id(row, "id"), sessionId).stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    static Allotment allotment(ResultSet row) throws SQLException {
        int quantity = row.getInt("quantity");
        int taken = row.getInt("withdrawn") + row.getInt("held") + row.getInt("booked") + row.getInt("allocated");
        return Allotment.builder()
                .id(id(row, "id"))
                .donorId(id(row, "donor_id"))
                .sessionId(id(row, "session_id"))
                .quantity(quantity)
                .price(Price.cents(row.getInt("price")))
                .mode(AllotmentMode.of(row.getString("mode")))
                .minimumGroup(row.getInt("minimum_group"))
                .maximumGroup(numberOrNull(row, "maximum_group"))
                .wheelchairPlaces(row.getInt("wheelchair_places"))
                .releaseAt(instant(row, "release_at"))
                .note(row.getString("note"))
                .status(AllotmentStatus.of(row.getString("status")))
                .withdrawn(row.getInt("withdrawn"))
                .held(row.getInt("held"))
                .booked(row.getInt("booked"))
                .allocated(row.getInt("allocated"))
                .free(quantity - taken)
                .build();
    }
}
