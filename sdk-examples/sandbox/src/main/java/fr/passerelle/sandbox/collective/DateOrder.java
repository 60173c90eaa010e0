package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Reading;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The three datetimes of one body, compared with each other. Those that are wrong by themselves are left out. */
final class DateOrder {

    static final String START = "startDatetime";
    static final String END = "endDatetime";
    static final String LIMIT = "bookingLimitDatetime";

    private DateOrder() {}

    static void check(Form form, Reading reading) {
        compare(form, END, Instant::isBefore, "The event cannot end before it starts", reading);
        compare(form, LIMIT, Instant::isAfter, "The booking limit cannot be after the start of the event", reading);
    }

    private static void compare(
            Form form, String field, BiPredicate<Instant, Instant> wrong, String message, Reading reading) {
        if (!(form.get(START) instanceof Temporal start) || !(form.get(field) instanceof Temporal other)) {
            return;
        }
        if (start instanceof OffsetDateTime != other instanceof OffsetDateTime) {
            reading.problem(field, "can't compare offset-naive and offset-aware datetimes");
        } else if (wrong.test(utc(other), utc(start))) {
            reading.problem(field, message);
        }
    }

    /** A datetime of a body, or null when it was null or not sent. */
    static @Nullable Instant instant(Form form, String field) {
        return form.get(field) instanceof Temporal moment ? utc(moment) : null;
    }

    private static Instant utc(Temporal moment) {
        return Moments.instant(moment, ZoneOffset.UTC);
    }
}
