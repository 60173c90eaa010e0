package fr.passerelle.passculture;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.SessionDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one film of a cinema's programme.
 *
 * @param sent what was sent
 * @param outcome what became of it
 * @param event its offer as last read; null if there is none
 * @param missing sessions that were sent and are not shown as sent
 * @param leftOver future dates that were not sent and are still there
 * @param failure of the call that carried it, or of the last look at it; null if both went well
 */
public record FilmResult(
        FilmDraft sent,
        FilmOutcome outcome,
        @Nullable Event event,
        List<SessionDraft> missing,
        List<EventDate> leftOver,
        @Nullable RuntimeException failure) {

    public FilmResult {
        missing = List.copyOf(missing);
        leftOver = List.copyOf(leftOver);
    }
}
