package fr.passerelle.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Dates DATES = Dates.inFrance(TODAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/05/2008",
                "14/5/2008",
                "14-05-2008",
                "14.05.2008",
                "14 05 2008",
                "14 / 05 / 2008",
                "14/05/08",
                "2008-05-14",
                "2008/05/14",
                "14-mai-2008",
                "14/mai/2008",
                "14.mai.08",
                "14mai2008",
                "May 14 2008",
                "14 mai 2008",
                "14-mai-08",
                "mercredi 14 mai 2008",
                "Mercredi 14 Mai 2008",
                "mer. 14 mai 2008",
                "le 14 mai 2008",
                "14 May 2008",
                "May 14, 2008",
                "Wednesday, May 14, 2008",
                "20080514",
                "14052008",
                "39582",
                "39582.0",
                "39582,0",
                "14/05/2008 00:00",
                "14/05/2008 à 10h30",
                "14/05/2008 12:00:00 AM",
                "2008-05-14 00:00:00",
                "2008-05-14T00:00:00",
                "2008-05-13T22:00:00.000Z",
                "2008-05-14T00:00:00+02:00",
                "2008-05-14T00:00:00Z",
                "2008-05-13T22:00:00+0000",
                "\u00a014/05/2008\u00a0"
            })
    void readsADayInManyForms(String text) throws NotUnderstoodException {
        assertThat(DATES.read(text).date()).isEqualTo("2008-05-14");
    }

    @ParameterizedTest
    @CsvSource({
        "1er août 2008, 2008-08-01",
        "29/02/2008, 2008-02-29",
        "4052008, 2008-05-04",
        "14/05/26, 2026-05-14",
        "14/05/27, 1927-05-14",
        "31 déc. 2007, 2007-12-31",
        "2008-12-31T23:00:00Z, 2009-01-01",
        "13 févr. 2008, 2008-02-13",
        "311299, 1999-12-31",
    })
    void readsOtherDays(String text, LocalDate day) throws NotUnderstoodException {
        assertThat(DATES.read(text).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/02/2008",
                "29/02/2007",
                "5/14/2008",
                "demain",
                "2008-05-14x",
                "14/05",
                "mai 2008",
                "2008",
                "jeudi 14 mai 2008",
                "14 floréal 2008",
                "14/05/008",
                "14/05/20089",
                "080514",
                "０14/05/2008",
                "2008-05-14T22:30:00Z",
                "14/05-2008",
                "14/05/2008 ou 2009",
                "né le 14/05/2008 à Lyon",
                "12"
            })
    void refusesWhatIsNoDayOrCouldBeTwo(String text) {
        assertThatThrownBy(() -> DATES.read(text)).isInstanceOf(NotUnderstoodException.class);
    }

    @Test
    void saysThatAnInstantIsTheNextDayInFrance() throws NotUnderstoodException {
        assertThat(DATES.read("2008-05-13T22:00:00.000Z").inference()).isEqualTo(Day.Inference.NEXT_DAY_IN_FRANCE);
        assertThat(DATES.read("2008-05-14T00:00:00+02:00").inference()).isEqualTo(Day.Inference.NONE);
    }

    @Test
    void takesTheMidnightOfThePlace() throws NotUnderstoodException {
        Dates reunion = new Dates(Dates.Order.DAY_FIRST, TODAY, ZoneId.of("Indian/Reunion"));

        assertThat(reunion.read("2008-05-13T20:00:00Z").date()).isEqualTo("2008-05-14");
    }

    @Test
    void doesNotGuessWhoseMidnightItIs() throws NotUnderstoodException {
        Dates cayenne = new Dates(Dates.Order.DAY_FIRST, TODAY, ZoneId.of("America/Cayenne"));

        // Midnight in Paris: the day after, or the evening before in Cayenne.
        assertThatThrownBy(() -> cayenne.read("2008-05-13T22:00:00Z")).isInstanceOf(NotUnderstoodException.class);
        assertThat(cayenne.read("2008-05-14T03:00:00Z").date()).isEqualTo("2008-05-14");
    }

    @Test
    void readsTheMonthFirstOnlyWhenTold() throws NotUnderstoodException {
        Dates american = new Dates(Dates.Order.MONTH_FIRST, TODAY, DATES.zone());

        assertThat(american.read("5/14/2008").date()).isEqualTo("2008-05-14");
        assertThat(Dates.needsMonthFirst("5/14/2008")).isTrue();
        assertThat(Dates.needsMonthFirst("14/05/2008")).isFalse();
        assertThat(Dates.hangsOnOrder("04/05/2008")).isTrue();
        assertThat(Dates.hangsOnOrder("14/05/2008")).isFalse();
        assertThat(Dates.hangsOnOrder("05/05/2008")).isFalse();
    }
}
