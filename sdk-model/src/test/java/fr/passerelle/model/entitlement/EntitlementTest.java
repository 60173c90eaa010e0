package fr.passerelle.model.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands around a response: assumptions, steps, what comes next; and what is refused as a question. */
class EntitlementTest {

    private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2012-05-01, 2027-04-30T22:00:00Z, TURNS_15",
        "2010-05-01, 2027-04-30T22:00:00Z, TURNS_17",
        "2008-05-01, 2026-04-30T22:00:00Z, TURNS_18",
        "2007-05-01, 2026-04-30T22:00:00Z, TURNS_19"
    })
    void saysWhenItChangesAndWhy(LocalDate birth, Instant at, Change.Why why) {
        Person person = Person.born(birth).departmentCode("75").build();

        assertThat(Eligibility.of(person, NOW).nextChange()).isEqualTo(new Change(at, why));
    }

    @Test
    void nothingChangesAnyMoreForThoseWhoAreTooOld() {
        assertThat(Eligibility.of(Person.born(LocalDate.of(1990, 1, 1)).build(), NOW)
                        .nextChange())
                .isNull();
    }

    @Test
    void aCreditAnnouncesItsEnd() {
        Instant end = Instant.parse("2027-01-20T23:59:59.999999Z");
        Person holder = Person.born(LocalDate.of(2006, 2, 1))
                .departmentCode("75")
                .addExistingGrants(Grant.builder()
                        .scheme(Scheme.GRANT_18_V2)
                        .amount(Price.euros("300"))
                        .spent(Price.euros("120"))
                        .grantedAt(Instant.parse("2025-01-20T10:00:00Z"))
                        .expiresAt(end)
                        .build())
                .build();

        Entitlement entitlement = Eligibility.of(holder, NOW);

        assertThat(entitlement.reason()).isEqualTo(Reason.ACTIVE);
        assertThat(Objects.requireNonNull(entitlement.remaining()).all()).isEqualTo(Price.euros("180"));
        assertThat(entitlement.nextChange()).isEqualTo(new Change(end, Change.Why.CREDIT_ENDS));
    }

    @Test
    void theDayOfTheYearOfResidenceIsAnnounced() {
        Person person = Person.born(LocalDate.of(2008, 1, 10))
                .departmentCode("75")
                .nationality(Nationality.OTHER)
                .residentSince(LocalDate.of(2025, 6, 1))
                .build();

        assertThat(Eligibility.of(person, NOW).nextChange())
                .isEqualTo(new Change(Instant.parse("2026-06-01T22:00:00Z"), Change.Why.RESIDENT_FOR_MORE_THAN_A_YEAR));
    }

    @Test
    void whatWasNotSaidIsAssumedAloud() {
        Person unknown = Person.born(LocalDate.of(2008, 1, 10)).build();
        Person known = Person.born(LocalDate.of(2008, 1, 10))
                .departmentCode("988")
                .nationality(Nationality.EU_EEA_SWISS)
                .firstRegistration(Instant.parse("2026-02-01T10:00:00Z"))
                .build();

        assertThat(Eligibility.of(unknown, NOW).assumptions())
                .containsExactlyInAnyOrder(
                        Assumption.STEPS_COMPLETED,
                        Assumption.REGISTERS_NOW,
                        Assumption.NOTHING_GRANTED_BEFORE,
                        Assumption.LIVES_IN_COVERED_TERRITORY,
                        Assumption.RESIDENT_FOR_MORE_THAN_A_YEAR);
        assertThat(Eligibility.of(known, NOW).assumptions())
                .containsExactlyInAnyOrder(
                        Assumption.STEPS_COMPLETED,
                        Assumption.NOTHING_GRANTED_BEFORE,
                        Assumption.LIVES_IN_SOUTH_PROVINCE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T10:00:00Z, 2008-06-01, FIRST_DIGITAL_CEILINGS",
        "2025-02-28T23:30:00Z, 2007-01-10, HOUR_OF_THE_REFORM",
        "2022-11-20T10:00:00Z, 2004-09-10, APPROXIMATE_DATE_OF_RULE",
        "2023-05-28T10:00:00Z, 2004-09-10, APPROXIMATE_DATE_OF_RULE"
    })
    void doubtsAboutDatesAreNamed(Instant at, LocalDate birth, Assumption assumption) {
        assertThat(Eligibility.of(Person.born(birth).build(), at).assumptions()).contains(assumption);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05-01, EMAIL PROFILE",
        "2008-05-01, EMAIL PROFILE IDENTITY_CHECK HONOUR_STATEMENT",
        "2007-05-01, EMAIL PHONE PROFILE IDENTITY_CHECK HONOUR_STATEMENT",
        "2012-05-01, ''"
    })
    void theStepsStandInTheirOrder(LocalDate birth, String steps) {
        assertThat(Eligibility.of(Person.born(birth).build(), NOW).steps().stream()
                        .map(Step::name))
                .containsExactly(steps.isEmpty() ? new String[0] : steps.split(" "));
    }

    @Test
    void namesRegimeAndSources() {
        Entitlement entitlement =
                Eligibility.of(Person.born(LocalDate.of(2008, 5, 1)).build(), NOW);

        assertThat(entitlement.regime()).isEqualTo("R3");
        assertThat(entitlement.sources()).anyMatch(source -> source.contains("decret 2025-195"));
    }

    @Test
    void everythingWrongWithAQuestionIsSaidAtOnce() {
        assertThatThrownBy(() -> Person.born(LocalDate.of(1899, 12, 31))
                        .departmentCode("999")
                        .postalCode("75 011")
                        .build())
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContainingAll(
                        "birthDate: must not be before 1900-01-01",
                        "territory.departmentCode: must be a French department",
                        "territory.postalCode: must be 5 digits");
        assertThatThrownBy(() -> Person.builder().build())
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("birthDate: is required");
        assertThatThrownBy(() -> BonusRequest.quotient(-1))
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("lowestMonthlyQuotientFamilialWhile16: must be at least 0");
    }

    @Test
    void nobodyIsAskedAboutBeforeTheirBirth() {
        Person unborn = Person.born(LocalDate.of(2026, 2, 11)).build();

        assertThatThrownBy(() -> Eligibility.of(unborn, NOW))
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("birthDate: must not be after asOf");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInBothLanguages(Reason reason) {
        assertThat(reason.sentence(Locale.GERMAN)).endsWith(".").isNotEqualTo(reason.sentence(Locale.FRANCE));
    }

    @Test
    void promisesNothing() {
        assertThat(Reason.NEW_GRANT.sentence(Locale.ENGLISH)).startsWith("Probably entitled");
        assertThat(Reason.NEW_GRANT.sentence(Locale.FRENCH)).startsWith("Droit probable");
    }

    @Test
    void whatIsPersonalDoesNotShow() {
        Person person = Person.born(LocalDate.of(2008, 5, 1))
                .departmentCode("75")
                .postalCode("75011")
                .residentSince(LocalDate.of(2020, 3, 4))
                .build();

        assertThat(person.toString()).doesNotContain("2008", "75011", "2020");
        assertThat(Eligibility.of(person, NOW).toString()).doesNotContain("2008-05-01");
    }
}
