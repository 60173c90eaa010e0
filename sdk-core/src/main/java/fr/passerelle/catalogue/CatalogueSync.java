package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps the events of a venue as the vendor's own catalogue has them: what is new is made, what differs is changed, and
 * what is gone ends as far as {@link Removal} allows.
 *
 * <pre>{@code
 * CatalogueSync sync = CatalogueSync.of(passCulture, hall).memory(CatalogueMemory.file(file)).build();
 * SyncPlan plan = sync.plan(wanted);                      // only reads
 * plan.changes().forEach(change -> log.info("{}: {}", change.title(), change.reason()));
 * SyncReport report = sync.apply(plan, result -> {});
 * }</pre>
 *
 * <p><b>The fewest calls.</b> A plan reads the venue's events, {@code ⌊events / 50⌋ + 1} pages, and the dates of each
 * event that is not remembered as unchanged, {@code ⌊dates / 50⌋ + 1} pages. Applying it takes, and
 * {@link Change#calls} says for each change:
 *
 * <ul>
 *   <li>a new event: 1, its prices included, and 1 for all its dates;
 *   <li>an event that differs, or whose prices do: 1 read of the event, then 1 for its fields (1 more if it moves to
 *       another place), 1 for all new prices, 1 for each price that differs; 1 for all new dates;
 *   <li>dates that differ: 1 each, and 1 read for every 50 of the event, counted from the first that differs;
 *   <li>dates whose places differ: 1 read right before and 1 write each;
 *   <li>dates that are withdrawn because nobody has booked them: 1 that closes it, whose response tells whether it is
 *       still free, and 1 that deletes it, each;
 *   <li>an event that is hidden, a date that is closed or cancelled: 1.
 * </ul>
 *
 * <p><b>Places.</b> A date's capacity counts booked places in; the programme is told what remains (partner-api section
 * 2). It is the total that is wanted less what is booked on the date as it was read right before. Who books between
 * that read and the write is counted by the programme on top: such a date may sell as many places too many as were
 * booked in between. Between the two lies as long as the client waits for a permit of its rate limiter, usually a
 * fraction of a second; a write that was throttled or not sent is counted anew, up to 3 times. The next run sees such
 * bookings and takes the places back, as far as they are not sold. If nothing differs, nothing is sent.
 *
 * <p><b>Another writer.</b> Fields, prices and dates that are changed are read again first, and left and told as
 * {@code SKIPPED} if they are no longer as the plan found them. A date that was free is closed before it is deleted; if
 * it is booked by then, it stays so, its bookings are kept, and it is told as {@code SKIPPED}. What is made is refused
 * by the programme if it is there by now. What is hidden, closed or cancelled, under {@link Removal#CANCEL_BOOKED} with
 * the bookings made since, is so whatever became of it since. What somebody else changes between two runs is planned to
 * be put right, since the catalogue counts, and marked ({@link Change#changedElsewhere}). With a memory, what is
 * changed elsewhere in the <em>dates</em> of an event shows in the next full check. One process at a time may
 * synchronise a venue.
 *
 * <p><b>Interrupted</b> anywhere, plan and apply again: the same end is reached and nothing is made twice, since
 * everything carries the vendor's own ids, by which the programme refuses a second one and a lost response is settled.
 *
 * <p>Safe for use by several threads; one run at a time for a venue.
 */
public final class CatalogueSync {

    /** How many runs trust a memory before everything is read again, unless told otherwise. */
    public static final int DEFAULT_FULL_CHECK = 10;

    static final CatalogueMemory NOTHING = new CatalogueMemory() {
        @Override
        public Snapshot read(long venueId) {
            return Snapshot.EMPTY;
        }

        @Override
        public void write(long venueId, Snapshot snapshot) {
            // Nobody asks for it.
        }
    };

    private final PassCultureClient client;
    private final long venueId;
    private final CatalogueMemory memory;
    private final Removal removal;
    private final Predicate<String> owned;
    private final int fullCheckEvery;
    private final Clock clock;
    private final Warnings warnings = new Warnings("fr.passerelle.catalogue", System::nanoTime);

    private CatalogueSync(Builder builder) {
        client = builder.client;
        venueId = builder.venueId;
        memory = builder.memory;
        removal = builder.removal;
        owned = builder.owned;
        fullCheckEvery = builder.fullCheckEvery;
        clock = builder.clock;
    }

    /** A synchroniser for one venue, to set up. */
    public static Builder of(PassCultureClient passCulture, Venue venue) {
        return of(passCulture, venue.id());
    }

    /** A synchroniser for the venue with this id, to set up. */
    public static Builder of(PassCultureClient passCulture, long venueId) {
        return new Builder(passCulture, venueId);
    }

    /**
     * Compares; sends nothing. A plan with nothing to do is a whole run, applied or not: the memory is written then.
     *
     * @param wanted everything that the catalogue has for this venue: one of its {@linkplain Builder#owned own} events
     *     that is not among them is gone. An empty list therefore ends all of them: look at the plan before it is
     *     applied if a list may be empty by mistake
     * @throws fr.passerelle.model.rule.RuleViolationException if an id comes twice
     * @throws IllegalArgumentException if an event is to be sold by another venue
     * @throws fr.passerelle.error.CallException if a page cannot be read
     */
    public SyncPlan plan(Collection<WantedEvent> wanted) {
        List<WantedEvent> events = List.copyOf(wanted);
        new RuleCheck()
                .unique(events.stream().map(WantedEvent::id).toList(), i -> "events." + i + ".idAtProvider")
                .raise();
        events.forEach(event -> event.draft()
                .ifPresent(draft -> checkVenue(draft.location(), venueId, "event " + draft.idAtProvider() + " is")));
        Snapshot known = memory.read(venueId);
        boolean everything = known.runs() + 1 >= fullCheckEvery;
        SyncPlan plan = new Planner(client, venueId, removal, clock.instant(), known, everything).plan(events, owned);
        if (plan.isNothing()) {
            Map<String, Confirmed> confirmed = new HashMap<>(plan.trusted());
            confirmed.putAll(plan.confirmed());
            remember(new Snapshot(plan.runs(), confirmed));
        }
        return plan;
    }

    /**
     * Does what the plan says, in the order that the programme needs: events, prices, dates; what ends, last. Never
     * throws because a call fails: the report says what became of each change. Apply a plan once, and before the next
     * run: what another run has done in between is not remembered as seen by this one.
     *
     * @param progress hears of each change as soon as it is dealt with
     * @throws IllegalArgumentException if the plan is of another venue, or of products
     * @throws java.io.UncheckedIOException if the memory cannot be written; nothing is sent then
     */
    public SyncReport apply(SyncPlan plan, Consumer<ChangeResult> progress) {
        plan.check(venueId, false);
        Applier applier = new Applier(client, clock, progress);
        if (plan.isNothing()) {
            return applier.apply(plan); // it was remembered when it was made
        }
        Snapshot known = memory.read(venueId);
        boolean current = known.equals(plan.memory());
        Map<String, Confirmed> events = new HashMap<>(plan.trusted());
        // Another run has come between: what it has forgotten or learnt since is not known here.
        events.entrySet()
                .removeIf(event -> !event.getValue().equals(known.events().get(event.getKey())));
        int runs = current ? plan.runs() : known.runs() + 1;
        // What is about to change must be forgotten first: a run that is killed leaves no memory that is wrong.
        memory.write(venueId, new Snapshot(runs, events));
        try {
            return applier.apply(plan);
        } finally {
            if (current) {
                events.putAll(applier.confirmed(plan));
                remember(new Snapshot(runs, events));
            }
        }
    }

    private void remember(Snapshot snapshot) {
        remember(memory, venueId, snapshot, warnings);
    }

    /** Also in a thread that was interrupted, whose files are closed under its hands. */
    static void remember(CatalogueMemory memory, long venueId, Snapshot snapshot, Warnings warnings) {
        boolean interrupted = Thread.interrupted();
        try {
            memory.write(venueId, snapshot);
        } catch (RuntimeException lost) { // a memory of the vendor's own may throw anything
            warnings.warn("memory", "the catalogue's memory cannot be written: the next run knows less");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is sold elsewhere is no business of this synchroniser. */
    static void checkVenue(Location location, long venueId, String what) {
        OptionalLong venue = venueOf(location);
        if (venue.isPresent() && venue.getAsLong() != venueId) {
            throw new IllegalArgumentException(
                    what + " to be sold by venue " + venue.getAsLong() + ", not by " + venueId);
        }
    }

    static int checkedRuns(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("fullCheckEvery must be at least 1, not " + runs);
        }
        return runs;
    }

    private static OptionalLong venueOf(Location location) {
        if (location instanceof Location.Physical physical) {
            return OptionalLong.of(physical.venueId());
        }
        if (location instanceof Location.Address address) {
            return OptionalLong.of(address.venueId());
        }
        return location instanceof Location.Digital digital ? OptionalLong.of(digital.venueId()) : OptionalLong.empty();
    }

    /** Sets a synchroniser up. Not for use by several threads. */
    public static final class Builder {

        private final PassCultureClient client;
        private final long venueId;
        private CatalogueMemory memory = NOTHING;
        private Removal removal = Removal.WITHDRAW_UNBOOKED;
        private Predicate<String> owned = id -> false;
        private int fullCheckEvery = DEFAULT_FULL_CHECK;
        private Clock clock = Clock.systemUTC();

        private Builder(PassCultureClient client, long venueId) {
            this.client = Objects.requireNonNull(client, "passCulture");
            this.venueId = venueId;
        }

        /** What is kept between runs. Default: nothing, so that everything is read each time. */
        public Builder memory(CatalogueMemory memory) {
            this.memory = Objects.requireNonNull(memory, "memory");
            return this;
        }

        /** What becomes of what is not wanted. Default: {@link Removal#WITHDRAW_UNBOOKED}. */
        public Builder removal(Removal removal) {
            this.removal = Objects.requireNonNull(removal, "removal");
            return this;
        }

        /**
         * Which event ids are this catalogue's, best told by how they begin: such an event that is not among the wanted
         * ones is gone, and ends. Default: none, so that an event ends only if it is wanted as
         * {@link WantedEvent#cancelled cancelled} or {@link WantedEvent#closed closed}. A venue lists the offers of all
         * its vendors and does not say whose they are (partner-api section 2): claim no id that another one may give.
         */
        public Builder owned(Predicate<String> owned) {
            this.owned = Objects.requireNonNull(owned, "owned");
            return this;
        }

        /**
         * Every how many runs nothing is trusted and everything is read. Default
         * {@link CatalogueSync#DEFAULT_FULL_CHECK}; 1 is always.
         *
         * @throws IllegalArgumentException if below 1
         */
        public Builder fullCheckEvery(int runs) {
            fullCheckEvery = checkedRuns(runs);
            return this;
        }

        /** By which a date is over. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** The synchroniser. */
        public CatalogueSync build() {
            return new CatalogueSync(this);
        }
    }
}
