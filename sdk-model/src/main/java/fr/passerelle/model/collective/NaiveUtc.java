package fr.passerelle.model.collective;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;

/**
 * Instants in UTC without a zone, as a change of a collective offer sends them: the server fails with a 500 when a
 * limit with a zone revives an expired booking, and compares the dates of a call only if all have a zone or none has.
 */
final class NaiveUtc {

    private NaiveUtc() {}

    static String text(Instant instant) {
        String utc = instant.toString();
        return utc.substring(0, utc.length() - 1);
    }

    static final class Writer extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(instant));
        }
    }
}
