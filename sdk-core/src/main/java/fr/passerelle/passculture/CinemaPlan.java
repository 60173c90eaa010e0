package fr.passerelle.passculture;

import java.util.List;

/**
 * What a cinema's programme would do, as of the moment it was compared with what the programme has. Somebody may book
 * in the meantime.
 *
 * @param venueId the venue
 * @param films each film of the programme, in its order
 */
public record CinemaPlan(long venueId, List<FilmPlan> films) {

    public CinemaPlan {
        films = List.copyOf(films);
    }

    /** How many sessions would be deleted. */
    public long deletedSessions() {
        return films.stream().mapToLong(film -> film.deleted().size()).sum();
    }

    /** How many places are booked in the sessions that would be deleted; a duo counts as two. */
    public long bookedPlaces() {
        return films.stream().mapToLong(FilmPlan::bookedPlaces).sum();
    }

    /** The films of which a booked session would be deleted. */
    public List<FilmPlan> cancelling() {
        return films.stream().filter(film -> film.bookedPlaces() > 0).toList();
    }
}
