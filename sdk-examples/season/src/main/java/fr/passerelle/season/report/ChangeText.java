package fr.passerelle.season.report;

import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.FieldChange;
import fr.passerelle.commandline.Texts;
import fr.passerelle.error.ApiException;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/** What a change says in the reader's language. */
final class ChangeText {

    private final Texts texts;

    ChangeText(Texts texts) {
        this.texts = texts;
    }

    /**
     * A change.
     *
     * @param zone the clock of the place
     */
    String of(Change change, ZoneId zone) {
        String when =
                change.beginning().map(begins -> texts.moment(begins, zone)).orElse("");
        String fields =
                change.fields().stream().map(field -> field(field, zone)).collect(Collectors.joining("; "));
        String booked = texts.count("booked-place", change.bookings());
        String text = switch (change.kind()) {
            case CREATE ->
                change.subject() == Subject.DATE
                        ? texts.of(
                                "change.new-dates",
                                texts.count("date", change.ids().size()),
                                when)
                        : texts.of(
                                "change.new-prices",
                                texts.count("price", change.ids().size()));
            case UPDATE, REPRICE -> change.subject() == Subject.DATE ? texts.of("change.date", when, fields) : fields;
            case RESCHEDULE -> texts.of("change.moved", when, fields, booked);
            case WITHDRAW ->
                change.subject() == Subject.DATE
                        ? texts.of("change.withdrawn", when)
                        : texts.of("change.hidden", change.cause());
            case CLOSE ->
                change.cause() == Cause.BOOKED
                        ? texts.of("change.closed-booked", when, booked)
                        : texts.of("change.closed", when);
            case CANCEL -> texts.of("change.cancelled", when, booked);
            case KEPT -> texts.of("change.kept", change.cause(), when, booked, fields);
        };
        return change.changedElsewhere() ? text + " " + texts.of("change.elsewhere") : text;
    }

    /** Why a change is not made: in the programme's own words if it has any. */
    String failure(ChangeResult result) {
        if (result.failure().orElse(null) instanceof ApiException refused
                && !refused.errors().isEmpty()) {
            return texts.of("refused.programme", refused.status(), refused.errors());
        }
        if (result.failure().orElse(null) instanceof RuleViolationException broken) {
            return broken.violations().stream()
                    .map(violation -> violation.message(texts.locale()))
                    .collect(Collectors.joining("; "));
        }
        return result.sentence();
    }

    private String field(FieldChange field, ZoneId zone) {
        String key = "field." + field.field();
        String name = texts.bundle().containsKey(key) ? texts.of(key) : field.field();
        return texts.of(
                "change.field", name, value(field.field(), field.from(), zone), value(field.field(), field.to(), zone));
    }

    /** An instant is told by the clock of the place. */
    private String value(String field, String value, ZoneId zone) {
        if (value.isEmpty()) {
            return texts.of("change.none");
        }
        if (field.equals("price")) {
            return texts.price(Price.euros(value));
        }
        try {
            return texts.moment(Instant.parse(value), zone);
        } catch (DateTimeParseException noInstant) {
            return value;
        }
    }
}
