package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All state of a sandbox, behind one lock. Everything here must be read and written inside {@link #locked}. */
public final class World {

    public final SandboxClock clock;
    public final Table<Provider> providers = new Table<>();
    public final Table<Offerer> offerers = new Table<>();
    public final Table<Venue> venues = new Table<>();
    public final Table<Offer> offers = new Table<>();
    public final Table<PriceCategory> priceCategories = new Table<>();
    public final Table<Stock> stocks = new Table<>();
    public final Catalogue catalogue = new Catalogue();
    public final Table<Beneficiary> beneficiaries = new Table<>();
    public final Table<Booking> bookings = new Table<>();

    public final Addresses addresses = new Addresses();
    public final Bookings bookingRules = new Bookings(this);

    /** Ids of videos that the video site does not know; all others exist. */
    public final Set<String> missingVideos = new HashSet<>();

    /** What the platform's review says of offers finalised from now on. */
    public Offer.Validation reviewOutcome = Offer.Validation.APPROVED;

    /** In creation order: a venue's first link matters to what the venue shows. */
    public final List<ProviderLink> links = new ArrayList<>();

    private final List<Runnable> resetActions = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    public World(SandboxClock clock) {
        this.clock = clock;
    }

    /** Runs an action alone: no other call sees or changes the world meanwhile. Reentrant. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** The sandbox's clock, to the microsecond like everything the platform stores. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Drops everything and lets the clock follow the machine. */
    public void reset() {
        clock.follow();
        List.of(providers, offerers, venues, offers, priceCategories, stocks, beneficiaries, bookings)
                .forEach(Table::clear);
        catalogue.clear();
        addresses.clear();
        bookingRules.clear();
        missingVideos.clear();
        links.clear();
        reviewOutcome = Offer.Validation.APPROVED;
        resetActions.forEach(Runnable::run);
    }

    /** Does this too at every reset, for what has a state of its own beside the world. */
    public void onReset(Runnable action) {
        resetActions.add(action);
    }

    public @Nullable Provider providerByKey(String apiKey) {
        return providers.all().stream()
                .filter(provider -> provider.apiKey.equals(apiKey))
                .findFirst()
                .orElse(null);
    }

    /** Makes a stock of an offer. */
    public Stock addStock(Offer offer, int price) {
        Stock stock = stocks.add(id -> new Stock(id, offer, price));
        offer.stocks.add(stock);
        return stock;
    }

    /** The products of a venue with one of some EANs, newest first. */
    public List<Offer> offersByEan(Venue venue, Collection<String> eans) {
        Set<String> wanted = new HashSet<>(eans); // a shop has tens of thousands of offers, each looked up here
        return offers.all().stream()
                .filter(offer ->
                        offer.venue == venue && !offer.event && offer.ean != null && wanted.contains(offer.ean))
                .sorted(Comparator.comparingLong((Offer offer) -> offer.id).reversed())
                .toList();
    }

    /** Whether an active link lets the provider reach the venue. */
    public boolean reaches(Provider provider, Venue venue) {
        ProviderLink link = link(provider, venue);
        return link != null && link.active;
    }

    /** The link between a provider and a venue, active or not. */
    public @Nullable ProviderLink link(Provider provider, Venue venue) {
        return links.stream()
                .filter(link -> link.provider == provider && link.venue == venue)
                .findFirst()
                .orElse(null);
    }
}
