package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AttendanceDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.figures.Cell;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Measure;
import fr.passerelle.model.invitation.figures.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody who asks a server for every report that it gives, and holds each against each other one. Whatever the
 * periods and the tables: all of them say what the finest tables of single quarters say, and these have no cell below
 * 5.
 */
class FiguresAttackTest {

    private static final List<Quarter> QUARTERS =
            List.of(new Quarter(2026, 4), new Quarter(2027, 1), new Quarter(2027, 2));
    private static final List<AgeBand> BANDS =
            List.of(AgeBand.UNDER_6, AgeBand.FROM_12_TO_15, AgeBand.FROM_18_TO_25, AgeBand.FROM_60);
    private static final List<Measure> MEASURES = List.of(Measure.LATER_OUTING, Measure.MISSED);

    /** What a report says of one measure, by row. */
    private record Line(String cell, Measure measure) {}

    private static final TestProgramme programme = new TestProgramme();
    private static final TestProgramme.Member theatre = programme.donor("Théâtre");

    /** What really happened, by quarter. */
    private static final Map<Quarter, Map<Line, Integer>> truth = new HashMap<>();

    private static final Map<String, ImpactReport> asked = new HashMap<>();

    @BeforeAll
    static void season() {
        Random random = new Random(9);
        for (Quarter quarter : QUARTERS) {
            Instant first = Instant.parse(quarter.firstDay() + "T08:00:00Z");
            programme.clock.set(first.isBefore(TestProgramme.START) ? TestProgramme.START : first);
            quarter(quarter, random);
        }
        programme.clock.set(Instant.parse("2027-07-12T08:00:00Z"));
        programme.server.runJobs();
    }

    @AfterAll
    static void stop() {
        programme.close();
    }

    private static void quarter(Quarter quarter, Random random) {
        programme.session(theatre, quarter.toString());
        Allotment places = programme.give(
                theatre, AllotmentDraft.of(quarter.toString(), 1_000).build());
        List<Runnable> evening = new ArrayList<>();
        for (String department : List.of("13", "69", "93")) {
            for (StructureKind kind : List.of(StructureKind.HOUSING, StructureKind.DISABILITY)) {
                TestProgramme.Member home = structure(department, kind);
                for (AgeBand band : BANDS) {
                    int people = random.nextBoolean() ? 1 + random.nextInt(4) : random.nextInt(16);
                    if (people > 0) {
                        boolean came = random.nextInt(3) > 0;
                        BookingDraft draft = BookingDraft.of(places, Party.of(people, band));
                        assertThat(TestProgramme.book(home, draft).status()).isEqualTo(201);
                        evening.add(() -> home.api()
                                .put(
                                        "/v1/bookings/" + draft.id() + "/attendance",
                                        AttendanceDraft.of(draft.id(), came ? people : 0)));
                        Measure measure = came ? Measure.LATER_OUTING : Measure.MISSED;
                        truth.computeIfAbsent(quarter, none -> new HashMap<>())
                                .put(new Line(name(new Cell(department, kind, band)), measure), people);
                    }
                }
            }
        }
        programme.clock.advance(Duration.ofDays(3).plusHours(1));
        evening.forEach(Runnable::run);
    }

    private static TestProgramme.Member structure(String department, StructureKind kind) {
        StructureDraft draft = StructureDraft.builder()
                .name("Maison")
                .kind(kind)
                .department(department)
                .people(40)
                .build();
        programme.operator.put("/v1/structures/" + draft.id(), draft);
        return programme.member(InvitationRole.STRUCTURE, draft.id());
    }

    private static String name(Cell cell) {
        return cell.department() + " " + cell.kind() + " " + cell.band();
    }

    private static ImpactReport report(Quarter from, Quarter to, Set<Cell.Dimension> told) {
        String words = told.stream().map(Enum::name).collect(Collectors.joining(","));
        return asked.computeIfAbsent(
                "/v1/impact?from=" + from + "&to=" + to + "&told=" + words,
                path -> programme.operator.get(path).as(ImpactReport.class));
    }

    private static Map<Line, Integer> lines(ImpactReport report) {
        Map<Line, Integer> lines = new HashMap<>();
        for (ImpactReport.Row row : report.rows()) {
            row.counts().forEach((measure, count) -> lines.put(new Line(name(row.cell()), measure), count));
        }
        return lines;
    }

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

