package fr.passerelle.sandbox.control;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What several control bodies share. */
final class ControlTypes {

    static final Schema ACCESSIBILITY = schema().nullable("audioDisabilityCompliant", Types.flag())
            .nullable("mentalDisabilityCompliant", Types.flag())
            .nullable("motorDisabilityCompliant", Types.flag())
            .nullable("visualDisabilityCompliant", Types.flag());

    private ControlTypes() {}

    static Schema schema() {
        return Schema.strict(Dialect.V1);
    }

    /** A whole amount that fits an {@code int}, written as an integer. */
    static Type amount(int min) {
        return Types.atMost(Integer.MAX_VALUE, Types.atLeast(min, Types.strictInteger()));
    }

    /** A decimal number, as a {@link BigDecimal}. */
    static Type decimal() {
        return (value, path, reading) -> {
            if (!value.isNumber()) {
                reading.problem(path, "value is not a number");
                return null;
            }
            return value.decimalValue();
        };
    }

    static BigDecimal decimal(Form form, String name) {
        Object value = form.get(name);
        return value == null ? BigDecimal.ZERO : (BigDecimal) value;
    }

    /** A day, as a {@link LocalDate}. */
    static Type day() {
        return (value, path, reading) -> {
            try {
                return LocalDate.parse(value.asText());
            } catch (DateTimeException notADay) {
                reading.problem(path, "value is not a day like 2008-01-31");
                return null;
            }
        };
    }

    /** Four booleans, each of which may be null; what was not sent is false. */
    static Accessibility accessibility(@Nullable Form form) {
        return form == null
                ? Accessibility.NONE
                : new Accessibility(
                        flag(form, "audioDisabilityCompliant"),
                        flag(form, "mentalDisabilityCompliant"),
                        flag(form, "motorDisabilityCompliant"),
                        flag(form, "visualDisabilityCompliant"));
    }

    private static @Nullable Boolean flag(Form form, String name) {
        return form.has(name) ? form.flag(name) : Boolean.FALSE;
    }

    /** The row, or 404 when there is none. */
    static <T> T found(@Nullable T row, String kind, long id) {
        if (row == null) {
            throw Refusal.bare(404, "error", "No " + kind + " has the id " + id);
        }
        return row;
    }

    /** Who made an offer: a provider, by its id, or null for {@code "portal"}. */
    static @Nullable Provider author(World world, String createdBy) {
        if (createdBy.equals("portal")) {
            return null;
        }
        try {
            long id = Long.parseLong(createdBy);
            return found(world.providers.find(id), "provider", id);
        } catch (NumberFormatException neither) {
            throw malformed("createdBy: value is neither \"portal\" nor a provider id");
        }
    }

    static Refusal conflict(String text) {
        return Refusal.bare(409, "error", text);
    }

    static Refusal malformed(String text) {
        return Refusal.bare(400, "error", text);
    }
}
