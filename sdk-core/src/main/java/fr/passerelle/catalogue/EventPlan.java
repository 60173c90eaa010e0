package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.model.offer.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is to be done to one event.
 *
 * @param id the vendor's own name for it
 * @param shown as the list showed it; empty if it is not there
 * @param writes in their order
 * @param removals what ends, done after the writes of all events
 * @param wanted the digest of what is wanted
 * @param image the digest of its picture
 * @param whole whether the event is as wanted once all is done
 */
record EventPlan(
        String id,
        Optional<Event> shown,
        List<Step> writes,
        List<Step> removals,
        String wanted,
        String image,
        boolean whole) {

    /** A plan of all that is to be done; an event of which something is left is not as wanted in the end. */
    static EventPlan of(
            String id, Optional<Event> shown, List<Step> writes, List<Step> removals, String wanted, String image) {
        boolean whole = Stream.concat(writes.stream(), removals.stream())
                .map(step -> step.change.kind())
                .noneMatch(kind -> kind == Change.Kind.KEPT || kind == Change.Kind.CLOSE);
        return new EventPlan(id, shown, List.copyOf(writes), List.copyOf(removals), wanted, image, whole);
    }

    /** What is remembered once it is as wanted, and shown so. */
    Confirmed confirmed(Event shownNow) {
        return new Confirmed(wanted, Fingerprint.shown(shownNow), image);
    }

    Stream<Step> steps() {
        return Stream.concat(writes.stream(), removals.stream());
    }

    boolean sends() {
        return steps().anyMatch(step -> step.change.isSent());
    }

    /** With fewer steps it is not known to be as wanted in the end. */
    EventPlan only(Predicate<Change> chosen) {
        List<Step> some =
                writes.stream().filter(step -> chosen.test(step.change)).toList();
        List<Step> ends =
                removals.stream().filter(step -> chosen.test(step.change)).toList();
        boolean all = some.size() == writes.size() && ends.size() == removals.size();
        return new EventPlan(id, shown, some, ends, wanted, image, whole && all);
    }
}
