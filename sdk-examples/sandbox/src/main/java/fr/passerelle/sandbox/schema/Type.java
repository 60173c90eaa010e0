package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a value must be: reads it, or says what is wrong with it. */
@FunctionalInterface
public interface Type {

    /**
     * Reads a value.
     *
     * @param value never missing; JSON null only where a schema says so
     * @param path where the value stands, as error keys spell it
     * @return what a handler works with; anything when a problem was reported
     */
    @Nullable
    Object read(JsonNode value, String path, Reading reading);

    /** This type, and then a rule on the value read; the rule returns a message, or null when all is well. */
    default <T> Type and(Class<T> kind, Function<T, @Nullable String> rule) {
        return (value, path, reading) -> {
            Reading attempt = reading.attempt();
            Object read = read(value, path, attempt);
            if (attempt.isClean() && read != null) {
                String message = rule.apply(kind.cast(read));
                if (message != null) {
                    attempt.problem(path, message);
                }
            }
            reading.addAll(attempt);
            return read;
        };
    }
}
