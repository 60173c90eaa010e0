package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Pathway;
import fr.passerelle.model.invitation.PathwayDraft;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Several sessions for the same group: all of them are booked, or none. */
final class Pathways {

    private final Programme programme;
    private final BookingWrites bookings;

    Pathways(Programme programme, BookingWrites bookings) {
        this.programme = programme;
        this.bookings = bookings;
    }

    Reply put(ApiCall call) {
        PathwayDraft draft = call.draft(PathwayDraft.class);
        String hash = Wire.hash(draft);
        UUID structure = call.owner();
        return programme.write(call, tx -> {
            Optional<String> before = Requests.before(tx, "pathways", "structure_id", draft.id(), structure);
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(find(tx, call), false);
            }
            lockInOrder(tx, structure, draft);
            for (BookingDraft step : draft.bookings()) {
                bookings.book(tx, structure, step);
            }
            tx.change(
                    "INSERT INTO pathways (id, request_hash, structure_id, title, party, bookings)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    draft.id(),
                    hash,
                    structure,
                    draft.title(),
                    Wire.text(draft.party()),
                    Wire.text(draft.bookings().stream().map(BookingDraft::id).toList()));
            tx.tell(ChangeKind.PATHWAY, draft.id(), Feed.CREATED, Audience.structure(structure));
            return Reply.stored(find(tx, call), true);
        });
    }

    /** All that its bookings lock, in the order in which everybody does. */
    private static void lockInOrder(Transaction tx, UUID structure, PathwayDraft draft) throws SQLException {
        List<UUID> sessions = new ArrayList<>();
        List<Instant> starts = new ArrayList<>();
        for (UUID allotment : draft.allotmentIds()) {
            UUID session = Allotments.find(tx, allotment).sessionId();
            sessions.add(session);
            starts.add(Sessions.find(tx, session).startsAt());
        }
        draft.checkFor(starts);
        Organisations.lockStructure(tx, structure);
        for (UUID session : sorted(sessions)) {
            Sessions.lock(tx, session);
        }
        for (UUID allotment : sorted(draft.allotmentIds())) {
            tx.locked("SELECT id FROM allotments WHERE id = ?", row -> id(row, "id"), allotment);
        }
    }

    private static List<UUID> sorted(List<UUID> ids) {
        return ids.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    /** A booking that names a pathway must name one of its own structure; another's is as if it were not there. */
    static void requireOwn(Transaction tx, UUID structure, @Nullable UUID pathway) throws SQLException {
        boolean there = pathway == null
                || tx.first(
                                "SELECT id FROM pathways WHERE id = ? AND structure_id = ?",
                                row -> id(row, "id"),
                                pathway,
                                structure)
                        .isPresent();
        new RuleCheck()
                .require(there, "pathwayId", RuleCode.UNKNOWN_REFERENCE, "pathways")
                .raise();
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> Reply.one(find(tx, call)));
    }

    private static Pathway find(Transaction tx, ApiCall call) throws SQLException {
        return tx.first(
                        "SELECT * FROM pathways WHERE id = ? AND structure_id = ?",
                        Pathways::pathway,
                        call.id(),
                        call.owner())
                .orElseThrow(ProblemException::notFound);
    }

    private static Pathway pathway(ResultSet row) throws SQLException {
        return new Pathway(
                id(row, "id"),
                id(row, "structure_id"),
                row.getString("title"),
                Wire.stored(row.getString("party"), Party.class),
                List.of(Wire.stored(row.getString("bookings"), UUID[].class)));
    }
}
