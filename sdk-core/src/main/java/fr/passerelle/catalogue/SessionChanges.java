package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.FilmPlan;
import fr.passerelle.passculture.shown.Shown.Gap;
import fr.passerelle.passculture.shown.ShownEan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is done to the sessions of a film, for people to read. */
final class SessionChanges {

    /** The server keeps microseconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final FilmPlan film;
    private final ChangeMaker changes;

    SessionChanges(FilmPlan film) {
        this.film = film;
        Event event = film.event();
        String id = film.film().film().value();
        this.changes = new ChangeMaker(id, event == null ? id : event.name(), false);
    }

    /** That nothing is done to the film, because of these. */
    Change kept(List<EventDate> dates, Cause cause) {
        return changes.kept(dates, cause);
    }

    /** That it is sent although it shows no difference. */
    Change unseen() {
        return changes.event(Kind.UPDATE, Cause.DIFFERS, List.of(), 0);
    }

    /** All that sending it does, as far as it can be seen. */
    List<Change> all() {
        List<Change> all = new ArrayList<>(prices());
        if (!film.added().isEmpty()) {
            all.add(added());
        }
        film.changed().forEach(date -> all.add(changed(date)));
        for (EventDate date : film.deleted()) {
            Kind kind = date.bookedQuantity() == 0 ? Kind.WITHDRAW : Kind.CANCEL;
            all.add(changes.date(kind, date, List.of(), Cause.GONE, 0));
        }
        return all;
    }

    private List<Change> prices() {
        Event event = film.event();
        if (event == null || film.film().sessions().isEmpty()) {
            return List.of();
        }
        List<Change> all = new ArrayList<>();
        for (CinemaPriceDraft wanted : film.film().priceCategories()) {
            event.priceCategories().stream()
                    .filter(shown -> wanted.idAtProvider().equals(shown.idAtProvider()))
                    .filter(shown -> !shown.price().equals(wanted.price()))
                    .forEach(shown -> all.add(changes.price(
                            Kind.REPRICE,
                            List.of(wanted.idAtProvider()),
                            List.of(ShownEan.gap(ShownEan.PRICE, shown.price(), wanted.price())),
                            0)));
        }
        return all;
    }

    private Change added() {
        Optional<Instant> first =
                film.added().stream().map(SessionDraft::beginning).min(Comparator.naturalOrder());
        List<String> ids = film.added().stream().map(SessionDraft::idAtProvider).toList();
        return new Change(
                Kind.CREATE,
                Subject.DATE,
                changes.event(),
                changes.title(),
                ids,
                first,
                List.of(),
                Cause.DIFFERS,
                0,
                0,
                false);
    }

    private Change changed(EventDate date) {
        SessionDraft wanted = film.film().sessions().stream()
                .filter(session -> session.idAtProvider().equals(date.idAtProvider()))
                .findFirst()
                .orElseThrow();
        List<Gap> gaps = new ArrayList<>();
        boolean moves =
                Duration.between(date.beginning(), wanted.beginning()).abs().compareTo(TOLERANCE) >= 0;
        if (moves) {
            gaps.add(ShownEan.gap(DateComparison.BEGINNING, date.beginning(), wanted.beginning()));
        }
        String price = date.priceCategory().idAtProvider();
        if (!wanted.priceCategoryIdAtProvider().equals(price)) {
            gaps.add(ShownEan.gap("priceCategory", price, wanted.priceCategoryIdAtProvider()));
        }
        Remaining remaining = Remaining.of(wanted.remaining());
        if (!date.remaining().equals(remaining)) {
            gaps.add(ShownEan.gap(DateComparison.PLACES, date.remaining(), remaining));
        }
        return changes.date(moves ? Kind.RESCHEDULE : Kind.UPDATE, date, gaps, Cause.DIFFERS, 0);
    }
}
