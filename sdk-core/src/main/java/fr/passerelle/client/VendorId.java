package fr.passerelle.client;

import fr.passerelle.internal.Repeatability;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code idAtProvider} is good for after a lost answer. */
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
    static Repeatability repeatability(@Nullable String id) {
        return given(id) ? Repeatability.GUARDED : Repeatability.ONCE;
    }

    /** A random one; nobody else has it. */
    static String mint() {
        return PREFIX + UUID.randomUUID();
    }
}
