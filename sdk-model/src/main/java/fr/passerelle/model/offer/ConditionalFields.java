package fr.passerelle.model.offer;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads which fields a category has, and whether each is required. */
final class ConditionalFields {

    private ConditionalFields() {}

    /** What says yes or no; anything else that stands there one day is left aside. */
    static Map<String, Boolean> known(@Nullable Map<String, @Nullable Object> fields) {
        Map<String, Boolean> known = new TreeMap<>();
        if (fields != null) {
            fields.forEach((name, required) -> {
                if (required instanceof Boolean flag) {
                    known.put(name, flag);
                }
            });
        }
        return Map.copyOf(known);
    }
}
