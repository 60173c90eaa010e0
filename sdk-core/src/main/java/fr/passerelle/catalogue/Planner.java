package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares what is wanted with what is there; only reads. For one plan. */
final class Planner {

    /** Nothing of these is on sale, nor will be by itself. */
    private static final Set<OfferStatus> NOT_ON_SALE =
            Set.of(OfferStatus.REJECTED, OfferStatus.DRAFT, OfferStatus.EXPIRED);

    private final PassCultureClient client;
    private final long venueId;
    private final Removal removal;
    private final Instant now;
    private final Snapshot memory;
    private final boolean readEverything;
    private final Map<String, Confirmed> trusted = new HashMap<>();
    private final List<EventPlan> plans = new ArrayList<>();
    private int unchanged;
    private int reads;

    Planner(
            PassCultureClient client,
            long venueId,
            Removal removal,
            Instant now,
            Snapshot memory,
            boolean readEverything) {
        this.client = client;
        this.venueId = venueId;
        this.removal = removal;
        this.now = now;
        this.memory = memory;
        this.readEverything = readEverything;
    }

    SyncPlan plan(List<WantedEvent> wanted, Predicate<String> owned) {
        Map<String, Event> there = new LinkedHashMap<>();
        List<Event> shown = client.events().list(EventFilter.ofVenue(venueId)).toList();
        reads += pages(shown.size());
        shown.stream().filter(event -> event.idAtProvider() != null).forEach(event -> there.put(name(event), event));
        for (WantedEvent event : wanted) {
            plan(event, Optional.ofNullable(there.remove(event.id())));
        }
        there.forEach((id, event) -> {
            if (owned.test(id)) {
                end(id, event, Cause.GONE, Fingerprint.gone(removal));
            }
        });
        return new SyncPlan(venueId, plans, memory, trusted, unchanged, reads, readEverything);
    }

    private void plan(WantedEvent wanted, Optional<Event> there) {
        String digest = Fingerprint.wanted(wanted, removal);
        switch (wanted.state()) {
            case ON_SALE -> {
                EventDraft draft = wanted.draft().orElseThrow();
                there.ifPresentOrElse(
                        event -> compare(wanted, draft, event, digest), () -> create(wanted, draft, digest));
            }
            case CANCELLED -> there.ifPresent(event -> end(wanted.id(), event, Cause.CANCELLED, digest));
            case CLOSED -> there.ifPresent(event -> close(wanted.id(), event, digest));
            case AS_IS -> unchanged += there.isPresent() ? 1 : 0;
        }
    }

    /** An event without a date to come is not made: it could only be a draft for ever. */
    private void create(WantedEvent wanted, EventDraft draft, String digest) {
        List<WantedDate> dates =
                wanted.dates().stream().filter(date -> date.isToCome(now)).toList();
        if (dates.isEmpty()) {
            return;
        }
        ChangeMaker changes = new ChangeMaker(wanted.id(), draft.name(), false);
        List<Step> steps = List.of(
                new EventSteps.Create(changes.event(Kind.CREATE, Cause.DIFFERS, List.of(), 1), venueId, draft),
                new DateSteps.Create(changes.newDates(dates), dates));
        add(wanted.id(), Optional.empty(), steps, List.of(), digest, Fingerprint.image(wanted.draft()));
    }

    private void compare(WantedEvent wanted, EventDraft draft, Event event, String digest) {
        if (isTrusted(wanted.id(), event, digest)) {
            return;
        }
        Optional<Confirmed> before = memory.find(wanted.id());
        // A draft without a picture leaves the one that was sent, so that it is still known by its digest.
        String image =
                draft.image() == null ? before.map(Confirmed::image).orElse("") : Fingerprint.image(wanted.draft());
        ChangeMaker changes = new ChangeMaker(
                wanted.id(),
                event.name(),
                before.filter(known -> known.wanted().equals(digest)).isPresent());
        List<Step> writes = new ArrayList<>();
        if (isInReview(event)) {
            writes.add(new Step.Tell(changes.event(Kind.KEPT, review(event), List.of(), 0)));
            add(wanted.id(), Optional.of(event), writes, List.of(), digest, image);
            return;
        }
        List<Gap> fixed = EventComparison.fixed(event, draft);
        if (!fixed.isEmpty()) {
            writes.add(new Step.Tell(changes.event(Kind.KEPT, Cause.FIXED, fixed, 0)));
        }
        Optional<Gap> otherImage = before.filter(
                        known -> draft.image() != null && !known.image().equals(image))
                .map(known -> new Gap("image", MissingNode.getInstance(), TextNode.valueOf(image)));
        List<Gap> gaps = EventComparison.withImage(EventComparison.changeable(event, draft, now), otherImage);
        if (!gaps.isEmpty()) {
            boolean readAfter = EventComparison.patch(draft, gaps).location() != null;
            Change change = changes.event(Kind.UPDATE, Cause.DIFFERS, gaps, readAfter ? 3 : 2);
            writes.add(new EventSteps.Update(change, draft, gaps, otherImage));
        }
        PricePlanner prices =
                new PricePlanner(changes, event.priceCategories(), draft.priceCategories(), !gaps.isEmpty());
        writes.addAll(prices.steps());
        DatePlanner dates = new DatePlanner(changes, dates(event), now, removal);
        dates.want(wanted.dates(), prices, event.hasTicket());
        writes.addAll(dates.writes());
        add(wanted.id(), Optional.of(event), writes, dates.removals(), digest, image);
    }

