package fr.passerelle.catalogue;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps the products of a venue that carry the vendor's own ids as the vendor's catalogue has them: instruments,
 * passes, subscriptions, what is sold on line (partner-api operations 25 to 28). Paper books, CDs and vinyl cannot be
 * made so: {@link ProductSync} keeps them.
 *
 * <pre>{@code
 * OwnProductSync sync = OwnProductSync.of(passCulture, shop, CatalogueMemory.file(file)).build();
 * SyncPlan plan = sync.plan(wanted);                      // only reads
 * SyncReport report = sync.apply(plan, result -> {});
 * }</pre>
 *
 * <p><b>The fewest calls.</b> The programme has no call that takes several of these products. A plan reads by their ids
 * those that are wanted and those that are remembered, {@code ⌈ids / 50⌉} calls (more if ids are longer than 70 ASCII
 * characters are), however many books the venue has. Applying it takes, and {@link Change#calls} says for each change:
 *
 * <ul>
 *   <li>a new product: 1, its stock included;
 *   <li>a product that differs: 1 read right before, by which pieces are counted and another writer is noticed, and 1
 *       write of what differs;
 *   <li>a product that ends: 1.
 * </ul>
 *
 * A stock that is as wanted takes no write.
 *
 * <p><b>What is gone</b> is what the memory knows, as it was wanted once, and what is not wanted now: it is hidden, and
 * its bookings are kept; under {@link Removal#CANCEL_BOOKED} its stock is deleted as well, which cancels every booking
 * that is not used, those made since the plan included; under {@link Removal#KEEP} it is told. An empty list ends all
 * of them. What was never wanted is never touched: products made in the programme's portal have no id of the vendor's.
 * If one of them has the EAN of a product that is wanted, the programme refuses the new one, which is told.
 *
 * <p><b>Pieces</b> are all that there are, booked ones included; the programme is told what remains, counted from a
 * read right before, anew if it was throttled, up to 3 times. Who books between that read and the write is counted on
 * top, as for {@link CatalogueSync}. If nothing differs, nothing is sent.
 *
 * <p><b>What cannot be changed</b> is told and left: the category, the EAN, the link of a product that is sold on line,
 * and whatever is under review or rejected. What the programme refuses is told in each run, and sent again once it has
 * changed in the catalogue or at the programme, and every few runs ({@link Builder#retryRefusedEvery}).
 *
 * <p><b>Another writer</b> between plan and apply is left and told as {@code SKIPPED}; one between two runs is put
 * right, as the catalogue counts, and marked ({@link Change#changedElsewhere}).
 *
 * <p><b>Interrupted</b> anywhere, plan and apply again: the same end is reached and nothing is made twice, since each
 * product has the vendor's own id, by which the programme refuses a second one and a lost response is settled; and an
 * id is remembered before its product is made.
 *
 * <p>Safe for use by several threads; one run at a time for a venue.
 */
public final class OwnProductSync {

    private final PassCultureClient client;
    private final long venueId;
    private final CatalogueMemory memory;
    private final Removal removal;
    private final int retryRefusedEvery;
    private final Clock clock;
    private final Warnings warnings = new Warnings("fr.passerelle.catalogue", System::nanoTime);

    private OwnProductSync(Builder builder) {
        client = builder.client;
        venueId = builder.venueId;
        memory = builder.memory;
        removal = builder.removal;
        retryRefusedEvery = builder.retryRefusedEvery;
        clock = builder.clock;
    }

    /**
     * A synchroniser for one venue, to set up.
     *
     * @param memory which products were wanted, and what of them was seen; it may be that of a {@link CatalogueSync}.
     *     Once it is lost, nothing counts as gone: name such products {@link WantedOwnProduct#closed closed}
     */
    public static Builder of(PassCultureClient passCulture, Venue venue, CatalogueMemory memory) {
        return of(passCulture, venue.id(), memory);
    }

    /** The same, for the venue with this id. */
    public static Builder of(PassCultureClient passCulture, long venueId, CatalogueMemory memory) {
        return new Builder(passCulture, venueId, memory);
    }

    /**
     * Compares; sends nothing. A plan with nothing to do is a whole run, applied or not: the memory is written then.
     *
     * @param wanted all products with an own id that the catalogue has for this venue
     * @throws fr.passerelle.model.rule.RuleViolationException if an id comes twice
     * @throws IllegalArgumentException if a product is to be sold by another venue
     * @throws fr.passerelle.error.CallException if a page cannot be read
     */
    public SyncPlan plan(Collection<WantedOwnProduct> wanted) {
        List<WantedOwnProduct> products = List.copyOf(wanted);
        new RuleCheck()
                .unique(products.stream().map(WantedOwnProduct::id).toList(), i -> "products." + i + ".idAtProvider")
                .raise();
        products.forEach(product -> product.draft()
                .ifPresent(draft ->
                        CatalogueSync.checkVenue(draft.location(), venueId, "product " + product.id() + " is")));
        Snapshot known = memory.read(shelf());
        boolean triesAgain = known.runs() + 1 >= retryRefusedEvery;
        SyncPlan plan =
                new OwnProductPlanner(client, venueId, removal, clock.instant(), known, triesAgain).plan(products);
        if (plan.isNothing()) {
            remember(new Snapshot(plan.runs(), plan.trusted()));
        }
        return plan;
    }

    /**
     * Does what the plan says; what ends, last. Never throws because a call fails: the report says what became of each
     * change. Apply a plan once, and before the next run.
     *
     * @param progress hears of each change as soon as it is dealt with
     * @throws IllegalArgumentException if the plan is of another venue, or of events
     * @throws java.io.UncheckedIOException if the memory cannot be written; nothing is sent then
     */
    public SyncReport apply(SyncPlan plan, Consumer<ChangeResult> progress) {
        plan.check(venueId, true);
        List<ChangeResult> results = new ArrayList<>();
        Applier applier = new Applier(client, clock, result -> {
            results.add(result);
            progress.accept(result);
        });
        if (plan.isNothing()) {
            return applier.apply(plan); // it was remembered when it was made
        }
        Snapshot known = memory.read(shelf());
        Map<String, Confirmed> products = new HashMap<>(plan.trusted());
        boolean current = known.equals(plan.memory());
        if (!current) { // another run has come between: what it knows stays, unless it is about to change here
            known.events().forEach(products::putIfAbsent);
        }
        int runs = current ? plan.runs() : known.runs() + 1;
        // Ids first: one that is made and then forgotten would never be gone.
        memory.write(shelf(), new Snapshot(runs, products));
        try {
            return applier.apply(plan);
        } finally {
            learn(plan, results, products);
            remember(new Snapshot(runs, products));
        }
    }

    private void remember(Snapshot snapshot) {
        CatalogueSync.remember(memory, shelf(), snapshot, warnings);
    }

    private static void learn(SyncPlan plan, List<ChangeResult> all, Map<String, Confirmed> products) {
        Map<String, List<ChangeResult>> results = all.stream()
                .collect(Collectors.groupingBy(result -> result.change().offer()));
        for (EventPlan product : plan.events()) {
            List<State> states = results.getOrDefault(product.id(), List.of()).stream()
                    .map(ChangeResult::state)
                    .toList();
            boolean done = !states.isEmpty()
                    && states.stream().allMatch(state -> state == State.DONE || state == State.UNCHANGED);
            Optional<OwnProductSteps.OwnProductStep> step = product.steps()
                    .filter(OwnProductSteps.OwnProductStep.class::isInstance)
                    .map(OwnProductSteps.OwnProductStep.class::cast)
                    .findFirst();
            if (step.isEmpty()) {
                continue; // only told of: nothing new is known
            }
            String shown = Fingerprint.shown(step.get().seen());
            if (done && step.get() instanceof OwnProductSteps.End) {
                products.remove(product.id());
            } else if (done) {
                products.put(
                        product.id(), new Confirmed(product.whole() ? product.wanted() : "", shown, product.image()));
            } else if (states.contains(State.REFUSED) && !product.wanted().isEmpty()) {
                String image = Optional.ofNullable(products.get(product.id()))
                        .map(Confirmed::image)
                        .orElse("");
                products.put(product.id(), new Confirmed(Fingerprint.refused(product.wanted()), shown, image));
            }
        }
    }

    /** Where the memory keeps a venue's products: apart from its events, which replace all that is known of them. */
    private long shelf() {
        return -venueId;
    }

    /** Sets a synchroniser up. Not for use by several threads. */
    public static final class Builder {

        private final PassCultureClient client;
        private final long venueId;
        private final CatalogueMemory memory;
        private Removal removal = Removal.WITHDRAW_UNBOOKED;
        private int retryRefusedEvery = CatalogueSync.DEFAULT_FULL_CHECK;
        private Clock clock = Clock.systemUTC();

        private Builder(PassCultureClient client, long venueId, CatalogueMemory memory) {
            this.client = Objects.requireNonNull(client, "passCulture");
            this.venueId = venueId;
            this.memory = Objects.requireNonNull(memory, "memory");
        }

        /** What becomes of what is gone or cancelled. Default: {@link Removal#WITHDRAW_UNBOOKED}. */
        public Builder removal(Removal removal) {
            this.removal = Objects.requireNonNull(removal, "removal");
            return this;
        }

        /**
         * Every how many runs what the programme has refused is sent again, although nothing has changed. Default
         * {@link CatalogueSync#DEFAULT_FULL_CHECK}; 1 is always.
         *
         * @throws IllegalArgumentException if below 1
         */
        public Builder retryRefusedEvery(int runs) {
            if (runs < 1) {
                throw new IllegalArgumentException("retryRefusedEvery must be at least 1, not " + runs);
            }
            retryRefusedEvery = runs;
            return this;
        }

        /** By which an instant has passed. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** The synchroniser. */
        public OwnProductSync build() {
            return new OwnProductSync(this);
        }
    }
}
