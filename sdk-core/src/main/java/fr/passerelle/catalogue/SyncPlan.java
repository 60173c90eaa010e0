package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a synchroniser would do, and why. Nothing is sent yet. */
public final class SyncPlan {

    private final long venueId;
    private final List<EventPlan> events;
    private final Snapshot memory;
    private final Map<String, Confirmed> trusted;
    private final int unchanged;
    private final int reads;
    private final boolean everythingRead;

    SyncPlan(
            long venueId,
            List<EventPlan> events,
            Snapshot memory,
            Map<String, Confirmed> trusted,
            int unchanged,
            int reads,
            boolean everythingRead) {
        this.venueId = venueId;
        this.events = List.copyOf(events);
        this.memory = memory;
        this.trusted = Map.copyOf(trusted);
        this.unchanged = unchanged;
        this.reads = reads;
        this.everythingRead = everythingRead;
    }

    /** All changes, event by event or product by product, and what is told and left. */
    public List<Change> changes() {
        return events.stream()
                .flatMap(EventPlan::steps)
                .map(step -> step.change)
                .toList();
    }

    /** Whether nothing would be sent. */
    public boolean isNothing() {
        return events.stream().noneMatch(EventPlan::sends);
    }

    /** How many events or products are as wanted. */
    public int unchanged() {
        return unchanged;
    }

    /** How many calls making this plan took. */
    public int reads() {
        return reads;
    }

    /** How many calls applying it takes, if none has to be retried. */
    public int calls() {
        return changes().stream().mapToInt(Change::calls).sum();
    }

    /** How long these calls take under a quota, if nothing else is called meanwhile. */
    public Duration duration(Quota quota) {
        return duration(calls(), quota);
    }

    static Duration duration(long calls, Quota quota) {
        return quota.interval().multipliedBy(Math.max(0, calls - quota.burst()));
    }

    /** How many booked places or pieces the changes that are sent touch: what is moved or cancelled. */
    public long bookings() {
        return changes().stream()
                .filter(change -> change.kind() == Change.Kind.RESCHEDULE || change.kind() == Change.Kind.CANCEL)
                .mapToLong(Change::bookings)
                .sum();
    }

    /** The same plan with some of its changes. What a change needs must be chosen with it, or is skipped. */
    public SyncPlan only(Predicate<Change> chosen) {
        return new SyncPlan(
                venueId,
                events.stream().map(event -> event.only(chosen)).toList(),
                memory,
                trusted,
                unchanged,
                reads,
                everythingRead);
    }

    /**
     * Holds a plan against the synchroniser that is to apply it.
     *
     * @param products whether it is one of products
     * @throws IllegalArgumentException if another one has made it
     */
    void check(long venue, boolean products) {
        if (venueId != venue) {
            throw new IllegalArgumentException("the plan is of venue " + venueId + ", not of " + venue);
        }
        if (changes().stream().anyMatch(change -> (change.subject() == Change.Subject.PRODUCT) != products)) {
            throw new IllegalArgumentException("the plan is of " + (products ? "events" : "products"));
        }
    }

    List<EventPlan> events() {
        return events;
    }

    /** What the memory said when the plan was made. */
    Snapshot memory() {
        return memory;
    }

    /** What the memory said of events that were not read. */
    Map<String, Confirmed> trusted() {
        return trusted;
    }

    /** How many runs trust the memory, this one included, since everything was read. */
    int runs() {
        return everythingRead ? 0 : memory.runs() + 1;
    }

    /** The events that are as wanted with nothing to be done. */
    Map<String, Confirmed> confirmed() {
        Map<String, Confirmed> confirmed = new HashMap<>();
        for (EventPlan event : events) {
            if (event.whole() && event.steps().findAny().isEmpty()) {
                event.shown().ifPresent(shown -> confirmed.put(event.id(), event.confirmed(shown)));
            }
        }
        return confirmed;
    }
}
