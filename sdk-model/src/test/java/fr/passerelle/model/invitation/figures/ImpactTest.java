package fr.passerelle.model.invitation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.StructureKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final Quarter SPRING = new Quarter(2026, 2);
    private static final Instant AFTER = Instant.parse("2026-07-01T08:00:00Z");
    private static final Set<Cell.Dimension> ALL = Set.of(Cell.Dimension.values());

    private static Impact.Fact fact(String department, AgeBand band, Measure measure, int count) {
        return new Impact.Fact(SPRING, department, StructureKind.HOUSING, band, measure, count);
    }

    private static List<String> rows(ImpactReport report) {
        return report.rows().stream()
                .map(row -> row.cell().order() + " " + row.counts())
                .toList();
    }

    @Test
    void aSmallCellIsMergedWithItsSmallestNeighbour() {
        ImpactReport report = Impact.of(List.of(
                        fact("69", AgeBand.UNDER_6, Measure.FIRST_OUTING, 30),
                        fact("69", AgeBand.FROM_12_TO_15, Measure.FIRST_OUTING, 12),
                        fact("69", AgeBand.FROM_60, Measure.FIRST_OUTING, 3)))
                .report(SPRING, SPRING, ALL, AFTER);

        assertThat(rows(report))
                .containsExactly("69 HOUSING UNDER_6 {FIRST_OUTING=30}", "69 HOUSING ~ {FIRST_OUTING=15}");
        assertThat(report.attended()).isEqualTo(45);
    }

    @Test
    void aDepartmentThatIsSmallIsMergedWithAnother() {
        ImpactReport report = Impact.of(List.of(
                        fact("13", AgeBand.UNDER_6, Measure.MISSED, 2),
                        fact("69", AgeBand.UNDER_6, Measure.MISSED, 20),
                        fact("93", AgeBand.UNDER_6, Measure.MISSED, 40)))
                .report(SPRING, SPRING, Set.of(Cell.Dimension.DEPARTMENT), AFTER);

        assertThat(rows(report)).containsExactly("93 ~ ~ {MISSED=40}", "~ ~ ~ {MISSED=22}");
    }

    @Test
    void fewerThanTenInAllAreNotTold() {
        assertThat(Impact.of(List.of(
                                fact("13", AgeBand.UNDER_6, Measure.MISSED, 2),
                                fact("69", AgeBand.UNDER_6, Measure.MISSED, 5)))
                        .report(SPRING, SPRING, ALL, AFTER)
                        .rows())
                .isEmpty();
    }

    @Test
    void everyPlaceEndsInOneMeasure() {
        ImpactReport report = Impact.of(List.of(
                        fact("69", AgeBand.NOT_SAID, Measure.FIRST_OUTING, 100),
                        fact("69", AgeBand.NOT_SAID, Measure.LATER_OUTING, 50),
                        fact("69", AgeBand.NOT_SAID, Measure.MISSED, 20),
                        fact("69", AgeBand.NOT_SAID, Measure.REALLOCATED, 15),
                        fact("69", AgeBand.NOT_SAID, Measure.RETURNED, 12),
                        fact("69", AgeBand.NOT_SAID, Measure.NOT_CONFIRMED, 11),
                        fact("69", AgeBand.NOT_SAID, Measure.NOT_ASKED, 10)))
                .report(SPRING, SPRING, Set.of(), AFTER);

        assertThat(report.attended()).isEqualTo(150);
        assertThat(report.booked()).isEqualTo(170);
        assertThat(report.givenBack()).isEqualTo(27);
        assertThat(report.offered()).isEqualTo(203);
    }

    @Test
    void noPublishedCountIsBelowFiveAndAllThatIsToldAddsUp() {
        for (int world = 0; world < 2_000; world++) {
            Map<Cell, Integer> counts = Worlds.counts(new Random(world));
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            List<Suppression.Block> blocks = Suppression.blocks(counts);
            int told = blocks.stream().mapToInt(Suppression.Block::count).sum();

            assertThat(blocks).extracting(Suppression.Block::cell).doesNotHaveDuplicates();
            assertThat(blocks)
                    .allSatisfy(block -> assertThat(block.count())
                            .isGreaterThanOrEqualTo(block.parts().size() == 1 ? 5 : 10));
            assertThat(total - told).isLessThan(10);
            assertThat(total - told).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void aQuarterIsToldOnceItIsOver() {
        Impact impact = Impact.of(List.of());

        assertThat(Violations.of(() -> impact.report(SPRING, SPRING, ALL, Instant.parse("2026-06-30T21:00:00Z"))))
                .containsExactly("to after_limit the last quarter that is over");
        assertThat(Violations.of(() -> impact.report(SPRING, new Quarter(2026, 1), ALL, AFTER)))
                .containsExactly("to before_limit from");
    }

    @Test
    void isCommaSeparatedValuesToo() {
        String csv = Impact.of(List.of(
                        fact("69", AgeBand.UNDER_6, Measure.FIRST_OUTING, 30),
                        fact("13", AgeBand.FROM_60, Measure.MISSED, 11)))
                .report(SPRING, SPRING, ALL, AFTER)
                .csv();

        assertThat(csv)
                .isEqualTo("department,kind,age_band,first_outing,later_outing,missed,reallocated,returned,"
                        + "not_confirmed,not_asked,structure_served\r\n"
                        + "13,HOUSING,FROM_60,,,11,,,,,\r\n"
                        + "69,HOUSING,UNDER_6,30,,,,,,,\r\n");
    }

    @Test
    void isJsonToo() throws Exception {
        ImpactReport report = Impact.of(List.of(fact("69", AgeBand.UNDER_6, Measure.FIRST_OUTING, 30)))
                .report(SPRING, SPRING, ALL, AFTER);

        String json = WireJson.mapper().writeValueAsString(report);

        assertThat(WireJson.mapper().readValue(json, ImpactReport.class)).isEqualTo(report);
        assertThat(json)
                .isEqualTo(
                        "{\"from\":\"2026-Q2\",\"to\":\"2026-Q2\",\"told\":[\"DEPARTMENT\",\"KIND\",\"AGE_BAND\"],\"rows\":[{\"cell\":"
                                + "{\"department\":\"69\",\"kind\":\"HOUSING\",\"band\":\"UNDER_6\"},\"counts\":"
                                + "{\"FIRST_OUTING\":30}}]}");
    }
}