    /** So the difference of two periods is another period that can be asked for, and a total is a sum of rows. */
    @Test
    void everyReportIsTheSumOfTheFinestTablesOfItsQuarters() {
        int reports = 0;
        for (int from = 0; from < QUARTERS.size(); from++) {
            for (int to = from; to < QUARTERS.size(); to++) {
                for (Set<Cell.Dimension> told : tables()) {
                    Map<Line, Integer> summed = new HashMap<>();
                    for (Quarter quarter : QUARTERS.subList(from, to + 1)) {
                        for (ImpactReport.Row row : finest(quarter).rows()) {
                            Cell cell = new Cell(
                                    told.contains(Cell.Dimension.DEPARTMENT)
                                            ? row.cell().department()
                                            : null,
                                    told.contains(Cell.Dimension.KIND)
                                            ? row.cell().kind()
                                            : null,
                                    told.contains(Cell.Dimension.AGE_BAND)
                                            ? row.cell().band()
                                            : null);
                            row.counts()
                                    .forEach((measure, count) ->
                                            summed.merge(new Line(name(cell), measure), count, Integer::sum));
                        }
                    }
                    assertThat(lines(report(QUARTERS.get(from), QUARTERS.get(to), told)))
                            .as("%s to %s by %s", from, to, told)
                            .isEqualTo(summed);
                    reports++;
                }
            }
        }
        assertThat(reports).isEqualTo(48);
    }

    private static ImpactReport finest(Quarter quarter) {
        return report(quarter, quarter, new TreeSet<>(Set.of(Cell.Dimension.values())));
    }

    @Test
    void noRowOfAFinestTableIsBelowFiveAndNoneHidesOneCellAlone() {
        int small = 0;
        for (Quarter quarter : QUARTERS) {
            Map<Line, Integer> told = lines(finest(quarter));
            for (Measure measure : MEASURES) {
                Map<String, Integer> hidden = new TreeMap<>();
                happened(quarter).forEach((line, count) -> {
                    if (line.measure() == measure && !told.containsKey(line)) {
                        hidden.put(line.cell(), count);
                    }
                });
                for (Map.Entry<String, Integer> cell : hidden.entrySet()) {
                    small += cell.getValue() < 5 ? 1 : 0;
                }
                told.forEach((line, count) -> {
                    Integer real = happened(quarter).get(line);
                    if (line.measure() == measure && real != null) {
                        assertThat(count)
                                .as(quarter + " " + line)
                                .isEqualTo(real)
                                .isGreaterThanOrEqualTo(5);
                    } else if (line.measure() == measure) {
                        String within = line.cell().replace("null", ".*");
                        assertThat(count).isGreaterThanOrEqualTo(10);
                        assertThat(hidden.keySet().stream().filter(cell -> cell.matches(within)))
                                .as(quarter + " " + line)
                                .hasSizeGreaterThan(1);
                    }
                });
                int toldOfAll = sum(told, measure);
                int all = sum(happened(quarter), measure);
                // What is not told at all is not the difference to a total either: no total has it.
                assertThat(all - toldOfAll).isBetween(0, 9);
            }
        }
        assertThat(small).isGreaterThan(20);
    }

    private static Map<Line, Integer> happened(Quarter quarter) {
        return Objects.requireNonNull(truth.get(quarter));
    }

    private static int sum(Map<Line, Integer> lines, Measure measure) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().measure() == measure)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Test
    void commaSeparatedValuesSayTheSame() {
        ImpactReport report = finest(QUARTERS.get(0));
        int inCsv = report.csv()
                .lines()
                .skip(1)
                .flatMap(line -> List.of(line.split(",", -1)).stream().skip(3))
                .filter(count -> !count.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();

        assertThat(inCsv)
                .isEqualTo(lines(report).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /** A period shifted by a day would tell that day. */
    @Test
    void aPeriodIsWholeQuartersThatAreCounted() {
        for (String period : List.of(
                "from=2026-10-02&to=2026-12-31",
                "from=2026-10&to=2026-12",
                "from=2026-Q4&to=2027-03-31",
                "from=2026-Q4",
                "from=2027-Q1&to=2026-Q4",
                "from=2026-Q4&to=2027-Q3",
                "from=2026-Q4&to=2027-Q1&told=SESSION")) {
            assertThat(programme
                            .operator
                            .nonsense("GET", "/v1/impact?" + period, null)
                            .status())
                    .as(period)
                    .isEqualTo(422);
        }
    }

    @Test
    void whatIsToldLateChangesNoReport() {
        String before =
                programme.operator.get("/v1/impact?from=2027-Q2&to=2027-Q2").text();
        Api.Result booked = theatre.api().get("/v1/sessions");
        String session = "";
        for (var each : booked.body().path("items")) {
            session = each.path("id").asText();
        }
        theatre.api().put("/v1/sessions/" + session + "/cancellation");
        programme.server.runJobs();

        assertThat(programme.operator.get("/v1/impact?from=2027-Q2&to=2027-Q2").text())
                .isEqualTo(before);
    }

    @Test
    void onlyTheOperatorIsTold() {
        for (Api api :
                List.of(theatre.api(), structure("69", StructureKind.HOUSING).api())) {
            assertThat(api.get("/v1/impact?from=2026-Q4&to=2026-Q4").status()).isEqualTo(403);
        }
    }
}
