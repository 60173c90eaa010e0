package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ProductComparison.Item;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.error.CallException;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the paper books, CDs and vinyl of a venue as a shop's own stock has them: sends by EAN only what has changed
 * since the programme was last seen to have it, and takes off sale what is gone. Any number of products, read one by
 * one: what is held is 2 000 of them, the number of each (at most 32 bytes), and what the memory holds.
 *
 * <pre>{@code
 * ProductSync sync = ProductSync.of(passCulture, shop, ProductMemory.file(file)).build();
 * ProductPlan plan = sync.plan(stock, change -> log.info("{}: {}", change.title(), change.reason()));
 * ProductReport report = sync.apply(stock, result -> {});
 * }</pre>
 *
 * <p><b>The fewest calls.</b> To have {@code n} products changed or taken off sale: {@code ⌈n / 500⌉} upserts and
 * {@code ⌈n / 100⌉} reads that see what became of them; for those that are not shown at the first look, one more for
 * each 100, which tells why not, and further looks. A full check reads the products that have not changed,
 * {@code ⌈unchanged / 100⌉}. With nothing changed, and no full check, there is no call at all.
 *
 * <p><b>Pieces.</b> The programme is told what remains to be sold, as the catalogue says it. Bookings lower what the
 * programme shows: that is nobody's change, and is put right only if the catalogue says another number, or by a full
 * check. Who books between the making of the catalogue and the upsert is counted by the programme on top.
 *
 * <p><b>What is refused</b> (an EAN that the programme does not know, or does not sell) is told in each run, and sent
 * again only if it has changed, or by a full check.
 *
 * <p><b>Interrupted</b> anywhere, apply again: before anything is sent, the memory notes that it may have been. What
 * nobody has seen is sent again.
 *
 * <p>Safe for use by several threads; one run at a time for a venue.
 */
public final class ProductSync {

    private final PassCultureClient client;
    private final long venueId;
    private final ProductMemory memory;
    private final Location location;
    private final Supplier<Removal> removal;
    private final int fullCheckEvery;
    private final Polling polling;
    private final Clock clock;

    private ProductSync(Builder builder) {
        client = builder.client;
        venueId = builder.venueId;
        memory = builder.memory;
        location = builder.location;
        removal = builder.removal;
        fullCheckEvery = builder.fullCheckEvery;
        polling = builder.polling;
        clock = builder.clock;
    }

    /** A synchroniser for one venue, to set up. */
    public static Builder of(PassCultureClient passCulture, Venue venue, ProductMemory memory) {
        return of(passCulture, venue.id(), memory);
    }

    /** A synchroniser for the venue with this id, to set up. */
    public static Builder of(PassCultureClient passCulture, long venueId, ProductMemory memory) {
        return new Builder(passCulture, venueId, memory);
    }

    /**
     * Compares; sends nothing and remembers nothing. Applying compares anew: a plan is for those who want to look
     * first.
     *
     * @param wanted all products of the venue, read once; what is remembered and not among them is gone. An empty one
     *     ends all of them: look at the plan before it is applied if it may be empty by mistake
     * @param found hears of each change as it is found, also of what is only told
     * @throws fr.passerelle.model.rule.RuleViolationException if an EAN comes twice
     * @throws CallException if a full check cannot read
     * @throws IllegalStateException if another run has the memory open
     * @throws java.io.UncheckedIOException if the memory cannot be read
     */
    public ProductPlan plan(Iterable<WantedProduct> wanted, Consumer<Change> found) {
        Map<Change.Kind, Long> changes = new EnumMap<>(Change.Kind.class);
        try (Products known = memory.open(venueId)) {
            ProductPass pass = pass(known, wanted);
            while (pass.hasNext()) {
                Item item = pass.next();
                changes.merge(item.change().kind(), 1L, Long::sum);
                found.accept(item.change());
            }
            return new ProductPlan(changes, pass.unchanged(), pass.reads());
        }
    }

