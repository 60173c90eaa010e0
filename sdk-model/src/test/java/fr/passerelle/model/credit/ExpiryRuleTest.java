package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryRuleTest {

    @ParameterizedTest
    @CsvSource({
        "GRANT_18_V1, 2001-06-01, 2019-03-01T10:00:00Z, 2021-03-01T10:00:00Z",
        "GRANT_18_V1, 2001-06-01, 2020-02-29T09:00:00Z, 2022-02-28T09:00:00Z",
        "GRANT_18_V1, 2002-06-01, 2021-05-20T21:59:59Z, 2023-05-20T21:59:59Z",
        "GRANT_18_V2, 2003-01-15, 2021-05-20T22:00:00Z, 2023-05-20T22:00:00Z",
        "GRANT_18_V2, 2004-01-15, 2022-11-15T23:59:59Z, 2024-11-15T23:59:59Z",
        "GRANT_18_V2, 2004-01-15, 2022-11-16T00:00:00Z, 2024-11-16T22:59:59.999999Z",
        "GRANT_18_V2, 2005-01-15, 2023-05-31T23:59:59Z, 2025-06-01T21:59:59.999999Z",
        "GRANT_18_V2, 2005-01-15, 2023-06-01T00:00:00Z, 2025-06-01T23:59:59.999999Z",
        "GRANT_18_V2, 2006-06-10, 2024-02-29T12:00:00Z, 2026-02-28T23:59:59.999999Z",
        "GRANT_18_V2, 2007-01-10, 2025-02-28T22:59:59Z, 2027-02-28T23:59:59.999999Z",
        "GRANT_18_V2, 2007-01-10, 2025-02-28T23:00:00Z, 2028-01-10T11:00:00Z",
        "GRANT_15_17, 2006-02-28, 2022-02-01T10:00:00Z, 2024-02-28T00:00:00Z",
        "GRANT_15_17, 2008-02-29, 2024-02-01T10:00:00Z, 2026-02-28T00:00:00Z",
        "GRANT_15_17, 2008-02-29, 2025-03-10T10:00:00Z, 2029-02-28T11:00:00Z",
        "GRANT_17_18, 2008-01-10, 2026-01-12T10:00:00Z, 2029-01-10T11:00:00Z",
        "GRANT_FREE, 2010-06-10, 2026-02-01T10:00:00Z, 2031-06-10T11:00:00Z"
    })
    void endsByTheFormulaOfItsTime(Scheme scheme, LocalDate birth, Instant grantedAt, Instant expiry) {
        assertThat(ExpiryRule.of(scheme, grantedAt).expiry(birth, grantedAt, Interpretation.SERVER))
                .isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-09-05T09:00:00Z, TWO_YEARS_END_OF_PARIS_DAY, 2024-09-05T21:59:59.999999Z",
        "2022-09-05T09:00:00Z, TWO_YEARS_END_OF_UTC_DAY, 2024-09-05T23:59:59.999999Z"
    })
    void computesWhatTheServersOwnTestsAssert(Instant grantedAt, ExpiryRule.Formula formula, Instant expiry) {
        ExpiryRule rule = ExpiryRule.table().stream()
                .filter(row -> row.formula() == formula)
                .findFirst()
                .orElseThrow();

        assertThat(rule.expiry(LocalDate.of(2004, 1, 1), grantedAt, Interpretation.SERVER))
                .isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-01-10, 2029-01-09T23:00:00Z",
        "2008-07-10, 2029-07-09T22:00:00Z",
        "2008-02-29, 2029-02-28T23:00:00Z"
    })
    void endsOnTheEveOfTwentyOneByLaw(LocalDate birth, Instant expiry) {
        Instant grantedAt = Instant.parse("2026-08-12T10:00:00Z");

        assertThat(ExpiryRule.of(Scheme.GRANT_17_18, grantedAt).expiry(birth, grantedAt, Interpretation.LAW))
                .isEqualTo(expiry);
    }
}
