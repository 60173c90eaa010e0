package fr.passerelle.sandbox.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the server writes them: UTC with a Z, six fractional digits only when they are not all zero. */
public final class Instants {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Instants() {}

    public static String utc(Instant instant) {
        OffsetDateTime stored = instant.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return (stored.getNano() == 0 ? SECONDS : MICROS).format(stored);
    }

    /** The same, null staying null. */
    public static @Nullable String utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