    /**
     * Sends what has changed, waits until the programme shows it or tells why not, and takes off sale what is gone,
     * last. Does not throw because a call fails: the report says what became of it.
     *
     * @param wanted as for {@link #plan}. What its iterator throws ends the run: what was read before stands, and
     *     nothing is taken off sale
     * @param progress hears of each change once its outcome is known; not of products that are as wanted. What it
     *     throws ends the run
     * @throws fr.passerelle.model.rule.RuleViolationException if an EAN comes twice, or the location cannot be sent
     * @throws IllegalStateException if another run has the memory open
     * @throws java.io.UncheckedIOException if the memory cannot be read or written; what it cannot note is not sent
     */
    public ProductReport apply(Iterable<WantedProduct> wanted, Consumer<ProductResult> progress) {
        try (Products known = memory.open(venueId)) {
            ProductPass pass = pass(known, wanted);
            ProductSending sending = new ProductSending(client, location, polling, known, progress);
            boolean everything = isFullCheck(known);
            sending.send(pass);
            if (sending.stoppedBy().isEmpty()) {
                known.remove(pass.forgettable());
                known.runs(everything ? 0 : known.runs() + 1);
            }
            return new ProductReport(sending.states(), pass.unchanged(), sending.stoppedBy());
        }
    }

    private boolean isFullCheck(Products known) {
        return known.runs() + 1 >= fullCheckEvery;
    }

    private ProductPass pass(Products known, Iterable<WantedProduct> wanted) {
        return new ProductPass(client, venueId, known, removal, isFullCheck(known), clock, wanted.iterator());
    }

    /** Sets a synchroniser up. Not for use by several threads. */
    public static final class Builder {

        private final PassCultureClient client;
        private final long venueId;
        private final ProductMemory memory;
        private Location location;
        private Supplier<Removal> removal = () -> Removal.WITHDRAW_UNBOOKED;
        private int fullCheckEvery = CatalogueSync.DEFAULT_FULL_CHECK;
        private Polling polling = Polling.DEFAULT;
        private Clock clock = Clock.systemUTC();

        private Builder(PassCultureClient client, long venueId, ProductMemory memory) {
            this.client = Objects.requireNonNull(client, "passCulture");
            this.venueId = venueId;
            this.memory = Objects.requireNonNull(memory, "memory");
            this.location = new Location.Physical(venueId);
        }

        /**
         * Where the products are sold. Default: the venue's own address.
         *
         * @throws IllegalArgumentException if it is another venue's
         */
        public Builder location(Location location) {
            CatalogueSync.checkVenue(location, venueId, "the products are");
            this.location = location;
            return this;
        }

        /** As {@link #removal(Supplier)}, always the same. */
        public Builder removal(Removal removal) {
            Objects.requireNonNull(removal, "removal");
            if (removal == Removal.CANCEL_BOOKED) {
                throw cancels();
            }
            return removal(() -> removal);
        }

        /**
         * What becomes of products that are not wanted any more. Default {@link Removal#WITHDRAW_UNBOOKED}: they are
         * hidden and sold out, and their bookings kept. The programme has no call that cancels the bookings of a
         * product that was made by its EAN, so that {@link Removal#CANCEL_BOOKED} is refused.
         *
         * @param removal asked once, when all that is wanted was read: a source that met something it could not read
         *     may have everything kept
         * @throws IllegalArgumentException for {@link Removal#CANCEL_BOOKED}, here or when it is asked
         */
        public Builder removal(Supplier<Removal> removal) {
            Objects.requireNonNull(removal, "removal");
            this.removal = () -> {
                Removal policy = removal.get();
                if (policy == Removal.CANCEL_BOOKED) {
                    throw cancels();
                }
                return policy;
            };
            return this;
        }

        private static IllegalArgumentException cancels() {
            return new IllegalArgumentException("CANCEL_BOOKED: the programme cancels no bookings of products by EAN");
        }

        /**
         * Every how many runs all products are read and compared. Default {@link CatalogueSync#DEFAULT_FULL_CHECK}; 1
         * is always.
         *
         * @throws IllegalArgumentException if below 1
         */
        public Builder fullCheckEvery(int runs) {
            fullCheckEvery = CatalogueSync.checkedRuns(runs);
            return this;
        }

        /** How to wait for what the programme does with each 500 products. Default {@link Polling#DEFAULT}. */
        public Builder polling(Polling polling) {
            this.polling = Objects.requireNonNull(polling, "polling");
            return this;
        }

        /** By which a date is over. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** The synchroniser. */
        public ProductSync build() {
            return new ProductSync(this);
        }
    }
}
