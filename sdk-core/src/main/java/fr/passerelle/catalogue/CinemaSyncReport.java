package fr.passerelle.catalogue;

import fr.passerelle.passculture.FilmResult;
import java.util.List;

/**
 * What became of a cinema's programme.
 *
 * @param films what became of each film that was sent
 * @param changes what became of each change
 */
public record CinemaSyncReport(List<FilmResult> films, SyncReport changes) {

    /** The films are copied. */
    public CinemaSyncReport {
        films = List.copyOf(films);
    }
}
