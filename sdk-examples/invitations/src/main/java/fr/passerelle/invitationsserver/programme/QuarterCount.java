package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.numberOrNull;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.Structure;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.figures.Impact;
import fr.passerelle.model.invitation.figures.Measure;
import fr.passerelle.model.invitation.figures.Quarter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts how each place of a quarter ended. Of each allotment the places are those that were used until the end, and
 * the rest: of the rest as many were given back and found nobody as structures gave back, then those that nobody
 * confirmed, and what is left nobody asked for. What was given back and is not in the rest went to others.
 */
final class QuarterCount {

    private record Given(UUID id, int quantity, String department) {}

    private record Booked(
            Party party,
            int places,
            @Nullable Integer attended,
            @Nullable Integer first,
            UUID structure) {}

    private record Back(UUID structure, int places) {}

    private record Key(String department, StructureKind kind, AgeBand band, Measure measure) {}

    private final Transaction tx;
    private final Quarter quarter;
    private final Instant from;
    private final Instant to;
    private final Map<Key, Integer> counts = new LinkedHashMap<>();
    private final Map<UUID, Structure> structures = new HashMap<>();

    private QuarterCount(Transaction tx, Quarter quarter) {
        this.tx = tx;
        this.quarter = quarter;
        this.from = quarter.firstDay().atStartOfDay(Period.PARIS).toInstant();
        this.to = quarter.next().firstDay().atStartOfDay(Period.PARIS).toInstant();
    }

    static List<Impact.Fact> of(Transaction tx, Quarter quarter) throws SQLException {
        QuarterCount count = new QuarterCount(tx, quarter);
        for (Given given : count.given()) {
            count.allotment(given);
        }
        count.served();
        return count.counts.entrySet().stream()
                .map(entry -> new Impact.Fact(
                        quarter,
                        entry.getKey().department(),
                        entry.getKey().kind(),
                        entry.getKey().band(),
                        entry.getKey().measure(),
                        entry.getValue()))
                .toList();
    }

    private List<Given> given() throws SQLException {
        return tx.list(
                "SELECT a.id, a.quantity, s.department FROM allotments a JOIN sessions s ON s.id = a.session_id"
                        + " WHERE s.starts_at >= ? AND s.starts_at < ? AND s.cancelled = FALSE ORDER BY a.id",
                row -> new Given(id(row, "id"), row.getInt("quantity"), row.getString("department")),
                from,
                to);
    }

    private void allotment(Given given) throws SQLException {
        int rest = given.quantity();
        for (Booked booked : tx.list(
                "SELECT * FROM bookings WHERE allotment_id = ? AND places > 0 ORDER BY ord",
                row -> new Booked(
                        Wire.stored(row.getString("party"), Party.class),
                        row.getInt("places"),
                        numberOrNull(row, "attended"),
                        numberOrNull(row, "first_outings"),
                        id(row, "structure_id")),
                given.id())) {
            rest -= booked.places();
            booked(booked);
        }
        rest -= backs(
                "SELECT structure_id, places FROM releases WHERE allotment_id = ? ORDER BY at_time DESC, id",
                given.id(),
                rest,
                Measure.RETURNED,
                Measure.REALLOCATED);
        rest -= backs(
                "SELECT structure_id, places FROM allocations WHERE allotment_id = ? AND status = 'EXPIRED'"
                        + " ORDER BY ord DESC",
                given.id(),
                rest,
                Measure.NOT_CONFIRMED,
                null);
        add(new Key(given.department(), StructureKind.OTHER, AgeBand.NOT_SAID, Measure.NOT_ASKED), rest);
    }

    /** The last ones given back are those that found nobody. */
    private int backs(String sql, UUID allotment, int rest, Measure within, @Nullable Measure beyond)
            throws SQLException {
        int counted = 0;
        for (Back back : tx.list(sql, row -> new Back(id(row, "structure_id"), row.getInt("places")), allotment)) {
            int here = Math.min(back.places(), rest - counted);
            counted += here;
            add(key(back.structure(), AgeBand.NOT_SAID, within), here);
            if (beyond != null) {
                add(key(back.structure(), AgeBand.NOT_SAID, beyond), back.places() - here);
            }
        }
        return counted;
    }

    /** Who of a group stayed away nobody says: it is shared out in the order of the group, workers first. */
    private void booked(Booked booked) throws SQLException {
        int came = Objects.requireNonNullElse(booked.attended(), 0);
        int first = Objects.requireNonNullElse(booked.first(), 0);
        Map<AgeBand, Integer> people = new LinkedHashMap<>();
        people.put(AgeBand.NOT_SAID, booked.party().workers() + booked.party().companions());
        booked.party().beneficiaries().forEach((band, count) -> people.merge(band, count, Integer::sum));
        for (Map.Entry<AgeBand, Integer> band : people.entrySet()) {
            int here = Math.min(band.getValue(), came);
            came -= here;
            int newcomers = band.getKey().equals(AgeBand.NOT_SAID) ? 0 : Math.min(here, first);
            first -= newcomers;
            add(key(booked.structure(), band.getKey(), Measure.FIRST_OUTING), newcomers);
            add(key(booked.structure(), band.getKey(), Measure.LATER_OUTING), here - newcomers);
            add(key(booked.structure(), band.getKey(), Measure.MISSED), band.getValue() - here);
        }
    }

    /** Structures whose first outing of the season lies in the quarter. */
    private void served() throws SQLException {
        Instant season = Period.SEASON.firstDay(from).atStartOfDay(Period.PARIS).toInstant();
        for (UUID structure : tx.list(
                "SELECT b.structure_id FROM bookings b JOIN sessions s ON s.id = b.session_id WHERE b.attended > 0"
                        + " AND s.starts_at >= ? AND s.starts_at < ? GROUP BY b.structure_id"
                        + " HAVING MIN(s.starts_at) >= ?",
                row -> id(row, "structure_id"),
                season,
                to,
                from)) {
            add(key(structure, AgeBand.NOT_SAID, Measure.STRUCTURE_SERVED), 1);
        }
    }

    private Key key(UUID structureId, AgeBand band, Measure measure) throws SQLException {
        Structure structure = structures.get(structureId);
        if (structure == null) {
            structure = Organisations.find(tx, structureId);
            structures.put(structureId, structure);
        }
        return new Key(structure.department(), structure.kind(), band, measure);
    }

    private void add(Key key, int count) {
        if (count > 0) {
            counts.merge(key, count, Integer::sum);
        }
    }

    @Override
    public String toString() {
        return "QuarterCount[" + quarter + "]";
    }
}
