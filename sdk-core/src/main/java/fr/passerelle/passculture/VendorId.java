package fr.passerelle.passculture;

import fr.passerelle.internal.endpoint.RetrySafety;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code idAtProvider} is good for after a lost response. */
final class VendorId {

    private static final String PREFIX = "passerelle-";

    private VendorId() {}

    /** Whether there is one: the server takes an empty one for none. */
    static boolean given(@Nullable String id) {
        return id != null && !id.isEmpty();
    }

    /** Whether lists can be filtered by it: they take several, with commas between. */
    static boolean findable(@Nullable String id) {
        return id != null && !id.isEmpty() && !id.contains(",");
    }

    /** How often what carries it may be sent: the server refuses a second one with this id. */
    static RetrySafety retrySafety(@Nullable String id) {
        return given(id) ? RetrySafety.GUARDED : RetrySafety.ONCE;
    }

    /** A random one; nobody else has it. */
    static String mint() {
        return PREFIX + UUID.randomUUID();
    }
}
