package fr.passerelle.season.cinema;

import fr.passerelle.model.offer.cinema.FilmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be sent.
 *
 * @param line where it starts in the file, from 1
 * @param film whose session it is; null if it does not say
 * @param problems at least one
 */
public record BadRow(long line, @Nullable FilmId film, List<Problem> problems) {

    public BadRow {
        problems = List.copyOf(problems);
    }
}
