package fr.passerelle.model.collective;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.math.RoundingMode;

/** Collective amounts are numbers of euros on the wire, where all others are cents (reference section 2). */
final class Euros {

    private Euros() {}

    static final class Writer extends JsonSerializer<Price> {

        @Override
        public void serialize(Price price, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(price.inEuros());
        }
    }

    /** The server keeps two decimals; what a binary fraction adds behind them is noise. */
    static final class Reader extends JsonDeserializer<Price> {

        @Override
        public Price deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Price.euros(json.getDecimalValue().setScale(2, RoundingMode.HALF_UP));
        }
    }
}
