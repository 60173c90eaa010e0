package fr.passerelle.model.invitation.figures;

import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Figures that do not point at anybody (invitations 7). The counts of each quarter that is over are made fit to be told
 * once, for all reports; a report sums what was made fit. So no two reports, however their periods and tables overlap,
 * tell more than the quarters do.
 *
 * <p>The facts of a quarter that is over must not change any more: a report of the same quarter with one fact more
 * would tell that fact.
 */
public final class Impact {

    /**
     * So many times something happened.
     *
     * @param quarter when the session took place
     * @param department the code of the structure's department; of the session's where no structure is concerned
     * @param kind what the structure does; {@code OTHER} where no structure is concerned
     * @param band ages; {@code NOT_SAID} where nobody is concerned
     * @param measure what happened
     * @param count how often; not below 0
     */
    public record Fact(
            Quarter quarter, String department, StructureKind kind, AgeBand band, Measure measure, int count) {

        /** Checks the count. */
        public Fact {
            new RuleCheck().range("count", (long) count, 0, Integer.MAX_VALUE).raise();
        }
    }

    private final Map<Quarter, Map<Measure, List<Suppression.Block>>> blocks = new TreeMap<>();

    private Impact(Collection<Fact> facts) {
        Map<Quarter, Map<Measure, Map<Cell, Integer>>> counts = new TreeMap<>();
        for (Fact fact : facts) {
            counts.computeIfAbsent(fact.quarter(), quarter -> new EnumMap<>(Measure.class))
                    .computeIfAbsent(fact.measure(), measure -> new HashMap<>())
                    .merge(new Cell(fact.department(), fact.kind(), fact.band()), fact.count(), Math::addExact);
        }
        counts.forEach((quarter, measures) -> {
            Map<Measure, List<Suppression.Block>> fit = new EnumMap<>(Measure.class);
            measures.forEach((measure, cells) -> fit.put(measure, Suppression.blocks(cells)));
            blocks.put(quarter, fit);
        });
    }

    /** Makes these facts fit to be told. */
    public static Impact of(Collection<Fact> facts) {
        return new Impact(facts);
    }

    /**
     * A report.
     *
     * @param from the first quarter
     * @param to the last quarter, which must be over
     * @param told what the report tells apart
     * @param at the moment of asking
     * @throws RuleViolationException if the last quarter lies before the first one or is not over
     */
    public ImpactReport report(Quarter from, Quarter to, Set<Cell.Dimension> told, Instant at) {
        new RuleCheck()
                .require(from.compareTo(to) <= 0, "to", RuleCode.BEFORE_LIMIT, "from")
                .require(to.hasEnded(at), "to", RuleCode.AFTER_LIMIT, "the last quarter that is over")
                .raise();
        Map<Cell, Map<Measure, Integer>> rows = new TreeMap<>(Comparator.comparing(Cell::order));
        blocks.forEach((quarter, measures) -> {
            if (from.compareTo(quarter) <= 0 && quarter.compareTo(to) <= 0) {
                measures.forEach((measure, parted) -> parted.forEach(
                        block -> rows.computeIfAbsent(block.cell().only(told), row -> new EnumMap<>(Measure.class))
                                .merge(measure, block.count(), Math::addExact)));
            }
        });
        return new ImpactReport(
                from,
                to,
                told.stream().sorted().toList(),
                rows.entrySet().stream()
                        .map(row -> new ImpactReport.Row(row.getKey(), row.getValue()))
                        .toList());
    }
}
