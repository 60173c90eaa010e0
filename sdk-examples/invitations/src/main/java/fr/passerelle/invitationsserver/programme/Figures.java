package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.figures.Cell;
import fr.passerelle.model.invitation.figures.Impact;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Measure;
import fr.passerelle.model.invitation.figures.Quarter;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures that point at nobody. The facts of a quarter are counted once, on the day before which it must be declared,
 * and never again: what is told late is not in them.
 */
final class Figures {

    private final Programme programme;

    Figures(Programme programme) {
        this.programme = programme;
    }

    Reply impact(ApiCall call) {
        Quarter from = quarter(call, "from");
        Quarter to = quarter(call, "to");
        Set<Cell.Dimension> told = told(call);
        return programme.read(tx -> Reply.ok(report(tx, from, to, told)));
    }

    /**
     * A report over quarters that are counted.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if they are not, or in the wrong order
     */
    static ImpactReport report(Transaction tx, Quarter from, Quarter to, Set<Cell.Dimension> told) throws SQLException {
        Instant now = tx.now();
        new RuleCheck()
                .require(isCountable(to, now), "to", RuleCode.AFTER_LIMIT, "the last quarter that is counted")
                .raise();
        List<Impact.Fact> facts = tx.list(
                "SELECT * FROM impact_facts WHERE quarter >= ? AND quarter <= ?",
                row -> new Impact.Fact(
                        Quarter.parse(row.getString("quarter")),
                        row.getString("department"),
                        StructureKind.of(row.getString("kind")),
                        AgeBand.of(row.getString("band")),
                        Measure.valueOf(row.getString("measure")),
                        row.getInt("amount")),
                from.toString(),
                to.toString());
        return Impact.of(facts).report(from, to, told, now);
    }

    /** On the tenth of the month after it, Paris time. */
    private static boolean isCountable(Quarter quarter, Instant now) {
        return !now.atZone(Period.PARIS).toLocalDate().isBefore(quarter.declaredBefore());
    }

    /** Counts the quarters that are due; how many. */
    int count() {
        Optional<Instant> first = programme.read(tx -> tx.first(
                "SELECT starts_at FROM sessions ORDER BY starts_at LIMIT 1", row -> instant(row, "starts_at")));
        if (first.isEmpty()) {
            return 0;
        }
        int counted = 0;
        Instant now = programme.database().clock().instant();
        for (Quarter quarter = Quarter.of(first.get()); isCountable(quarter, now); quarter = quarter.next()) {
            counted += count(quarter) ? 1 : 0;
        }
        return counted;
    }

    private boolean count(Quarter quarter) {
        return programme.database().write(tx -> {
            boolean done = tx.first(
                            "SELECT quarter FROM impact_quarters WHERE quarter = ?",
                            row -> row.getString(1),
                            quarter.toString())
                    .isPresent();
            if (done) {
                return false;
            }
            // First, so that two servers do not both count: the second one fails, and finds it done.
            tx.change("INSERT INTO impact_quarters VALUES (?, ?)", quarter.toString(), tx.now());
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Impact.Fact fact : QuarterCount.of(tx, quarter)) {
                rows.add(new @Nullable Object[] {
                    quarter.toString(),
                    fact.department(),
                    fact.kind().value(),
                    fact.band().value(),
                    fact.measure().name(),
                    fact.count()
                });
            }
            tx.changeAll("INSERT INTO impact_facts VALUES (?, ?, ?, ?, ?, ?)", rows);
            return true;
        });
    }

    private static Quarter quarter(ApiCall call, String name) {
        String text = call.query().get(name);
        new RuleCheck().required(name, text).raise();
        try {
            return Quarter.parse(String.valueOf(text));
        } catch (IllegalArgumentException none) {
            throw ApiCall.unreadable(name);
        }
    }

    private static Set<Cell.Dimension> told(ApiCall call) {
        String text = call.query().get("told");
        if (text == null) {
            return EnumSet.allOf(Cell.Dimension.class);
        }
        Set<Cell.Dimension> told = EnumSet.noneOf(Cell.Dimension.class);
        for (String word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            try {
                told.add(Cell.Dimension.valueOf(word));
            } catch (IllegalArgumentException none) {
                throw ApiCall.unreadable("told");
            }
        }
        return told;
    }
}
