package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * A film that the platform's catalogue knows.
 *
 * @param allocineId its number at AlloCiné; null when the catalogue does not know it
 * @param visa its number at the CNC; null when the catalogue does not know it
 * @param durationMinutes how long it lasts, if known
 */
public record Film(
        long id,
        String name,
        @Nullable String allocineId,
        @Nullable String visa,
        @Nullable Long durationMinutes) {

    /** Whether a request means this film by {@code visa:…} or {@code allocine_id:…}. */
    boolean responsesTo(String filmId) {
        return (visa != null && filmId.equals("visa:" + visa))
                || (allocineId != null && filmId.equals("allocine_id:" + allocineId));
    }
}
