package fr.passerelle.model.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bonus of rule book 1.9. */
class BonusTest {

    private static final BonusRequest LOW = BonusRequest.quotient(700);

    private static Person.Builder holder(String birth, Scheme scheme, RecreditType... recredits) {
        return Person.born(LocalDate.parse(birth))
                .departmentCode("75")
                .addExistingGrants(Grant.builder()
                        .scheme(scheme)
                        .amount(Price.euros("150"))
                        .grantedAt(Instant.parse("2026-01-12T10:00:00Z"))
                        .expiresAt(Instant.parse("2029-01-10T11:00:00Z"))
                        .addRecredits(recredits)
                        .build());
    }

    private static Reason ask(Person.Builder person, BonusRequest request, String at, Interpretation reading) {
        return Eligibility.ofBonus(person.build(), request, Instant.parse(at), reading)
                .reason();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-02-10T10:00:00Z, BONUS",
        "700, 2026-02-10T10:00:00Z, BONUS",
        "701, 2026-02-10T10:00:00Z, QUOTIENT_FAMILIAL_TOO_HIGH",
        "300, 2026-01-27T23:59:59Z, CHANNEL_NOT_OPEN",
        "300, 2027-01-09T22:59:59Z, BONUS",
        "300, 2027-01-09T23:00:00Z, NOT_ELIGIBLE_AGE"
    })
    void aLowQuotientPaysOnceWhileEighteen(long quotient, String at, Reason reason) {
        assertThat(ask(
                        holder("2008-01-10", Scheme.GRANT_17_18),
                        BonusRequest.quotient(quotient),
                        at,
                        Interpretation.SERVER))
                .isEqualTo(reason);
    }

    @Test
    void isPaidOnceOnTheNewCreditOnly() {
        String at = "2026-02-10T10:00:00Z";

        assertThat(ask(holder("2008-01-10", Scheme.GRANT_17_18, RecreditType.BONUS), LOW, at, Interpretation.SERVER))
                .isEqualTo(Reason.ALREADY_GRANTED);
        assertThat(ask(holder("2008-01-10", Scheme.GRANT_18_V2), LOW, at, Interpretation.SERVER))
                .isEqualTo(Reason.NOT_ELIGIBLE_SCHEME);
        assertThat(ask(Person.born(LocalDate.of(2008, 1, 10)), LOW, at, Interpretation.SERVER))
                .isEqualTo(Reason.NOT_ELIGIBLE_SCHEME);
        assertThat(ask(holder("2008-06-10", Scheme.GRANT_17_18), LOW, at, Interpretation.SERVER))
                .isEqualTo(Reason.NOT_ELIGIBLE_AGE);
    }

    @Test
    void nobodyHasAQuotientInNewCaledonia() {
        assertThat(ask(
                        holder("2008-01-10", Scheme.GRANT_17_18).departmentCode("988"),
                        LOW,
                        "2026-02-10T10:00:00Z",
                        Interpretation.SERVER))
                .isEqualTo(Reason.TERRITORY_EXCLUDED);
    }

    @Test
    void theLawGrantsItBeforeAnybodyCanAsk() {
        Person.Builder person = holder("2008-01-10", Scheme.GRANT_17_18);
        BonusRequest disability = BonusRequest.disability();

        assertThat(ask(person, disability, "2026-03-10T10:00:00Z", Interpretation.SERVER))
                .isEqualTo(Reason.CHANNEL_NOT_OPEN);
        assertThat(ask(person, disability, "2026-03-10T10:00:00Z", Interpretation.LAW))
                .isEqualTo(Reason.BONUS);
        assertThat(ask(person, disability, "2026-08-20T10:00:00Z", Interpretation.SERVER))
                .isEqualTo(Reason.BONUS);
    }
}
