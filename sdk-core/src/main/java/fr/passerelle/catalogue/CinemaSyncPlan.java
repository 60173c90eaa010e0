package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.passculture.CinemaPlan;
import fr.passerelle.passculture.FilmPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What a synchroniser of a cinema's programme would do, and why. Nothing is sent yet. */
public final class CinemaSyncPlan {

    private final CinemaPlan films;
    private final Map<FilmDraft, List<Change>> changes;
    private final List<FilmDraft> toSend;

    private CinemaSyncPlan(CinemaPlan films, Map<FilmDraft, List<Change>> changes, List<FilmDraft> toSend) {
        this.films = films;
        this.changes = changes;
        this.toSend = List.copyOf(toSend);
    }

    static CinemaSyncPlan of(CinemaPlan films, Removal removal, Predicate<FilmDraft> remembered) {
        Map<FilmDraft, List<Change>> changes = new LinkedHashMap<>();
        List<FilmDraft> toSend = new ArrayList<>();
        for (FilmPlan film : films.films()) {
            List<Change> some = changes(film, removal, remembered.test(film.film()));
            changes.put(film.film(), some);
            if (some.stream().anyMatch(Change::isSent)) {
                toSend.add(film.film());
            }
        }
        return new CinemaSyncPlan(films, changes, toSend);
    }

    /** A film is sent wholly or not at all. */
    private static List<Change> changes(FilmPlan film, Removal removal, boolean remembered) {
        SessionChanges changes = new SessionChanges(film);
        List<EventDate> booked = film.deleted().stream()
                .filter(date -> date.bookedQuantity() > 0)
                .toList();
        if (!film.unnamed().isEmpty()) {
            return List.of(changes.kept(film.unnamed(), Cause.MADE_ELSEWHERE));
        }
        if (!film.deleted().isEmpty() && removal == Removal.KEEP) {
            return List.of(changes.kept(film.deleted(), Cause.POLICY));
        }
        if (!booked.isEmpty() && removal == Removal.WITHDRAW_UNBOOKED) {
            return List.of(changes.kept(booked, Cause.BOOKED));
        }
        List<Change> all = changes.all();
        boolean mayDiffer = !remembered && !film.film().sessions().isEmpty();
        return all.isEmpty() && mayDiffer ? List.of(changes.unseen()) : all;
    }

    /** What was compared, film by film, as the programme will have it if all of it is sent. */
    public CinemaPlan films() {
        return films;
    }

    /**
     * All changes, film by film: new sessions of a film together, each other one by itself; and the films that are left
     * as they are, by the sessions that are the reason. The offer's name is the film's id.
     */
    public List<Change> changes() {
        return changes.values().stream().flatMap(List::stream).toList();
    }

    /** Whether nothing would be sent. */
    public boolean isNothing() {
        return toSend.isEmpty();
    }

    /** How many films are as wanted. */
    public long unchanged() {
        return changes.values().stream().filter(List::isEmpty).count();
    }

    /** How many booked places the changes that are sent touch: of sessions that are moved or cancelled. */
    public long bookings() {
        return changes().stream()
                .filter(change -> change.kind() == Kind.RESCHEDULE || change.kind() == Kind.CANCEL)
                .mapToLong(Change::bookings)
                .sum();
    }

    long venueId() {
        return films.venueId();
    }

    /** The films that differ and may be sent. */
    List<FilmDraft> toSend() {
        return toSend;
    }

    /** The films that are told and left. */
    List<FilmDraft> held() {
        return changes.keySet().stream()
                .filter(film -> !toSend.contains(film) && !changes(film).isEmpty())
                .toList();
    }

    List<Change> changes(FilmDraft film) {
        return Objects.requireNonNullElse(changes.get(film), List.of());
    }
}
