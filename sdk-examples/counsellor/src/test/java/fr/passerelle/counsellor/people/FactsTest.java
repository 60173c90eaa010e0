package fr.passerelle.counsellor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final Moment MOMENT = new Moment(LocalDate.of(2026, 6, 1), Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"1, 01", "93 - Seine-Saint-Denis, 93", "2a, 2A", "Ain (01), 01", "976, 976"})
    void readsADepartmentAsListsWriteIt(String said, String code) {
        var person = new Facts()
                .with(Fact.BORN, "2008-05-14")
                .with(Fact.DEPARTMENT, said)
                .person(MOMENT);

        assertThat(person.departmentCode()).isEqualTo(code);
    }

    @Test
    void putsBackTheZeroThatASpreadsheetDropped() {
        var person = new Facts()
                .with(Fact.BORN, "2008-05-14")
                .with(Fact.POSTAL_CODE, "1000")
                .person(MOMENT);

        assertThat(Objects.requireNonNull(person.department()).code()).isEqualTo("01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Date de naissance", "DATE_DE_NAISSANCE", "date  de Naissance ", "Né(e) le", "DoB", "birthDate"})
    void findsTheColumnOfBirthDates(String heading) {
        assertThat(Fact.HEADINGS.columnOf(heading)).contains(Fact.BORN);
    }

    @Test
    void leavesARegistrationElsewhereAlone() {
        assertThat(Fact.HEADINGS.columnOf("Date d'inscription")).isEmpty();
        assertThat(Fact.HEADINGS.columnOf("Date d’inscription pass Culture")).contains(Fact.REGISTERED);
    }

    @Test
    void keepsWhatWasSaidOutOfMessages() {
        Facts facts = new Facts().with(Fact.BORN, "31/02/2008");

        assertThat(facts).asString().doesNotContain("2008");
        assertThatThrownBy(() -> facts.person(MOMENT))
                .isInstanceOf(UnreadableFactException.class)
                .message()
                .doesNotContain("2008");
    }
}
