package fr.passerelle.model.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what at which instant: the tables of rule book 1.1 and 1.4 to 1.7. */
class EligibilityTest {

    static Entitlement ask(String birth, @Nullable String department, String at) {
        return Eligibility.of(
                Person.born(LocalDate.parse(birth)).departmentCode(department).build(), Instant.parse(at));
    }

    private static void assertResponse(Entitlement entitlement, @Nullable String scheme, long euros, Reason reason) {
        assertThat(entitlement.reason()).isEqualTo(reason);
        assertThat(entitlement.scheme() == null ? null : entitlement.scheme().name())
                .isEqualTo(scheme);
        assertThat(entitlement.amount()).isEqualTo(Price.cents(euros * 100));
    }

    @ParameterizedTest
    @CsvSource({
        // R0, the experiment
        "2000-12-15, 93, 2019-01-31T22:59:59Z, , 0, SCHEME_NOT_OPEN_FOR_AGE",
        "2000-12-15, 93, 2019-01-31T23:00:00Z, GRANT_18_V1, 500, NEW_GRANT",
        "2000-12-15, 08, 2019-06-05T21:59:59Z, , 0, TERRITORY_NOT_IN_EXPERIMENT",
        "2000-12-15, 08, 2019-06-05T22:00:00Z, GRANT_18_V1, 500, NEW_GRANT",
        "2002-06-15, 93, 2019-07-01T00:00:00Z, , 0, TOO_YOUNG",
        "2001-09-01, 93, 2020-08-31T23:59:59Z, GRANT_18_V1, 500, NEW_GRANT",
        "2001-09-01, 93, 2020-09-01T00:00:00Z, , 0, TOO_OLD",
        "2003-01-15, 94, 2021-05-20T21:59:59Z, GRANT_18_V1, 500, NEW_GRANT",
        // R1, everywhere
        "2003-01-15, 94, 2021-05-20T22:00:00Z, GRANT_18_V2, 300, NEW_GRANT",
        "2003-01-15, 95, 2021-05-20T22:00:00Z, GRANT_18_V2, 300, NEW_GRANT",
        "2003-01-15, 988, 2021-09-01T00:00:00Z, , 0, TERRITORY_EXCLUDED",
        "2003-01-15, 984, 2021-09-01T00:00:00Z, , 0, TERRITORY_EXCLUDED",
        "2003-01-15, 978, 2021-09-01T00:00:00Z, GRANT_18_V2, 300, NEW_GRANT",
        "2004-07-01, 75, 2021-09-01T00:00:00Z, , 0, TOO_YOUNG",
        // the margin of eleven hours came in December 2021
        "2002-12-10, 75, 2021-12-10T00:00:00Z, , 0, TOO_OLD",
        "2002-12-16, 75, 2021-12-16T10:59:59Z, GRANT_18_V2, 300, NEW_GRANT",
        "2002-12-16, 75, 2021-12-16T11:00:00Z, , 0, TOO_OLD",
        // R2, step by step
        "2004-06-01, , 2022-01-09T23:59:59Z, , 0, SCHEME_NOT_OPEN_FOR_AGE",
        "2004-06-01, , 2022-01-10T00:00:00Z, GRANT_15_17, 30, NEW_GRANT",
        "2005-06-01, , 2022-01-19T23:59:59Z, , 0, SCHEME_NOT_OPEN_FOR_AGE",
        "2005-06-01, , 2022-01-20T00:00:00Z, GRANT_15_17, 30, NEW_GRANT",
        "2006-06-01, , 2022-01-31T00:00:00Z, GRANT_15_17, 20, NEW_GRANT",
        "2004-01-08, , 2022-01-02T23:59:59Z, , 0, SCHEME_NOT_OPEN_FOR_AGE",
        "2004-01-08, , 2022-01-03T00:00:00Z, GRANT_15_17, 30, NEW_GRANT",
        "2006-01-30, , 2022-01-03T00:00:00Z, GRANT_15_17, 20, NEW_GRANT",
        "2004-01-31, , 2022-01-03T00:00:00Z, , 0, SCHEME_NOT_OPEN_FOR_AGE",
        "2008-06-01, , 2023-05-31T23:59:59Z, , 0, TOO_YOUNG",
        "2008-06-01, , 2023-06-01T00:00:00Z, GRANT_15_17, 20, NEW_GRANT",
        // ages on the clock of the department, windows still in UTC
        "2007-02-01, 974, 2025-01-31T19:59:59Z, GRANT_15_17, 30, NEW_GRANT",
        "2007-02-01, 974, 2025-01-31T20:00:00Z, GRANT_18_V2, 300, NEW_GRANT",
        "2007-02-01, 973, 2025-02-01T03:00:00Z, GRANT_18_V2, 300, NEW_GRANT",
        "2010-02-01, 974, 2025-01-31T20:00:00Z, , 0, TOO_YOUNG",
        "2006-02-01, 974, 2025-02-01T10:59:59Z, GRANT_18_V2, 300, NEW_GRANT",
        "2006-02-01, 974, 2025-02-01T11:00:00Z, , 0, TOO_OLD",
        // windows on that clock too
        "2010-02-20, 974, 2025-02-19T20:00:00Z, GRANT_15_17, 20, NEW_GRANT",
        "2006-02-20, 974, 2025-02-19T19:59:59Z, GRANT_18_V2, 300, NEW_GRANT",
        "2006-02-20, 974, 2025-02-19T20:00:00Z, , 0, TOO_OLD",
        // R3 and R4
        "2007-01-10, 75, 2025-02-28T23:59:59Z, GRANT_18_V2, 300, NEW_GRANT",
        "2007-01-10, 75, 2025-03-01T00:00:00Z, GRANT_17_18, 150, NEW_GRANT",
        "2009-06-10, 75, 2025-02-28T23:59:59Z, GRANT_15_17, 20, NEW_GRANT",
        "2009-06-10, 75, 2025-03-01T00:00:00Z, , 0, TOO_YOUNG",
        "2009-06-10, 75, 2025-11-30T23:59:59Z, , 0, TOO_YOUNG",
        "2009-06-10, 75, 2025-12-01T00:00:00Z, GRANT_FREE, 0, FREE_OFFERS_ONLY",
        "2011-06-10, 75, 2025-12-01T00:00:00Z, , 0, TOO_YOUNG"
    })
    void followsTheRegimesInTime(
            String birth, @Nullable String department, String at, @Nullable String scheme, long euros, Reason reason) {
        assertResponse(ask(birth, department, at), scheme, euros, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "75, 2026-07-13T22:00:00Z",
        "2B, 2026-07-13T22:00:00Z",
        "971, 2026-07-14T04:00:00Z",
        "972, 2026-07-14T04:00:00Z",
        "973, 2026-07-14T03:00:00Z",
        "974, 2026-07-13T20:00:00Z",
        "975, 2026-07-14T02:00:00Z",
        "976, 2026-07-13T21:00:00Z",
        "977, 2026-07-14T04:00:00Z",
        "978, 2026-07-14T04:00:00Z",
        "986, 2026-07-13T12:00:00Z",
        "988, 2026-07-13T13:00:00Z"
    })
    void birthdaysBeginAtTheMidnightOfTheDepartment(String department, Instant midnight) {
        assertThat(at("2009-07-14", department, midnight.minusSeconds(1))).isEqualTo(Reason.FREE_OFFERS_ONLY);
        assertThat(at("2009-07-14", department, midnight)).isEqualTo(Reason.NEW_GRANT);
        assertThat(at("2007-07-14", department, midnight.minusSeconds(1))).isEqualTo(Reason.NEW_GRANT);
        assertThat(at("2007-07-14", department, midnight)).isEqualTo(Reason.TOO_OLD);
        assertThat(at("2011-07-14", department, midnight.minusSeconds(1))).isEqualTo(Reason.TOO_YOUNG);
        assertThat(at("2011-07-14", department, midnight)).isEqualTo(Reason.FREE_OFFERS_ONLY);
    }

