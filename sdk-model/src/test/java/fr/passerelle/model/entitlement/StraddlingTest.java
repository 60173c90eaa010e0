package fr.passerelle.model.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registrations and credits that outlive a regime: rule book 1.7 and 1.8. */
class StraddlingTest {

    private static Person.Builder born(String birth) {
        return Person.born(LocalDate.parse(birth)).departmentCode("75");
    }

    private static Entitlement at(Person.Builder person, String at) {
        return Eligibility.of(person.build(), Instant.parse(at));
    }

    private static Grant.Builder grant(Scheme scheme, String euros, String grantedAt, String expiresAt) {
        return Grant.builder()
                .scheme(scheme)
                .amount(Price.euros(euros))
                .grantedAt(Instant.parse(grantedAt))
                .expiresAt(Instant.parse(expiresAt));
    }

    @ParameterizedTest
    @CsvSource({
        // registered, validated: before the reform
        "2007-06-01, 2022-09-01, 2023-10-02, GRANT_15_17, 50, NEW_GRANT",
        "2006-06-01, 2022-02-01, 2022-10-02, GRANT_15_17, 20, NEW_GRANT",
        "2006-06-01, 2024-01-10, 2024-07-02, GRANT_18_V2, 300, NEW_GRANT",
        "2005-06-01, 2024-01-10, 2024-07-02, GRANT_18_V2, 300, NEW_GRANT_LATE_FINISH",
        "2004-06-01, 2023-01-10, 2024-07-02, , 0, TOO_OLD",
        // across the reform
        "2007-01-10, 2025-02-20, 2025-03-15, GRANT_18_V2, 300, NEW_GRANT_PRE_REFORM_RIGHTS",
        "2006-06-01, 2025-01-20, 2025-06-12, GRANT_18_V2, 300, NEW_GRANT_PRE_REFORM_RIGHTS",
        "2006-06-01, 2025-01-20, 2026-06-12, , 0, TOO_OLD",
        "2007-09-10, 2024-12-10, 2025-03-10, GRANT_15_17, 30, NEW_GRANT_PRE_REFORM_RIGHTS",
        "2009-01-10, 2024-05-10, 2025-03-10, GRANT_15_17, 20, NEW_GRANT_PRE_REFORM_RIGHTS",
        "2009-01-10, 2024-05-10, 2025-12-10, GRANT_15_17, 20, NEW_GRANT_PRE_REFORM_RIGHTS",
        "2008-02-10, 2024-01-10, 2025-03-10, GRANT_17_18, 70, TRANSFER_AND_NEW_GRANT",
        "2008-02-10, 2024-03-10, 2025-03-10, GRANT_17_18, 80, TRANSFER_AND_NEW_GRANT",
        "2007-09-10, 2024-12-20, 2025-09-12, GRANT_17_18, 150, NEW_GRANT",
        // after it
        "2008-01-10, 2025-12-20, 2026-01-12, GRANT_17_18, 200, NEW_GRANT",
        "2008-03-15, 2025-06-20, 2027-06-12, GRANT_17_18, 200, NEW_GRANT_LATE_FINISH",
        "2008-03-15, 2025-06-20, 2029-03-14, GRANT_17_18, 200, NEW_GRANT_LATE_FINISH",
        "2008-03-15, 2025-06-20, 2029-03-15, , 0, TOO_OLD",
        "2007-03-15, 2025-06-20, 2026-06-12, GRANT_17_18, 150, NEW_GRANT_LATE_FINISH",
        "2009-03-15, 2025-12-20, 2027-06-12, GRANT_17_18, 150, NEW_GRANT",
        "2009-03-15, 2025-12-20, 2028-06-12, , 0, TOO_OLD",
        "2009-03-15, 2025-06-20, 2026-06-12, GRANT_17_18, 50, NEW_GRANT"
    })
    void aRegistrationInTimeKeepsARight(
            String birth, String registered, String at, @Nullable String scheme, long euros, Reason reason) {
        Entitlement entitlement =
                at(born(birth).firstRegistration(Instant.parse(registered + "T10:00:00Z")), at + "T10:00:00Z");

        assertThat(entitlement.reason()).isEqualTo(reason);
        assertThat(entitlement.scheme() == null ? null : entitlement.scheme().name())
                .isEqualTo(scheme);
        assertThat(entitlement.amount()).isEqualTo(Price.cents(euros * 100));
    }

    private static Person.Builder minorHolder(String birth, RecreditType... recredits) {
        return born(birth)
                .addExistingGrants(grant(Scheme.GRANT_15_17, "80", "2023-09-10T10:00:00Z", "2025-06-10T00:00:00Z")
                        .spent(Price.euros("12"))
                        .pending(Price.euros("8"))
                        .addRecredits(recredits)
                        .build());
    }

