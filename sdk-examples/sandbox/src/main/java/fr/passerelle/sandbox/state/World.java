package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    public final Table<CatalogueProduct> catalogue = new Table<>();
    public final Table<Beneficiary> beneficiaries = new Table<>();
    public final Table<Booking> bookings = new Table<>();

    /** In creation order: a venue's first link matters to what the venue shows. */
    public final List<ProviderLink> links = new ArrayList<>();

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

    public Instant now() {
        return clock.instant();
    }

    public @Nullable Provider providerByKey(String apiKey) {
        return providers.all().stream()
                .filter(provider -> provider.apiKey.equals(apiKey))
                .findFirst()
                .orElse(null);
    }

    /** The link between a provider and a venue, active or not. */
    public @Nullable ProviderLink link(Provider provider, Venue venue) {
        return links.stream()
                .filter(link -> link.provider == provider && link.venue == venue)
                .findFirst()
                .orElse(null);
    }
}
