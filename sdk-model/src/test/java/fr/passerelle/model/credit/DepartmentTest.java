package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.rule.RuleViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentTest {

    @ParameterizedTest
    @CsvSource({
        "971, America/Guadeloupe",
        "972, America/Martinique",
        "973, America/Cayenne",
        "974, Indian/Reunion",
        "975, America/Miquelon",
        "976, Indian/Mayotte",
        "977, America/St_Barthelemy",
        "978, America/Guadeloupe",
        "986, Pacific/Wallis",
        "987, Pacific/Tahiti",
        "988, Pacific/Noumea",
        "989, Pacific/Pitcairn",
        "984, Europe/Paris",
        "01, Europe/Paris",
        "2A, Europe/Paris",
        "95, Europe/Paris"
    })
    void keepsItsOwnClock(String code, String zone) {
        assertThat(new Department(code).zone().getId()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "75011, 75",
        "01000, 01",
        "20000, 20",
        "97110, 971",
        "97133, 977",
        "97150, 978",
        "97500, 975",
        "97600, 976",
        "98600, 986",
        "98800, 988"
    })
    void isReadFromAPostalCode(String postalCode, String code) {
        assertThat(Department.ofPostalCode(postalCode).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "96", "1", "970", "979", "2C", "999", "75 ", "2a"})
    void refusesAnUnknownDepartment(String code) {
        assertThatThrownBy(() -> new Department(code))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageStartingWith("departmentCode: must be a French department");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7501", "750111", "7501A", "00100", "99123", "75-01", "٧٥٠١١"})
    void refusesAMalformedPostalCode(String postalCode) {
        assertThatThrownBy(() -> Department.ofPostalCode(postalCode))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageStartingWith("postalCode: must be 5 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"96000", "97000", "98000", "98500"})
    void refusesAPostalCodeOfNoDepartment(String postalCode) {
        assertThatThrownBy(() -> Department.ofPostalCode(postalCode))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageStartingWith("postalCode: must be a French department");
    }
}
