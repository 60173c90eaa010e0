package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Instant LONG_AGO = Instant.parse("2018-01-01T00:00:00Z");

    private final List<Finding> notes = new ArrayList<>();

    private List<Performance> read(Instant now, String timetable) throws NotPublishableException {
        return new Schedule(now, true)
                .performances(Timetable.read(timetable, Schedule.PARIS, notes), Schedule.PARIS, notes);
    }

    private List<FindingCode> codes() {
        return notes.stream().map(Finding::code).toList();
    }

    @Test
    void readsParisTimeInWinterAndInSummer() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-02-06T20:00:00 2018-02-06T21:30:00;2018-07-06T20:00:00 2018-07-06T21:30:00"))
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2018-02-06T19:00:00Z"), Instant.parse("2018-07-06T18:00:00Z"));
        assertThat(notes).isEmpty();
    }

    @Test
    void readsOtherSpellings() throws NotPublishableException {
        assertThat(read(
                        LONG_AGO,
                        "[{\"begin\": \"2018-02-06T20:00:00+01:00\", \"end\": \"2018-02-06T21:00:00+01:00\"}]"))
                .containsExactlyElementsOf(read(LONG_AGO, "2018-02-06T19:00:00Z_2018-02-06T20:00Z"));
    }

    @Test
    void ordersAndMergesSlots() throws NotPublishableException {
        assertThat(read(
                        LONG_AGO,
                        "2018-03-02T20:00:00 2018-03-02T21:00:00;2018-03-01T20:00:00 2018-03-01T21:00:00;"
                                + "2018-03-02T20:00:00 2018-03-02T21:00:00"))
                .extracting(performance -> performance.printed().getDayOfMonth())
                .containsExactly(1, 2);
        assertThat(codes()).containsExactly(FindingCode.SLOT_REPEATED);
    }

    @Test
    void takesAnEndBeforeTheBeginningForTheNextMorning() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-02-02T22:00:00 2018-02-02T05:30:00")
                        .get(0)
                        .duration())
                .isEqualTo(Duration.ofMinutes(450));
        assertThat(codes()).containsExactly(FindingCode.SLOT_ENDS_NEXT_DAY);
    }

    @Test
    void ignoresAnEndOnAnEarlierDay() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-02-02T22:00:00 2018-02-01T23:00:00")
                        .get(0)
                        .duration())
                .isNull();
        assertThat(codes()).containsExactly(FindingCode.SLOT_END_IGNORED);
    }

    @Test
    void saysWhichHourReplacesOneThatDoesNotExist() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-03-25T02:30:00 2018-03-25T04:00:00").get(0))
                .isEqualTo(new Performance(
                        java.time.LocalDateTime.parse("2018-03-25T02:30:00"),
                        Instant.parse("2018-03-25T01:30:00Z"),
                        Duration.ofMinutes(30)));
        assertThat(codes()).containsExactly(FindingCode.SLOT_IN_GAP);
    }

    @Test
    void takesTheFirstOfTwoEqualHoursAndSaysSo() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-10-28T02:30:00 2018-10-28T04:00:00")
                        .get(0)
                        .begin())
                .isEqualTo(Instant.parse("2018-10-28T00:30:00Z"));
        assertThat(codes()).containsExactly(FindingCode.SLOT_IN_OVERLAP);
    }

    @Test
    void countsTheHourThatANightGainsInOctober() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-10-27T22:00:00 2018-10-28T06:00:00")
                        .get(0)
                        .duration())
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void movesAPastAgendaByWholeWeeksAcrossTheClockChange() throws NotPublishableException {
        Instant now = Instant.parse("2026-11-23T05:00:00Z");
        ZonedDateTime begin = read(now, "2018-07-04T20:30:00 2018-07-04T22:00:00")
                .get(0)
                .begin()
                .atZone(Schedule.PARIS);
        assertThat(begin.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(begin.toLocalTime()).isEqualTo(LocalTime.of(20, 30));
        assertThat(Duration.between(now, begin.toInstant())).isBetween(Duration.ofDays(7), Duration.ofDays(14));
        assertThat(codes()).containsExactly(FindingCode.SHIFTED);
    }

    @Test
    void keepsTheDistancesOfAMovedAgenda() throws NotPublishableException {
        List<Performance> moved = read(
                Instant.parse("2026-11-23T05:00:00Z"),
                "2018-02-06T20:00:00 2018-02-06T21:00:00;2018-02-27T20:00:00 2018-02-27T21:00:00");
        assertThat(Duration.between(moved.get(0).begin(), moved.get(1).begin())).isEqualTo(Duration.ofDays(21));
    }

    @Test
    void keepsOnlyTheFutureOfAnAgendaThatHasBegun() throws NotPublishableException {
        assertThat(read(
                        Instant.parse("2018-02-10T00:00:00Z"),
                        "2018-02-06T20:00:00 2018-02-06T21:00:00;2018-02-27T20:00:00 2018-02-27T21:00:00"))
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2018-02-27T19:00:00Z"));
        assertThat(codes()).containsExactly(FindingCode.PAST_LEFT_OUT);
    }

    @Test
    void refusesAPastAgendaThatMayNotMove() {
        Schedule strict = new Schedule(Instant.parse("2026-11-23T05:00:00Z"), false);
        assertThatThrownBy(() -> strict.performances(
                        Timetable.read("2018-02-06T20:00:00", Schedule.PARIS, notes), Schedule.PARIS, notes))
                .isInstanceOf(NotPublishableException.class)
                .hasMessage("dates.all-past");
    }

    @Test
    void readsTheRestOfATimetableWithABadSlot() throws NotPublishableException {
        assertThat(read(LONG_AGO, "demain soir;2018-02-30T20:00:00 2018-02-30T21:00:00;2018-02-27T20:00:00"))
                .hasSize(1);
        assertThat(codes()).containsExactly(FindingCode.SLOT_UNREADABLE, FindingCode.SLOT_UNREADABLE);
    }

    @Test
    void refusesATimetableWithoutAnySlot() {
        assertThatThrownBy(() -> read(LONG_AGO, "tous les jours;"))
                .isInstanceOf(NotPublishableException.class)
                .hasMessage("dates.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-06T00:00:00 2018-02-06T23:59:00",
                "2018-02-06T00:00:00 2018-02-06T23:59:59",
                "2018-02-06T00:00:00 2018-02-07T00:00:00",
                "2018-02-06T00:00:00 2018-02-09T23:59:00",
                "2018-02-06T00:00:00 2018-02-06T00:00:00",
                "2018-02-06T00:00:00",
                "2018-02-05T23:00:00Z 2018-02-06T22:59:00Z",
                "2018-02-06",
                "2018-02-06 2018-02-07"
            })
    void aDayIsNoHourAtWhichAnythingBegins(String allDay) throws NotPublishableException {
        assertThat(read(LONG_AGO, allDay + ";2018-03-01T20:00:00"))
                .extracting(performance -> performance.printed().toString())
                .containsExactly("2018-03-01T20:00");
        assertThat(codes()).containsExactly(FindingCode.SLOT_NO_HOUR);

        assertThatThrownBy(() -> read(LONG_AGO, allDay))
                .isInstanceOfSatisfying(
                        NotPublishableException.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(FindingCode.DATES_NO_HOUR));
    }

    @Test
    void whatBeginsAtMidnightAndEndsAtNightIsAnHour() throws NotPublishableException {
        assertThat(read(LONG_AGO, "2018-02-06T00:00:00 2018-02-06T05:00:00"))
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2018-02-05T23:00:00Z"));
        assertThat(notes).isEmpty();
    }
}
