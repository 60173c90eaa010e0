package fr.passerelle.commandline.read;

import java.time.LocalDate;

/**
 * A day as a text says it.
 *
 * @param date the day
 * @param inference what had to be inferred to know it
 */
public record Day(LocalDate date, Inference inference) {

    /** What a text leaves to be inferred. */
    public enum Inference {
        /** Nothing: the text says it all. */
        NONE,
        /** The text is an instant of another clock: in France it is the day after. */
        NEXT_DAY_IN_FRANCE,
        /** The number of a day, as spreadsheets count them. */
        SPREADSHEET_DAY
    }

    /** What was said of somebody stays unsaid. */
    @Override
    public String toString() {
        return "Day[" + inference + "]";
    }
}
