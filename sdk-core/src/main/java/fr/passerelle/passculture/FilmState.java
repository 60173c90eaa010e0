package fr.passerelle.passculture;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.SessionDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the programme has of a film: its offer, or null, and its dates.
 *
 * @param event null if there is none
 * @param dates past ones included
 */
record FilmState(@Nullable Event event, List<EventDate> dates) {

    static final FilmState NONE = new FilmState(null, List.of());

    /** The server keeps microseconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** What sending a film would do now. */
    FilmPlan plan(FilmDraft film, Instant now) {
        Map<String, EventDate> there = named();
        return new FilmPlan(
                film,
                event,
                film.sessions().stream()
                        .filter(session -> !there.containsKey(session.idAtProvider()))
                        .toList(),
                film.sessions().stream()
                        .filter(session -> there.containsKey(session.idAtProvider()))
                        .filter(session -> !shows(session, this))
                        .map(session -> Objects.requireNonNull(there.get(session.idAtProvider())))
                        .toList(),
                notSent(film, now).filter(date -> date.idAtProvider() != null).toList(),
                notSent(film, now).filter(date -> date.idAtProvider() == null).toList());
    }

    /** Sessions that are not shown as they were sent. */
    List<SessionDraft> missing(FilmDraft film, FilmState before) {
        return film.sessions().stream()
                .filter(session -> !shows(session, before))
                .toList();
    }

    /** Future dates that were not sent. */
    List<EventDate> leftOver(FilmDraft film, Instant now) {
        return notSent(film, now).toList();
    }

    private Stream<EventDate> notSent(FilmDraft film, Instant now) {
        Set<String> sent =
                film.sessions().stream().map(SessionDraft::idAtProvider).collect(Collectors.toSet());
        return dates.stream()
                .filter(date -> !date.beginning().isBefore(now))
                .filter(date -> date.idAtProvider() == null || !sent.contains(date.idAtProvider()));
    }

    /**
     * Places booked when the server applied the session come on top of those that were sent: as many as before, as now,
     * or something between.
     */
    private boolean shows(SessionDraft sent, FilmState before) {
        EventDate date = named().get(sent.idAtProvider());
        if (date == null
                || Duration.between(date.beginning(), sent.beginning()).abs().compareTo(TOLERANCE) >= 0
                || !sent.priceCategoryIdAtProvider().equals(date.priceCategory().idAtProvider())) {
            return false;
        }
        OptionalLong capacity = date.capacity().count();
        EventDate earlier = before.named().get(sent.idAtProvider());
        long bookedBefore = earlier == null ? 0 : earlier.bookedQuantity();
        long bookedNow = date.bookedQuantity();
        if (capacity.isEmpty()) {
            return false;
        }
        long bookedWhenApplied = capacity.getAsLong() - sent.remaining();
        return bookedWhenApplied >= Math.min(bookedBefore, bookedNow)
                && bookedWhenApplied <= Math.max(bookedBefore, bookedNow);
    }

    private Map<String, EventDate> named() {
        return dates.stream()
                .filter(date -> date.idAtProvider() != null)
                .collect(Collectors.toMap(
                        date -> Objects.requireNonNull(date.idAtProvider()), Function.identity(), (one, other) -> one));
    }
}
