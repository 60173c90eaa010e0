package fr.passerelle.model.credit;

import java.time.LocalDate;
import java.time.MonthDay;

/** Whose reading of a rule: the two differ in places (rule book section 6). */
public enum Interpretation {
    /** What the programme's server does. */
    SERVER,

    /** What the decrees and orders say. */
    LAW;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /**
     * The day on which somebody reaches an age. In common years the server takes 28 February for somebody born on 29
     * February, the law's custom 1 March (rule book 1.6 and 6, row 23).
     */
    public LocalDate birthday(LocalDate birth, int age) {
        LocalDate day = birth.plusYears(age);
        boolean moved = MonthDay.from(birth).equals(LEAP_DAY) && !day.isLeapYear();
        return this == LAW && moved ? day.plusDays(1) : day;
    }

    /** The age of somebody on a day, in full years; negative before the birth. */
    public int age(LocalDate birth, LocalDate day) {
        int years = day.getYear() - birth.getYear();
        return birthday(birth, years).isAfter(day) ? years - 1 : years;
    }
}
