package fr.passerelle.passculture;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.SessionDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sending a film would do.
 *
 * @param film what would be sent
 * @param event its offer; null if there is none yet
 * @param added sessions that are not there yet
 * @param changed sessions whose start, price category or remaining places would change, as they are now
 * @param deleted future sessions that are not sent, as they are now
 * @param unnamed future dates without an {@code idAtProvider}, added otherwise: the server's work on the film fails as
 *     long as there is one
 */
public record FilmPlan(
        FilmDraft film,
        @Nullable Event event,
        List<SessionDraft> added,
        List<EventDate> changed,
        List<EventDate> deleted,
        List<EventDate> unnamed) {

    public FilmPlan {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        deleted = List.copyOf(deleted);
        unnamed = List.copyOf(unnamed);
    }

    /** How many places are booked in the sessions that would be deleted; a duo counts as two. */
    public long bookedPlaces() {
        return deleted.stream().mapToLong(EventDate::bookedQuantity).sum();
    }

    /** Whether the programme shows all of it already. */
    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && deleted.isEmpty() && unnamed.isEmpty();
    }
}
