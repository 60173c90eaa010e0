package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.List;

/**
 * One call that replaces sessions: 1 to 250 films of a venue. The server accepts it at once, works on it later and
 * reports nothing: a film that its catalogue does not know is passed over. Of one venue, have one call in flight at a
 * time. Made by {@link CinemaProgramme#cut}.
 *
 * @param venueId the venue
 * @param films each once for each place
 */
public record CinemaSessions(
        long venueId, @JsonProperty("offers") List<FilmDraft> films) {

    /** Most films in one call. */
    public static final int MAX_FILMS = 250;

    /**
     * One call.
     *
     * @throws RuleViolationException with every violation
     */
    public CinemaSessions {
        films = List.copyOf(films);
        CinemaProgramme.rules(venueId, films).size("offers", films, MAX_FILMS).raise();
    }
}