    private static Reason at(String birth, String department, Instant at) {
        return ask(birth, department, at.toString()).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "988, 98800, 2025-11-30T23:59:59Z, TERRITORY_EXCLUDED",
        "988, 98800, 2025-12-01T00:00:00Z, NEW_GRANT",
        "988, 98860, 2025-01-20T23:59:59Z, TERRITORY_EXCLUDED",
        "988, 98860, 2025-01-21T00:00:00Z, INELIGIBLE_POSTAL_CODE",
        "988, 98820, 2026-01-21T00:00:00Z, INELIGIBLE_POSTAL_CODE",
        ", 98885, 2026-01-21T00:00:00Z, INELIGIBLE_POSTAL_CODE",
        ", 98713, 2026-01-21T00:00:00Z, TERRITORY_EXCLUDED",
        ", 98600, 2026-01-21T00:00:00Z, NEW_GRANT",
        ", 97133, 2026-01-21T00:00:00Z, NEW_GRANT"
    })
    void whereOneLivesDecidesByDate(@Nullable String department, String postalCode, Instant at, Reason reason) {
        Person person = Person.born(LocalDate.of(2007, 6, 10))
                .departmentCode(department)
                .postalCode(postalCode)
                .build();

        assertThat(Eligibility.of(person, at).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, 2025-02-10, 2026-02-10T12:00:00Z, RESIDENCY_UNDER_ONE_YEAR",
        "OTHER, 2025-02-10, 2026-02-10T23:00:00Z, NEW_GRANT",
        ", 2025-06-01, 2026-02-10T12:00:00Z, RESIDENCY_UNDER_ONE_YEAR",
        "EU_EEA_SWISS, 2025-06-01, 2026-02-10T12:00:00Z, NEW_GRANT",
        "OTHER, , 2026-02-10T12:00:00Z, NEW_GRANT",
        "OTHER, 2024-02-29, 2025-03-01T12:00:00Z, NEW_GRANT"
    })
    void othersMustHaveLivedInFranceForMoreThanAYear(
            @Nullable Nationality nationality, @Nullable LocalDate since, Instant at, Reason reason) {
        Person person = Person.born(LocalDate.of(2007, 9, 10))
                .departmentCode("75")
                .nationality(nationality)
                .residentSince(since)
                .build();

        assertThat(Eligibility.of(person, at).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, EU_EEA_SWISS",
        "de, EU_EEA_SWISS",
        "EU_EEA_SWISS, EU_EEA_SWISS",
        "EU/EEA/CH, EU_EEA_SWISS",
        "non-EU, OTHER",
        "DZ, OTHER",
        "OTHER, OTHER",
        "third country, OTHER"
    })
    void nationalitiesFormTwoGroups(String text, Nationality group) {
        assertThat(Nationality.of(text)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-28T23:30:00Z, 2007-01-10, GRANT_17_18, 150",
        "2025-06-01T00:00:00Z, 2009-01-10, GRANT_FREE, 0",
        "2022-01-02T00:00:00Z, 2006-06-01, GRANT_15_17, 20"
    })
    void theLawMayReadOtherwiseAndTheResponseSaysSo(Instant at, LocalDate birth, String scheme, long euros) {
        Person person = Person.born(birth).departmentCode("75").build();

        Entitlement law = Eligibility.of(person, at, Interpretation.LAW);

        assertThat(Objects.requireNonNull(law.scheme()).name()).isEqualTo(scheme);
        assertThat(law.amount()).isEqualTo(Price.cents(euros * 100));
        assertThat(law.otherReadingDiffersIn()).contains("scheme");
        assertThat(Eligibility.of(person, at).otherReadingDiffersIn()).isEqualTo(law.otherReadingDiffersIn());
    }

    @Test
    void aLeapDayIsKeptOnTheFirstOfMarchByLawOnly() {
        Person person =
                Person.born(LocalDate.of(2008, 2, 29)).departmentCode("75").build();
        Instant lastOfFebruary = Instant.parse("2026-02-28T12:00:00Z");

        assertThat(Eligibility.of(person, lastOfFebruary).amount()).isEqualTo(Price.euros("150"));
        assertThat(Eligibility.of(person, lastOfFebruary, Interpretation.LAW).amount())
                .isEqualTo(Price.euros("50"));
    }
}
