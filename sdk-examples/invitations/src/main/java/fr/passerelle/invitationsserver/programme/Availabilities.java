package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.Distance;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a structure can ask for, the soonest first. The distance is that to the place of performance: a box in SQL, then
 * the great circle. Counts are those that were written down last; whoever books is told what is true.
 */
final class Availabilities {

    private static final int DEFAULT_RADIUS = 20;
    /** More rows are read than asked for: some of a box lie outside of the circle. */
    private static final int MORE = 2;

    private static final double METRES_A_DEGREE = 111_195;
    private static final int METRES = 1_000;

    private record Found(UUID allotmentId, Instant startsAt, Session session, Allotment allotment) {}

    /** A point and how far from it. */
    private record Circle(Position centre, int metres) {}

    /** Where the page before ended. */
    private record Cursor(Instant startsAt, UUID allotmentId) {}

    private final Programme programme;

    Availabilities(Programme programme) {
        this.programme = programme;
    }

    Reply list(ApiCall call) {
        int limit = call.limit();
        Circle circle = circle(call);
        Query query = new Query();
        return programme.read(tx -> {
            conditions(query, call, circle, tx.now());
            List<Availability> all = new ArrayList<>();
            Cursor cursor = cursor(call);
            boolean more = true;
            while (more && all.size() <= limit) {
                List<Found> rows = rows(tx, query, cursor, MORE * limit + 1);
                more = rows.size() > MORE * limit;
                for (Found found : rows) {
                    cursor = new Cursor(found.startsAt(), found.allotmentId());
                    Integer metres = metres(found.session(), circle);
                    if (circle == null || (metres != null && metres <= circle.metres())) {
                        all.add(new Availability(found.session(), found.allotment(), metres));
                    }
                }
            }
            return Reply.ok(page(all, limit));
        });
    }

    private static Page<Availability> page(List<Availability> all, int limit) {
        if (all.size() <= limit) {
            return new Page<>(all, null);
        }
        Availability last = all.get(limit - 1);
        return new Page<>(
                all.subList(0, limit),
                Pages.cursor(last.session().startsAt() + " " + last.allotment().id()));
    }

    /** Conditions and their values, in order. */
    private static final class Query {
        private final StringBuilder sql = new StringBuilder();
        private final List<@Nullable Object> values = new ArrayList<>();

        Query and(String condition, @Nullable Object... more) {
            sql.append(" AND ").append(condition);
            values.addAll(List.of(more));
            return this;
        }
    }

    private static void conditions(Query query, ApiCall call, @Nullable Circle circle, Instant now) {
        query.sql.setLength(0);
        query.values.clear();
        Instant from = moment(call, "from");
        query.and("s.starts_at > ?", from == null || from.isBefore(now) ? now : from);
        query.and("a.status = 'OPEN' AND a.mode <> 'CALL' AND a.release_at > ? AND s.cancelled = FALSE", now);
        Instant to = moment(call, "to");
        if (to != null) {
            query.and("s.starts_at < ?", to);
        }
        Long group = call.number("group", 1, Party.MAX_PEOPLE);
        int people = group == null ? 1 : group.intValue();
        query.and("a.quantity - a.withdrawn - a.held - a.booked - a.allocated >= ?", people);
        if (group != null) {
            query.and("a.minimum_group <= ? AND (a.maximum_group IS NULL OR a.maximum_group >= ?)", people, people);
        }
        Long price = call.number("maximumPrice", 0, AllotmentDraft.MAX_PRICE.cents());
        if (price != null) {
            query.and("a.price <= ?", price.intValue());
        }
        String kind = call.query().get("kind");
        if (kind != null) {
            new RuleCheck()
                    .require(SessionKind.of(kind).known(), "kind", RuleCode.UNKNOWN_VALUE)
                    .raise();
            query.and("s.kind = ?", kind);
        }
        if ("false".equals(call.query().get("languageNeeded"))) {
            query.and("s.language_needed = FALSE");
        }
        for (String need : needs(call)) {
            query.and("s.accessible LIKE ?", "%," + need + ",%");
        }
        if (circle != null) {
            double north = circle.metres() / METRES_A_DEGREE;
            double widest = Math.abs(circle.centre().latitude()) + north;
            double east = widest >= 89 ? 360 : north / Math.cos(Math.toRadians(widest));
            query.and(
                    "s.latitude BETWEEN ? AND ? AND s.longitude BETWEEN ? AND ?",
                    circle.centre().latitude() - north,
                    circle.centre().latitude() + north,
                    circle.centre().longitude() - east,
                    circle.centre().longitude() + east);
        }
    }

    private static List<Found> rows(Transaction tx, Query query, @Nullable Cursor cursor, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT a.*, s.id AS s_id, s.donor_id AS s_donor, s.draft,"
                + " s.cancelled, s.starts_at FROM sessions s JOIN allotments a ON a.session_id = s.id WHERE TRUE");
        sql.append(query.sql);
        List<@Nullable Object> values = new ArrayList<>(query.values);
        if (cursor != null) {
            sql.append(" AND (s.starts_at > ? OR (s.starts_at = ? AND a.id > ?))");
            values.addAll(List.of(cursor.startsAt(), cursor.startsAt(), cursor.allotmentId()));
        }
        sql.append(" ORDER BY s.starts_at, a.id LIMIT ?");
        values.add(limit);
        return tx.list(
                sql.toString(),
                row -> new Found(
                        id(row, "id"),
                        instant(row, "starts_at"),
                        Sessions.session(row, id(row, "s_id"), id(row, "s_donor")),
                        Allotments.allotment(row)),
                values.toArray());
    }

    private static @Nullable Integer metres(Session session, @Nullable Circle circle) {
        Position position = Geography.of(session.place());
        return circle == null || position == null
                ? null
                : (int) Math.round(circle.centre().metresTo(position));
    }

    private static @Nullable Circle circle(ApiCall call) {
        Long radius = call.number("radiusKm", 1, Distance.MAX_KILOMETRES);
        int metres = (radius == null ? DEFAULT_RADIUS : radius.intValue()) * METRES;
        String postalCode = call.query().get("postalCode");
        Double latitude = degrees(call, "latitude");
        Double longitude = degrees(call, "longitude");
        new RuleCheck()
                .require((latitude == null) == (longitude == null), "longitude", RuleCode.REQUIRED)
                .require(postalCode == null || latitude == null, "postalCode", RuleCode.NOT_ALLOWED)
                .raise();
        if (latitude != null && longitude != null) {
            return new Circle(Position.of(latitude, longitude), metres);
        }
        return postalCode == null ? null : new Circle(Geography.position(postalCode), metres);
    }

    private static @Nullable Double degrees(ApiCall call, String name) {
        String text = call.query().get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            throw ApiCall.unreadable(name);
        }
        return Double.valueOf(text);
    }

    private static List<String> needs(ApiCall call) {
        String text = call.query().get("needs");
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<String> needs = List.of(text.split(",", -1));
        new RuleCheck()
                .require(needs.stream().allMatch(need -> AccessNeed.of(need).known()), "needs", RuleCode.UNKNOWN_VALUE)
                .raise();
        return needs;
    }

    private static @Nullable Instant moment(ApiCall call, String name) {
        String text = call.query().get(name);
        try {
            return text == null ? null : Wire.moment(text);
        } catch (DateTimeException none) {
            throw ApiCall.unreadable(name);
        }
    }

    private static @Nullable Cursor cursor(ApiCall call) {
        String cursor = call.query().get("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts = Pages.text(cursor).split(" ", 2);
            return new Cursor(Wire.moment(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            throw ApiCall.unreadable("cursor");
        }
    }
}
