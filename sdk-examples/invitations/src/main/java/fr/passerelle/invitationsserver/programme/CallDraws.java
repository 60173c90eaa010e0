package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.Call;
import fr.passerelle.model.invitation.CallStatus;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.draw.Draw;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawInput;
import fr.passerelle.model.invitation.draw.DrawResult;
import fr.passerelle.model.invitation.draw.DrawSecret;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Draws calls: the draw itself is a pure function of the model, whose input and log are kept for everybody to read. */
final class CallDraws {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Programme programme;

    CallDraws(Programme programme) {
        this.programme = programme;
    }

    /** Drawn with the same secret and value already, nothing happens. */
    Reply draw(ApiCall call) {
        DrawDraft draft = call.body(DrawDraft.class);
        return programme.write(call, tx -> {
            Call closed = Calls.lock(tx, call.id());
            if (closed.status().equals(CallStatus.DRAWN)) {
                if (!draft.secret().equals(closed.secret())
                        || !draft.publicValue().equals(closed.publicValue())) {
                    throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
                }
                return Reply.stored(closed, false);
            }
            if (closed.status().equals(CallStatus.OPEN)) {
                throw ProblemException.refused(Refusal.CALL_NOT_CLOSED);
            }
            DrawSecret secret = DrawSecret.ofHex(draft.secret());
            new RuleCheck()
                    .require(secret.commitment().equals(closed.commitment()), "secret", RuleCode.BAD_COMMITMENT)
                    .raise();
            draw(tx, closed, secret, draft.publicValue());
            return Reply.stored(Calls.find(tx, closed.id()), false);
        });
    }

    private void draw(Transaction tx, Call call, DrawSecret secret, String publicValue) throws SQLException {
        Map<UUID, LockedAllotment> allotments = new LinkedHashMap<>();
        List<DrawInput.Lot> lots = new ArrayList<>();
        for (UUID id : call.allotmentIds().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList()) {
            LockedAllotment allotment = LockedAllotment.lock(tx, programme, id);
            allotments.put(id, allotment);
            lots.add(new DrawInput.Lot(id, allotment.ledger().free()));
        }
        DrawInput input =
                new DrawInput(call.id(), call.maximumPlaces(), call.maximumOutings(), lots, entrants(tx, call));
        DrawResult result = Draw.run(input, secret, publicValue);
        for (DrawResult.Grant grant : result.grants()) {
            promise(tx, call, grant, Objects.requireNonNull(allotments.get(grant.allotmentId())));
        }
        for (LockedAllotment allotment : allotments.values()) {
            allotment.save();
        }
        tx.change(
                "UPDATE calls SET status = ?, secret = ?, public_value = ?, draw_input = ?, draw_log = ? WHERE id = ?",
                CallStatus.DRAWN.value(),
                secret.hex(),
                publicValue,
                Wire.text(input),
                result.log(),
                call.id());
        tx.tell(ChangeKind.CALL, call.id(), CallStatus.DRAWN.value(), Audience.EVERYBODY);
    }

    /** Who wishes and may, and what each received in the twelve months before. */
    private static List<DrawInput.Entrant> entrants(Transaction tx, Call call) throws SQLException {
        Instant now = tx.now();
        Map<UUID, Integer> received = new LinkedHashMap<>();
        tx.list(
                "SELECT b.structure_id, SUM(b.places) AS places FROM bookings b JOIN sessions s ON s.id = b.session_id"
                        + " WHERE s.starts_at <= ? AND s.starts_at > ? AND b.structure_id IN"
                        + " (SELECT structure_id FROM wishes WHERE call_id = ?) GROUP BY b.structure_id",
                row -> received.put(id(row, "structure_id"), row.getInt("places")),
                now,
                now.minus(YEAR),
                call.id());
        return tx.list(
                "SELECT w.structure_id, w.wishes, s.draft, s.status FROM wishes w"
                        + " JOIN structures s ON s.id = w.structure_id WHERE w.call_id = ? AND s.status = ?",
                row -> {
                    UUID structure = id(row, "structure_id");
                    return new DrawInput.Entrant(
                            structure,
                            Organisations.structure(row).people(),
                            received.getOrDefault(structure, 0),
                            Calls.wishes(row));
                },
                call.id(),
                StructureStatus.ACTIVE.value());
    }

    private static void promise(Transaction tx, Call call, DrawResult.Grant grant, LockedAllotment allotment)
            throws SQLException {
        // Nobody can foresee it, and so take it before: a call is drawn once.
        UUID id = UUID.randomUUID();
        Instant before = allotment.now().plus(Duration.ofHours(call.confirmWithinHours()));
        allotment.apply((ledger, now) -> ledger.allocate(id, grant.structureId(), grant.places(), before, now));
        tx.change(
                "INSERT INTO allocations (id, allotment_id, structure_id, call_id, places, unbooked, status,"
                        + " confirm_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                grant.allotmentId(),
                grant.structureId(),
                call.id(),
                grant.places(),
                grant.places(),
                AllocationStatus.OFFERED.value(),
                allotment.confirmBefore(id));
        tx.tell(
                ChangeKind.ALLOCATION,
                id,
                AllocationStatus.OFFERED.value(),
                Audience.both(allotment.donorId(), grant.structureId()));
    }

    /** Every step of the draw, as anybody can make it again. */
    Reply log(ApiCall call) {
        return Reply.text(published(call, "draw_log"));
    }

    /** What the draw depended on. */
    Reply input(ApiCall call) {
        return Reply.ok(Wire.stored(published(call, "draw_input"), DrawInput.class));
    }

    private String published(ApiCall call, String column) {
        return programme.read(tx -> {
            if (!Calls.find(tx, call.id()).status().equals(CallStatus.DRAWN)) {
                throw ProblemException.refused(Refusal.CALL_NOT_DRAWN);
            }
            return tx.first("SELECT " + column + " FROM calls WHERE id = ?", row -> row.getString(1), call.id())
                    .orElseThrow(ProblemException::notFound);
        });
    }
}
