package fr.passerelle.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Types that Jackson reads from more than one spelling, or in any size: here they have one, and a bound. */
final class ExactValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** More digits than any amount or rate has, on either side of the point. */
    private static final int MOST_DIGITS = 30;

    ExactValues() {
        super("passerelle-exact-values");
        addDeserializer(LocalDate.class, new Dates());
        addDeserializer(BigDecimal.class, new Decimals());
    }

    /** An ISO date; Jackson also takes numbers, lists and datetimes for one. */
    private static final class Dates extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Dates() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
            }
            try {
                return LocalDate.parse(in.getText());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, in.getText(), "not an ISO date");
            }
        }
    }

    /**
     * A number as it is written. One of few characters can be of a billion digits ({@code 1e999999999}), and whoever
     * calculates with it waits, or runs out of memory.
     */
    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            BigDecimal number = in.getDecimalValue();
            long whole = (long) number.precision() - number.scale();
            if (whole > MOST_DIGITS || number.scale() > MOST_DIGITS) {
                return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, number, "out of range");
            }
            return number;
        }
    }
}
