package fr.passerelle.counsellor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.counsellor.Main;
import fr.passerelle.counsellor.people.DateStyle;
import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.counsellor.people.UnreadableFactException;
import fr.passerelle.model.entitlement.Nationality;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small lists of the kinds that associations keep. */
class RealListsTest {

    private static final Texts TEXTS = Texts.in(Locale.FRENCH, Main.TEXTS);
    private static final Moment MOMENT = new Moment(LocalDate.of(2026, 6, 1), Instant.EPOCH);
    private static final LocalDate BORN = LocalDate.of(2008, 5, 14);

    @TempDir
    private Path folder = Path.of("");

    private Path list(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                Audit.class.getResourceAsStream("/fr/passerelle/counsellor/lists/cases/" + name), name)) {
            return Files.write(folder.resolve(name), bytes.readAllBytes());
        }
    }

    private Audit.Outcome audit(Path list) throws IOException {
        try (InputFile input = InputFile.open(list);
                OutputFile output = OutputFile.begin(folder.resolve("result.csv"), true, List.of(list))) {
            Audit.Outcome outcome = new Audit(MOMENT, TEXTS).run(input, output, Audit.Form.PLAIN);
            output.finish();
            return outcome;
        }
    }

    /** What is known of each person, by the first cell of the row; null of whom nothing can be judged. */
    private Map<String, Facts.@Nullable Known> people(String name, DateStyle dates) throws IOException {
        Map<String, Facts.@Nullable Known> people = new LinkedHashMap<>();
        try (InputFile input = InputFile.open(list(name));
                Table<Fact> table = Table.open(input, Fact.HEADINGS, EnumSet.of(Fact.BORN))) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Facts facts = new Facts();
                for (Fact fact : table.columns().keySet()) {
                    facts.with(fact, table.text(row, fact));
                }
                people.put(row.cell(0), known(facts, dates));
            }
        }
        return people;
    }

    private static Facts.@Nullable Known known(Facts facts, DateStyle dates) {
        try {
            return facts.known(MOMENT, dates);
        } catch (UnreadableFactException unreadable) {
            return null;
        }
    }

    private static @Nullable String department(Facts.@Nullable Known known) {
        var department = Objects.requireNonNull(known).person().department();
        return department == null ? null : department.code();
    }

    @Test
    void readsDatesAsPeopleAndSpreadsheetsWriteThem() throws IOException {
        Map<String, Facts.@Nullable Known> people = people("people-dates.csv", DateStyle.MIXED);

        for (String name : List.of("a", "c", "e", "g", "i", "o", "q", "mercredi 14 mai 2008")) {
            assertThat(people.get(name))
                    .as(name)
                    .extracting(known -> known.person().birthDate())
                    .isEqualTo(BORN);
        }
        assertThat(people.get("k"))
                .extracting(known -> known.person().birthDate())
                .isEqualTo(LocalDate.of(2008, 2, 29));
        assertThat(people.get("m")).isNull();
        assertThat(List.of("g", "i", "o", "q"))
                .extracting(name -> department(people.get(name)))
                .containsExactly("2A", "01", "2A", "75");
    }

    @Test
    void saysThatAMonthFirstDateMakesTheListUncertain() throws IOException {
        Audit.Outcome outcome = audit(list("people-dates.csv"));

        assertThat(outcome.dates()).isEqualTo(DateStyle.MIXED);
        assertThat(outcome.summary().unreadableRows()).isOne();
        assertThat(new SummaryText(outcome, TEXTS).plain()).contains("a le mois en tête");
    }

    @Test
    void judgesNoDateThatCouldBeTwoInAnUncertainList() throws IOException {
        Path list = Files.writeString(
                folder.resolve("x.csv"), "naissance\n04/05/2008\n14/05/2008\n5/14/2008\n05/05/2008\n");

        assertThat(audit(list).summary().unreadableRows()).isEqualTo(2);
    }

    @Test
    void readsAnInstantAsTheDayInFrance() throws IOException {
        Map<String, Facts.@Nullable Known> people = people("people-instants.csv", DateStyle.FRENCH);

        assertThat(people.get("a"))
                .extracting(known -> known.person().birthDate())
                .isEqualTo(BORN);
        assertThat(people.get("b"))
                .extracting(known -> known.person().birthDate())
                .isEqualTo(LocalDate.of(2009, 1, 1));
        Audit.Outcome outcome = audit(list("people-instants.csv"));
        assertThat(outcome.summary().nextDay()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("result.csv"))).contains("lu comme le jour suivant en France");
    }

    @Test
    void readsTerritoriesAndNeverSinksARowForOne() throws IOException {
        Map<String, Facts.@Nullable Known> people = people("people-territory.csv", DateStyle.FRENCH);

        Map<String, @Nullable String> departments = new LinkedHashMap<>();
        people.forEach((name, known) -> departments.put(name, department(known)));
        assertThat(departments)
                .containsEntry("a", "93")
                .containsEntry("c", "93")
                .containsEntry("e", null)
                .containsEntry("g", "20")
                .containsEntry("i", "977")
                .containsEntry("k", "01")
                .containsEntry("m", "93")
                .containsEntry("o", "977")
                .containsEntry("q", "69")
                .containsEntry("s", "2A")
                .containsEntry("u", "93")
                .containsEntry("w", "974")
                .containsEntry("y", "75");
        Audit.Outcome outcome = audit(list("people-territory.csv"));
        assertThat(outcome.summary().unreadableRows()).isZero();
        assertThat(outcome.summary().setAside().values()).containsExactly(2L);
        assertThat(new SummaryText(outcome, TEXTS).plain()).contains("mis de côté : code postal");
        assertThat(Files.readString(folder.resolve("result.csv"))).contains("code postal : doit être un code postal");
    }

    @Test
    void readsNationalitiesAndNeverTakesOneForItsOpposite() throws IOException {
        Map<String, @Nullable Nationality> groups = new LinkedHashMap<>();
        people("people-nationality.csv", DateStyle.FRENCH)
                .forEach((name, known) ->
                        groups.put(name, Objects.requireNonNull(known).person().nationality()));

        for (String free : List.of("a", "c", "e", "i", "k", "o", "q", "w", "y")) {
            assertThat(groups).containsEntry(free, Nationality.EU_EEA_SWISS);
        }
        assertThat(groups)
                .containsEntry("g", Nationality.OTHER)
                .containsEntry("u", Nationality.OTHER)
                .containsEntry("m", null)
                .containsEntry("s", null);
        assertThat(audit(list("people-nationality.csv")).summary().setAside().values())
                .containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people-format-hint.csv",
                "people-title-line.csv",
                "people-commas-in-heading.csv",
                "people-wrong-column.csv"
            })
    void findsTheBirthDatesOf(String name) throws IOException {
        Audit.Outcome outcome = audit(list(name));

        assertThat(outcome.summary().count(Status.ENTITLED)).isOne();
        assertThat(outcome.summary().unreadableRows()).isZero();
        assertThat(people(name, DateStyle.FRENCH).values())
                .extracting(known -> Objects.requireNonNull(known).person().birthDate())
                .containsExactly(BORN);
    }

    @Test
    void doesNotTakeTheDepartmentOfBirthForTheHome() throws IOException {
        assertThat(audit(list("people-format-hint.csv")).columns()).doesNotContain("département");
    }

    @Test
    void tellsWhatWasSetAsideInJsonToo() throws IOException {
        JsonNode json = new SummaryText(audit(list("people-nationality.csv")), TEXTS).json();

        assertThat(json.at("/setAside/NATIONALITY.unknown_nationality").asInt()).isEqualTo(2);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(json.toString())
                        .at("/dates")
                        .asText())
                .isEqualTo("FRENCH");
    }

    @Test
    void letsNoControlCharacterIntoTheResult() throws IOException {
        audit(Files.writeString(
                folder.resolve("x.csv"), "nom;naissance\n\u001b[2Ja\u202eb;14/05/2008\n", StandardCharsets.UTF_8));

        assertThat(Files.readString(folder.resolve("result.csv")))
                .doesNotContain("\u001b", "\u202e")
                .contains("[2Ja b");
    }
}
