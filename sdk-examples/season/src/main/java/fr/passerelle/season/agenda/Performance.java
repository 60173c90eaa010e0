package fr.passerelle.season.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One performance to sell.
 *
 * @param printed the beginning as the agenda prints it, before any shift: it names the performance for good
 * @param begin when it begins
 * @param duration how long it lasts, null if the agenda does not say
 */
public record Performance(
        LocalDateTime printed, Instant begin, @Nullable Duration duration) {}
