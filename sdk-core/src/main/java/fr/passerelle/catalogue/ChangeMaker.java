package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the changes of one event or product.
 *
 * @param event the vendor's own name for it
 * @param title its name
 * @param changedElsewhere whether what differs was changed by somebody else
 */
record ChangeMaker(String event, String title, boolean changedElsewhere) {

    Change event(Kind kind, Cause cause, List<Gap> gaps, int calls) {
        return change(kind, Subject.EVENT, List.of(), Optional.empty(), gaps, cause, 0, calls);
    }

    /**
     * A product with an own id.
     *
     * @param bookings pieces booked that it touches or spares
     */
    Change product(Kind kind, Cause cause, List<Gap> gaps, long bookings, int calls) {
        return change(kind, Subject.PRODUCT, List.of(), Optional.empty(), gaps, cause, bookings, calls);
    }

    Change price(Kind kind, List<String> ids, List<Gap> gaps, int calls) {
        return change(kind, Subject.PRICE, ids, Optional.empty(), gaps, Cause.DIFFERS, 0, calls);
    }

    Change newDates(List<WantedDate> dates) {
        Optional<Instant> first = dates.stream().map(WantedDate::beginning).min(Comparator.naturalOrder());
        List<String> ids = dates.stream().map(WantedDate::id).toList();
        return change(Kind.CREATE, Subject.DATE, ids, first, List.of(), Cause.DIFFERS, 0, 1);
    }

    Change date(Kind kind, EventDate date, List<Gap> gaps, Cause cause, int calls) {
        boolean touches = kind != Kind.UPDATE;
        return change(
                kind,
                Subject.DATE,
                List.of(name(date)),
                Optional.of(date.beginning()),
                gaps,
                cause,
                touches ? date.bookedQuantity() : 0,
                calls);
    }

    /** Several dates, of which is told that nothing is done to them. */
    Change kept(List<EventDate> dates, Cause cause) {
        return change(
                Kind.KEPT,
                Subject.DATE,
                dates.stream().map(ChangeMaker::name).toList(),
                dates.stream().map(EventDate::beginning).min(Comparator.naturalOrder()),
                List.of(),
                cause,
                dates.stream().mapToLong(EventDate::bookedQuantity).sum(),
                0);
    }

    private Change change(
            Kind kind,
            Subject subject,
            List<String> ids,
            Optional<Instant> beginning,
            List<Gap> gaps,
            Cause cause,
            long bookings,
            int calls) {
        return new Change(
                kind,
                subject,
                event,
                title,
                ids,
                beginning,
                FieldChange.of(gaps),
                cause,
                bookings,
                calls,
                changedElsewhere);
    }

    private static String name(EventDate date) {
        String id = date.idAtProvider();
        return id == null ? "#" + date.id() : id;
    }
}
