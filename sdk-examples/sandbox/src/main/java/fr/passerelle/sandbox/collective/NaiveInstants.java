package fr.passerelle.sandbox.collective;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as the collective API writes them: UTC without saying so (reference, section 2). */
final class NaiveInstants {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private NaiveInstants() {}

    /** To the second; what is below is dropped. */
    static String seconds(Instant instant) {
        return SECONDS.format(local(instant));
    }

    /** With six fractional digits when they are not all zero; null stays null. */
    static @Nullable String precise(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        LocalDateTime local = local(instant);
        return (local.getNano() == 0 ? SECONDS : MICROS).format(local);
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
