package fr.passerelle.model.offer.cinema;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The programme of a cinema, of any size: every film with all its sessions. Films that are not in it stay as they are.
 *
 * @param venueId the venue
 * @param films at least one; each once for each place
 */
public record CinemaProgramme(long venueId, List<FilmDraft> films) {

    /**
     * A programme.
     *
     * @throws RuleViolationException with every violation; paths start with {@code offers.N}
     */
    public CinemaProgramme {
        films = List.copyOf(films);
        rules(venueId, films).raise();
    }

    static RuleCheck rules(long venueId, List<FilmDraft> films) {
        return new RuleCheck()
                .id("venueId", venueId)
                .notEmpty("offers", films)
                .unique(films.stream().map(CinemaProgramme::place).toList(), i -> "offers." + i + ".filmId");
    }

    /** A film stands once at the venue's own address and once at each other one, whatever that is called. */
    private static Object place(FilmDraft film) {
        FilmPlace place = film.place();
        return Arrays.asList(film.film(), place == null ? null : place.id());
    }

    /**
     * Checks what depends on the moment of the call: sessions must lie in the future.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < films.size(); i++) {
            check.nested("offers." + i, films.get(i).checkAt(now).violations());
        }
        check.raise();
    }

    /**
     * Cuts it into calls, in order. A film is never cut: what is not sent of it would be deleted.
     *
     * @param weight of a film inside a call, for instance the bytes of its JSON
     * @param maxWeight of the films of one call; a film that is heavier has a call of its own
     */
    public List<CinemaSessions> cut(ToLongFunction<FilmDraft> weight, long maxWeight) {
        List<CinemaSessions> calls = new ArrayList<>();
        List<FilmDraft> call = new ArrayList<>();
        long heavy = 0;
        for (FilmDraft film : films) {
            long more = weight.applyAsLong(film);
            if (call.size() == CinemaSessions.MAX_FILMS || (!call.isEmpty() && heavy + more > maxWeight)) {
                calls.add(new CinemaSessions(venueId, call));
                call.clear();
                heavy = 0;
            }
            call.add(film);
            heavy += more;
        }
        calls.add(new CinemaSessions(venueId, call));
        return List.copyOf(calls);
    }
}