    @Test
    void theOldJobPaidEachBirthdayOnce() {
        Person.Builder holder = born("2008-06-01")
                .addExistingGrants(grant(Scheme.GRANT_15_17, "20", "2023-09-01T10:00:00Z", "2026-06-01T00:00:00Z")
                        .build());

        assertThat(at(holder, "2024-05-31T23:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
        Entitlement sixteen = at(holder, "2024-06-01T07:00:00Z");
        assertThat(sixteen.reason()).isEqualTo(Reason.RECREDIT);
        assertThat(sixteen.amount()).isEqualTo(Price.euros("50"));
        assertThat(sixteen.steps()).isEmpty();
    }

    @Test
    void aMinorWhoWasPaidForSeventeenWaitsForEighteen() {
        Person.Builder holder = minorHolder("2007-06-10", RecreditType.RECREDIT_16, RecreditType.RECREDIT_17);

        assertThat(at(holder, "2025-04-10T10:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
        Entitlement adult = at(holder, "2025-06-09T22:00:00Z");
        assertThat(adult.reason()).isEqualTo(Reason.TRANSFER_AND_NEW_GRANT);
        assertThat(adult.newMoney()).isEqualTo(Price.euros("150"));
        assertThat(adult.carriedOver()).isEqualTo(Price.euros("68"));
        assertThat(adult.steps()).contains(Step.PHONE, Step.HONOUR_STATEMENT);
    }

    @Test
    void aMinorWhoTurnsSeventeenAfterTheReformIsMovedByItself() {
        Person.Builder holder = minorHolder("2008-06-10", RecreditType.RECREDIT_16);

        Entitlement moved = at(holder, "2025-06-10T00:00:00Z");

        assertThat(moved.reason()).isEqualTo(Reason.TRANSFER_AND_NEW_GRANT);
        assertThat(moved.scheme()).isEqualTo(Scheme.GRANT_17_18);
        assertThat(moved.amount()).isEqualTo(Price.euros("118"));
        assertThat(moved.steps()).isEmpty();
    }

    @Test
    void aMinorOfSixteenGetsNothingMoreAfterTheReform() {
        Person.Builder holder = minorHolder("2009-06-10");

        assertThat(at(holder, "2025-07-10T00:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
        assertThat(at(holder, "2025-12-10T00:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
    }

    @Test
    void theMoneyOfAMinorIsLostAtEighteenBeforeTheReform() {
        Entitlement adult = at(minorHolder("2006-06-10"), "2024-06-10T10:00:00Z");

        assertThat(adult.scheme()).isEqualTo(Scheme.GRANT_18_V2);
        assertThat(adult.amount()).isEqualTo(Price.euros("300"));
        assertThat(adult.carriedOver()).isEqualTo(Price.FREE);
    }

    @Test
    void aHolderOfTheOldCreditsNeverGetsMore() {
        Person.Builder old = born("2003-03-10")
                .departmentCode("93")
                .addExistingGrants(grant(Scheme.GRANT_18_V1, "500", "2021-04-10T10:00:00Z", "2023-04-10T10:00:00Z")
                        .build());

        assertThat(at(old, "2021-06-10T10:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
        assertThat(at(old, "2022-06-10T10:00:00Z").reason()).isEqualTo(Reason.ACTIVE);
        assertThat(at(old, "2023-04-10T10:00:00Z").reason()).isEqualTo(Reason.EXPIRED);
    }

    private static Person.Builder reformed(String birth) {
        return born(birth)
                .addExistingGrants(grant(Scheme.GRANT_17_18, "50", "2025-03-05T10:00:00Z", "2029-01-10T11:00:00Z")
                        .spent(Price.euros("45"))
                        .addRecredits(RecreditType.RECREDIT_17)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-12", "2027-06-12", "2029-01-08"})
    void aHolderOfSeventeenGetsTheSecondPartUntilTwentyOne(String day) {
        Entitlement second = at(reformed("2008-01-10"), day + "T10:00:00Z");

        assertThat(second.reason()).isEqualTo(Reason.RECREDIT);
        assertThat(second.newMoney()).isEqualTo(Price.euros("150"));
        assertThat(second.amount()).isEqualTo(Price.euros("200"));
        assertThat(Objects.requireNonNull(second.remaining()).all()).isEqualTo(Price.euros("155"));
        assertThat(second.expiresAt()).isEqualTo("2029-01-10T11:00:00Z");
    }

    @Test
    void aFreeHolderGetsTheCreditOfTheAge() {
        Person.Builder free = born("2009-02-01")
                .addExistingGrants(grant(Scheme.GRANT_FREE, "0", "2025-12-20T10:00:00Z", "2030-02-01T11:00:00Z")
                        .build());

        assertThat(at(free, "2026-01-02T10:00:00Z").reason()).isEqualTo(Reason.ALREADY_GRANTED);
        assertThat(at(free, "2026-02-02T10:00:00Z").amount()).isEqualTo(Price.euros("50"));
        assertThat(at(free, "2027-02-02T10:00:00Z").amount()).isEqualTo(Price.euros("150"));
        assertThat(at(free, "2028-02-02T10:00:00Z").reason()).isEqualTo(Reason.ACTIVE);
    }
}
