package fr.passerelle.model.invitation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An attacker who has every report that there can be, knows the rules, and solves all equations together: every pair of
 * reports, and every other combination.
 */
class ImpactAttackTest {

    private static final int WORLDS = 300;
    private static final List<Cell> CELLS = Worlds.cells();

    /** The number of the unknown: how often in this quarter in this cell. */
    private static int unknown(int quarter, Cell cell) {
        return quarter * CELLS.size() + CELLS.indexOf(cell);
    }

    /** Every set of things that a report can tell apart. */
    private static List<Set<Cell.Dimension>> tables() {
        List<Set<Cell.Dimension>> tables = new ArrayList<>(List.of(Set.of()));
        for (Cell.Dimension dimension : Cell.Dimension.values()) {
            for (Set<Cell.Dimension> table : List.copyOf(tables)) {
                Set<Cell.Dimension> told = new TreeSet<>(table);
                told.add(dimension);
                tables.add(told);
            }
        }
        return tables;
    }

    @Test
    void noCellBelowFiveFollowsFromAllReportsTogether() {
        int small = 0;
        for (int world = 0; world < WORLDS; world++) {
            Random random = new Random(world);
            List<Map<Cell, Integer>> truth = new ArrayList<>();
            List<Impact.Fact> facts = new ArrayList<>();
            for (Quarter quarter : Worlds.QUARTERS) {
                Map<Cell, Integer> counts = Worlds.counts(random);
                truth.add(counts);
                facts.addAll(Worlds.facts(quarter, counts));
            }
            Equations equations = attack(Impact.of(facts), truth);
            for (int quarter = 0; quarter < truth.size(); quarter++) {
                for (Cell cell : CELLS) {
                    int count = truth.get(quarter).getOrDefault(cell, 0);
                    if (count > 0 && count < 5) {
                        small++;
                        assertThat(equations.determine(unknown(quarter, cell)))
                                .as("world %d, quarter %d, %s", world, quarter, cell)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(small).isGreaterThan(2_000);
    }

    private static Equations attack(Impact impact, List<Map<Cell, Integer>> truth) {
        Equations equations = new Equations(truth.size() * CELLS.size());
        // The attacker knows even which cells were merged, which no report says.
        List<List<Suppression.Block>> blocks =
                truth.stream().map(Suppression::blocks).toList();
        for (int from = 0; from < truth.size(); from++) {
            for (int to = from; to < truth.size(); to++) {
                for (Set<Cell.Dimension> told : tables()) {
                    ImpactReport report =
                            impact.report(Worlds.QUARTERS.get(from), Worlds.QUARTERS.get(to), told, Worlds.LATER);
                    learn(equations, report, blocks, truth, from, to, told);
                }
            }
        }
        return equations;
    }

    private static void learn(
            Equations equations,
            ImpactReport report,
            List<List<Suppression.Block>> blocks,
            List<Map<Cell, Integer>> truth,
            int from,
            int to,
            Set<Cell.Dimension> told) {
        for (ImpactReport.Row row : report.rows()) {
            List<Integer> summed = new ArrayList<>();
            int sum = 0;
            for (int quarter = from; quarter <= to; quarter++) {
                for (Suppression.Block block : blocks.get(quarter)) {
                    if (block.cell().only(told).equals(row.cell())) {
                        for (Cell cell : block.parts()) {
                            summed.add(unknown(quarter, cell));
                            sum += truth.get(quarter).getOrDefault(cell, 0);
                        }
                    }
                }
            }
            // What the attacker believes of the row is true.
            assertThat(sum).isEqualTo(row.count(Measure.FIRST_OUTING));
            equations.add(summed);
        }
    }

    /** Nor from inequalities, or from knowing how blocks are made: another world looks exactly the same. */
    @Test
    void everyCellBelowFiveCouldBeAnotherNumber() {
        for (int world = 0; world < WORLDS; world++) {
            Map<Cell, Integer> counts = Worlds.counts(new Random(world));
            for (Cell cell : CELLS) {
                int count = counts.getOrDefault(cell, 0);
                if (count > 0 && count < 5) {
                    assertThat(looksTheSameWithAnotherNumberIn(cell, counts))
                            .as("world %d, %s", world, cell)
                            .isTrue();
                }
            }
        }
    }

    private static boolean looksTheSameWithAnotherNumberIn(Cell cell, Map<Cell, Integer> counts) {
        String published = published(counts);
        for (Cell other : CELLS) {
            for (int moved = -4; moved <= 4; moved++) {
                Map<Cell, Integer> changed = new LinkedHashMap<>(counts);
                int here = changed.merge(cell, moved, Integer::sum);
                int there = changed.merge(other, -moved, Integer::sum);
                boolean another = here != counts.getOrDefault(cell, 0) && here >= 0 && there >= 0;
                if (another && published(changed).equals(published)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String published(Map<Cell, Integer> counts) {
        return Suppression.blocks(counts).stream()
                .map(block -> block.cell().order() + " " + block.count())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theAttackFindsWhatIsOnlyLeftOutOfATableWithTotals() {
        Equations equations = new Equations(3);
        equations.add(List.of(0, 1, 2)); // the total
        equations.add(List.of(0)); // two cells that are told; the third one is left out
        equations.add(List.of(1));

        assertThat(equations.determine(2)).isTrue();
    }

    @Test
    void theAttackFindsTheDifferenceOfTwoReports() {
        Equations equations = new Equations(4);
        equations.add(List.of(0, 1, 2));
        equations.add(List.of(0, 1, 2, 3)); // a day later

        assertThat(equations.determine(3)).isTrue();
        assertThat(equations.determine(0)).isFalse();
    }
}
