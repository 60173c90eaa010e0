package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.view.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the collective API writes them: UTC, without the Z that would say so (reference, section 2). */
final class NaiveInstants {

    private NaiveInstants() {}

    /** To the second; what is below is dropped. */
    static String seconds(Instant instant) {
        return withoutZ(Instants.utc(instant.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** With six fractional digits when they are not all zero; null stays null. */
    static @Nullable String precise(@Nullable Instant instant) {
        return instant == null ? null : withoutZ(Instants.utc(instant));
    }

    private static String withoutZ(String utc) {
        return utc.substring(0, utc.length() - 1);
    }
}
