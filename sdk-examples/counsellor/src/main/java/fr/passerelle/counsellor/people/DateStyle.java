package fr.passerelle.counsellor.people;

import fr.passerelle.commandline.read.Dates;

/** How the dates of a list are written. */
public enum DateStyle {
    /** Day first, as in France. */
    FRENCH(Dates.Order.DAY_FIRST),
    /** Month first: the list says so, or its user. */
    AMERICAN(Dates.Order.MONTH_FIRST),
    /**
     * Some date of the list has its month first, so others may: only those are certain that read the same both ways.
     */
    MIXED(Dates.Order.DAY_FIRST);

    private final Dates.Order order;

    DateStyle(Dates.Order order) {
        this.order = order;
    }

    Dates.Order order() {
        return order;
    }

    /** Whether a date cannot be another one. */
    boolean isCertain(String text) {
        return this != MIXED || (!Dates.needsMonthFirst(text) && !Dates.hangsOnOrder(text));
    }
}
