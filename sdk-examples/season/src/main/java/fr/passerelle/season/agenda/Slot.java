package fr.passerelle.season.agenda;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timetable, as printed: wall-clock time of the place.
 *
 * @param end null if unknown
 */
record Slot(LocalDateTime begin, @Nullable LocalDateTime end) {}
