package fr.passerelle.counsellor.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static Outlook of(Facts facts, Moment moment) {
        var person = facts.person(moment);
        return Outlook.of(person, moment.in(person.zone()));
    }

    private static Outlook on(LocalDate day, Facts facts) {
        return of(facts, new Moment(day, Instant.EPOCH));
    }

    private static Facts born(String date) {
        return new Facts().with(Fact.BORN, date).with(Fact.DEPARTMENT, "75");
    }

    @ParameterizedTest
    @CsvSource({
        "2008-05-14, ENTITLED, 2027-05-13",
        "2009-05-14, ENTITLED, 2027-05-13",
        "2010-05-14, ENTITLED,",
        "2011-06-02, SOON,",
        "2011-06-01, ENTITLED,",
        "2014-01-01, LATER,",
        "2006-05-14, UNDECIDED,",
        "2005-05-14, TOO_LATE,",
    })
    void tellsWhereSomebodyStandsAndUntilWhenToAct(String born, Status status, LocalDate lastDay) {
        Outlook outlook = on(DAY, born(born));

        assertThat(outlook.status()).isEqualTo(status);
        assertThat(outlook.lastDayToAct()).isEqualTo(lastDay);
    }

    @Test
    void takesTheEveOf28FebruaryForALeapDayBirthday() {
        assertThat(on(DAY, born("29/02/2008")).lastDayToAct()).isEqualTo(LocalDate.of(2027, 2, 27));
        assertThat(on(LocalDate.of(2026, 2, 28), born("29/02/2008")).now().newMoney())
                .isEqualTo(Price.cents(15_000));
        assertThat(on(LocalDate.of(2026, 2, 27), born("29/02/2008")).now().newMoney())
                .isEqualTo(Price.cents(5_000));
    }

    @ParameterizedTest
    @CsvSource({"988, 15000", "75, 5000", "972, 5000"})
    void countsBirthdaysFromTheMidnightOfTheDepartment(String department, long cents) {
        // 14 May has started in Nouméa, but neither in Paris nor in Martinique.
        Moment moment = new Moment(null, Instant.parse("2026-05-13T15:00:00Z"));
        Facts facts = new Facts().with(Fact.BORN, "14/05/2008").with(Fact.DEPARTMENT, department);

        assertThat(of(facts, moment).now().newMoney()).isEqualTo(Price.cents(cents));
    }

    @ParameterizedTest
    @CsvSource({"988", "987", "986", "972", "75"})
    void takesADayForTheDayOfTheDepartment(String department) {
        Facts facts = new Facts().with(Fact.BORN, "14/05/2008").with(Fact.DEPARTMENT, department);
        Moment moment = new Moment(LocalDate.of(2026, 5, 14), Instant.EPOCH);
        var person = facts.person(moment);

        assertThat(moment.in(person.zone()).atZone(person.zone()).toLocalDate()).isEqualTo("2026-05-14");
    }

    @Test
    void saysThatAnswerHangsOnTheResidenceOfAForeigner() {
        Facts unknown = born("2008-05-14").with(Fact.NATIONALITY, "Marocaine");
        Facts known = born("2008-05-14").with(Fact.NATIONALITY, "Marocaine").with(Fact.RESIDENT_SINCE, "01/02/2020");
        Facts recent = born("2008-05-14").with(Fact.NATIONALITY, "Marocaine").with(Fact.RESIDENT_SINCE, "01/02/2026");

        assertThat(on(DAY, unknown).status()).isEqualTo(Status.UNDECIDED);
        assertThat(on(DAY, known).status()).isEqualTo(Status.ENTITLED);
        assertThat(on(DAY, recent).status()).isEqualTo(Status.SOON);
        assertThat(on(DAY, recent).entitledFrom()).isEqualTo("2027-02-02");
    }

    @ParameterizedTest
    @CsvSource({"Française", "FRANCAIS", "FR", "UE", "Suisse", "Néerlandaise", "Pays-Bas"})
    void readsNationalitiesInFrench(String nationality) {
        assertThat(on(DAY, born("2008-05-14").with(Fact.NATIONALITY, nationality))
                        .status())
                .isEqualTo(Status.ENTITLED);
    }

    @Test
    void saysThatTheTerritoryIsNotCovered() {
        assertThat(on(DAY, new Facts().with(Fact.BORN, "2008-05-14").with(Fact.POSTAL_CODE, "98714"))
                        .status())
                .isEqualTo(Status.NOT_COVERED);
    }
}