    /** Ends an event: hides it first, so that nobody books what is deleted next. */
    private void end(String id, Event event, Cause cause, String digest) {
        if (isHistory(event, cause) || isTrusted(id, event, digest)) {
            return;
        }
        ChangeMaker changes = new ChangeMaker(id, event.name(), false);
        boolean hidden = event.status().equals(OfferStatus.INACTIVE);
        if (removal == Removal.KEEP || isInReview(event)) {
            if (!hidden) {
                Cause why = isInReview(event) ? review(event) : Cause.POLICY;
                Step tell = new Step.Tell(changes.event(Kind.KEPT, why, List.of(), 0));
                add(id, Optional.of(event), List.of(), List.of(tell), digest, "");
            }
            return;
        }
        DatePlanner dates = new DatePlanner(changes, dates(event), now, removal);
        List<Step> removals = new ArrayList<>();
        if (!dates.toCome().isEmpty() && !hidden && canBeHidden(event)) {
            removals.add(new EventSteps.Hide(changes.event(Kind.WITHDRAW, cause, List.of(), 1)));
        }
        dates.end(dates.toCome(), cause, !canBeHidden(event));
        removals.addAll(dates.removals());
        add(id, Optional.of(event), List.of(), removals, digest, "");
    }

    /** Of what is over nothing needs to be read, unless bookings of dates to come are to be cancelled or told. */
    private boolean isHistory(Event event, Cause cause) {
        boolean bookingsCount = cause == Cause.CANCELLED || removal == Removal.CANCEL_BOOKED;
        return NOT_ON_SALE.contains(event.status())
                && !(bookingsCount && event.status().equals(OfferStatus.EXPIRED));
    }

    private void close(String id, Event event, String digest) {
        if (NOT_ON_SALE.contains(event.status()) || event.status().equals(OfferStatus.INACTIVE)) {
            unchanged++;
            return;
        }
        ChangeMaker changes = new ChangeMaker(id, event.name(), false);
        List<Step> removals = new ArrayList<>();
        if (isInReview(event)) {
            removals.add(new Step.Tell(changes.event(Kind.KEPT, review(event), List.of(), 0)));
        } else if (canBeHidden(event)) {
            removals.add(new EventSteps.Hide(changes.event(Kind.WITHDRAW, Cause.CLOSED, List.of(), 1)));
        } else {
            DatePlanner dates = new DatePlanner(changes, dates(event), now, removal);
            dates.close(dates.toCome());
            removals.addAll(dates.removals());
        }
        add(id, Optional.of(event), List.of(), removals, digest, "");
    }

    /** An event on line takes no change once it has a date (partner-api operation 17). */
    private static boolean canBeHidden(Event event) {
        return !(event.location() instanceof Location.Digital);
    }

    private static boolean isInReview(Event event) {
        return event.status().equals(OfferStatus.PENDING) || event.status().equals(OfferStatus.REJECTED);
    }

    private static Cause review(Event event) {
        return event.status().equals(OfferStatus.PENDING) ? Cause.UNDER_REVIEW : Cause.REJECTED;
    }

    /** Whether both sides are what they were when they agreed. */
    private boolean isTrusted(String id, Event event, String digest) {
        Optional<Confirmed> before = memory.find(id)
                .filter(known -> !readEverything && !isInReview(event))
                .filter(known -> known.wanted().equals(digest) && known.shown().equals(Fingerprint.shown(event)));
        before.ifPresent(known -> {
            trusted.put(id, known);
            unchanged++;
        });
        return before.isPresent();
    }

    private List<EventDate> dates(Event event) {
        List<EventDate> dates = client.events().dates(event.id()).list().toList();
        reads += pages(dates.size());
        return dates;
    }

    /** A page that is full may have another one behind it. */
    private static int pages(int items) {
        return items / DateReads.PAGE + 1;
    }

    private void add(
            String id, Optional<Event> shown, List<Step> writes, List<Step> removals, String digest, String image) {
        EventPlan plan = EventPlan.of(id, shown, writes, removals, digest, image);
        plans.add(plan);
        unchanged += plan.steps().findAny().isEmpty() ? 1 : 0;
    }

    private static String name(Event event) {
        return String.valueOf(event.idAtProvider());
    }
}
