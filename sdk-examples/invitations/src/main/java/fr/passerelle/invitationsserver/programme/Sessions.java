package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.value.OpenEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions, which donors name themselves. */
final class Sessions {

    /** How long a session takes if nobody said. */
    static final Duration USUAL_LENGTH = Duration.ofHours(3);

    private static final String BY_REF = "SELECT * FROM sessions WHERE donor_id = ? AND ref = ?";
    private static final String BY_ID = "SELECT * FROM sessions WHERE id = ?";

    private final Programme programme;

    Sessions(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        SessionDraft draft = Wire.request(call.body(), SessionDraft.class, "ref", call.variable("ref"));
        UUID donor = call.owner();
        return programme.write(call, tx -> {
            Optional<Session> before = tx.locked(BY_REF, Sessions::session, donor, draft.ref());
            if (before.isEmpty()) {
                if (call.ifMatch() != null) {
                    throw ProblemException.changed();
                }
                return Reply.stored(create(tx, donor, draft), true);
            }
            return Reply.stored(replace(tx, call, before.get(), draft), false);
        });
    }

    private static Session create(Transaction tx, UUID donor, SessionDraft draft) throws SQLException {
        draft.checkAt(tx.now());
        UUID id = UUID.randomUUID();
        tx.change(
                "INSERT INTO sessions (id, donor_id, ref, cancelled, vouchers, kind, starts_at, ends_at, latitude,"
                        + " longitude, department, accessible, language_needed, draft)"
                        + " VALUES (?, ?, ?, FALSE, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row(draft, id, donor, draft.ref()));
        tx.tell(ChangeKind.SESSION, id, Feed.CREATED, Audience.offer(donor));
        return find(tx, id);
    }

    private Session replace(Transaction tx, ApiCall call, Session before, SessionDraft draft) throws SQLException {
        Session after = Wire.stored(Wire.text(draft), Session.class, own(before.id(), before.donorId(), false));
        if (after.equals(before)) {
            return before;
        }
        call.requireMatch(before);
        if (before.cancelled()) {
            throw ProblemException.refused(Refusal.SESSION_CANCELLED);
        }
        if (before.hasBegun(tx.now())) {
            throw ProblemException.refused(Refusal.SESSION_BEGUN);
        }
        draft.checkAt(tx.now());
        tx.change(
                "UPDATE sessions SET kind = ?, starts_at = ?, ends_at = ?, latitude = ?, longitude = ?, department = ?,"
                        + " accessible = ?, language_needed = ?, draft = ? WHERE id = ?",
                rowThen(draft, before.id()));
        boolean moved = !before.startsAt().equals(after.startsAt()) || !Objects.equals(before.endsAt(), after.endsAt());
        if (moved) {
            for (UUID allotment : Allotments.ofSession(tx, before.id())) {
                LockedAllotment locked = LockedAllotment.lock(tx, programme, allotment);
                locked.releaseNotAfter(after.startsAt());
                locked.save();
            }
            Vouchers.signAgain(tx, programme, after);
        }
        tx.tell(ChangeKind.SESSION, before.id(), Feed.UPDATED, Audience.offer(before.donorId()));
        return find(tx, before.id());
    }

    /** Everything falls with it. */
    Reply cancel(ApiCall call) {
        return programme.write(call, tx -> {
            Session session = lock(tx, call.id());
            requireDonor(call, session);
            if (!session.cancelled()) {
                for (UUID allotment : Allotments.ofSession(tx, session.id())) {
                    LockedAllotment.lock(tx, programme, allotment).cancel();
                }
                tx.change("UPDATE sessions SET cancelled = TRUE WHERE id = ?", session.id());
                tx.tell(ChangeKind.SESSION, session.id(), "CANCELLED", Audience.offer(session.donorId()));
            }
            return Reply.stored(find(tx, session.id()), false);
        });
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx,
                call,
                "SELECT * FROM sessions WHERE donor_id = ? AND ord > ? ORDER BY ord LIMIT ?",
                Sessions::session,
                call.owner())));
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> Reply.one(visible(tx, call, call.id())));
    }

    /** A session that the caller may see: a donor its own, a structure every one. */
    static Session visible(Transaction tx, ApiCall call, UUID id) throws SQLException {
        Session session = find(tx, id);
        if (call.caller().is(InvitationRole.DONOR)) {
            requireDonor(call, session);
        }
        return session;
    }

    static void requireDonor(ApiCall call, Session session) {
        if (!session.donorId().equals(call.owner())) {
            throw ProblemException.notFound();
        }
    }

    static Session find(Transaction tx, UUID id) throws SQLException {
        return tx.first(BY_ID, Sessions::session, id).orElseThrow(ProblemException::notFound);
    }

    /** The session, so that nobody else changes it or numbers vouchers of it until the end of the transaction. */
    static Session lock(Transaction tx, UUID id) throws SQLException {
        return tx.locked(BY_ID, Sessions::session, id).orElseThrow(ProblemException::notFound);
    }

    static Optional<Session> lockByRef(Transaction tx, UUID donor, String ref) throws SQLException {
        return tx.locked(BY_REF, Sessions::session, donor, ref);
    }

    static Session session(ResultSet row) throws SQLException {
        return session(row, id(row, "id"), id(row, "donor_id"));
    }

    /** In a row that has other ids too. */
    static Session session(ResultSet row, UUID id, UUID donor) throws SQLException {
        return Wire.stored(row.getString("draft"), Session.class, own(id, donor, row.getBoolean("cancelled")));
    }

    private static ObjectNode own(UUID id, UUID donor, boolean cancelled) {
        return Wire.object()
                .put("id", id.toString())
                .put("donorId", donor.toString())
                .put("cancelled", cancelled);
    }

    /** The columns by which sessions are found, after others. */
    private static @Nullable Object[] row(SessionDraft draft, @Nullable Object... before) {
        @Nullable Object[] found = columns(draft);
        @Nullable Object[] all = new @Nullable Object[before.length + found.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(found, 0, all, before.length, found.length);
        return all;
    }

    private static @Nullable Object[] rowThen(SessionDraft draft, UUID id) {
        @Nullable Object[] found = columns(draft);
        @Nullable Object[] all = new @Nullable Object[found.length + 1];
        System.arraycopy(found, 0, all, 0, found.length);
        all[found.length] = id;
        return all;
    }

    private static @Nullable Object[] columns(SessionDraft draft) {
        Position position = Geography.of(draft.place());
        Instant ends =
                Objects.requireNonNullElse(draft.endsAt(), draft.startsAt().plus(USUAL_LENGTH));
        String needs = draft.accessibleFor().stream().map(OpenEnum::value).collect(Collectors.joining(","));
        return new @Nullable Object[] {
            draft.kind().value(),
            draft.startsAt(),
            ends,
            position == null ? null : position.latitude(),
            position == null ? null : position.longitude(),
            Geography.department(draft.place().postalCode()),
            "," + needs + ",",
            draft.languageNeeded(),
            Wire.text(draft)
        };
    }
}
