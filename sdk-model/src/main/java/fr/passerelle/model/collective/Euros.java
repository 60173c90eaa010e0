package fr.passerelle.model.collective;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.math.BigDecimal;

/** Collective amounts are numbers of euros on the wire, where all others are cents (reference section 2). */
final class Euros {

    private Euros() {}

    static final class Writer extends JsonSerializer<Price> {

        @Override
        public void serialize(Price price, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(price.inEuros());
        }
    }

    /** The server keeps two decimals and has no amount below zero: what has more is no amount, and is not rounded. */
    static final class Reader extends JsonDeserializer<Price> {

        @Override
        public Price deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                    && json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                return (Price) context.handleUnexpectedToken(Price.class, json);
            }
            BigDecimal euros = json.getDecimalValue();
            if (euros.signum() < 0) {
                return (Price) context.handleWeirdNumberValue(Price.class, euros, "below zero");
            }
            return Price.euros(euros);
        }
    }
}
