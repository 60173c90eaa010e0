package fr.passerelle.model.invitation.figures;

import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.StructureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Small made-up worlds of facts: two departments, two kinds, three age bands, three quarters. */
final class Worlds {

    static final List<String> DEPARTMENTS = List.of("13", "69");
    static final List<StructureKind> KINDS = List.of(StructureKind.ELDERLY, StructureKind.HOUSING);
    static final List<AgeBand> BANDS = List.of(AgeBand.UNDER_6, AgeBand.FROM_12_TO_15, AgeBand.FROM_60);
    static final List<Quarter> QUARTERS = List.of(new Quarter(2026, 1), new Quarter(2026, 2), new Quarter(2026, 3));
    static final Instant LATER = Instant.parse("2026-10-01T00:00:00Z");

    private Worlds() {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String department : DEPARTMENTS) {
            for (StructureKind kind : KINDS) {
                BANDS.forEach(band -> cells.add(new Cell(department, kind, band)));
            }
        }
        return cells;
    }

    /** Counts of one quarter; most are small. */
    static Map<Cell, Integer> counts(Random random) {
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        int size = 1 + random.nextInt(25);
        cells().forEach(cell -> counts.put(cell, random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(size)));
        return counts;
    }

    static List<Impact.Fact> facts(Quarter quarter, Map<Cell, Integer> counts) {
        List<Impact.Fact> facts = new ArrayList<>();
        counts.forEach((cell, count) -> facts.add(new Impact.Fact(
                quarter,
                Objects.requireNonNull(cell.department()),
                Objects.requireNonNull(cell.kind()),
                Objects.requireNonNull(cell.band()),
                Measure.FIRST_OUTING,
                count)));
        return facts;
    }
}
