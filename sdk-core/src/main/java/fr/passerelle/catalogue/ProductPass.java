package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.ProductComparison.Item;
import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.shown.ShownEan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes through what is wanted, and then through what is remembered and not wanted, and gives what is to be done. Holds
 * one batch at a time, and the numbers of all EANs that it has seen. Sends nothing.
 */
final class ProductPass implements Iterator<Item> {

    /** Of which the memory is asked at once. */
    private static final int BATCH = EanUpsert.MAX_PRODUCTS;

    private final PassCultureClient client;
    private final long venueId;
    private final Products memory;
    private final Supplier<Removal> removal;
    private final boolean everything;
    private final Clock clock;
    private final Iterator<WantedProduct> wanted;
    private final EanSet seen = new EanSet();
    private final Deque<Item> ready = new ArrayDeque<>();
    private final List<EanProductDraft> toLookAt = new ArrayList<>();
    private final List<Ean> forgettable = new ArrayList<>();
    private Optional<Ean> lastKnown = Optional.empty();
    private Optional<Removal> removing = Optional.empty();
    private boolean over;
    private long count;
    private long unchanged;
    private int reads;

    ProductPass(
            PassCultureClient client,
            long venueId,
            Products memory,
            Supplier<Removal> removal,
            boolean everything,
            Clock clock,
            Iterator<WantedProduct> wanted) {
        this.client = client;
        this.venueId = venueId;
        this.memory = memory;
        this.removal = removal;
        this.everything = everything;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** How many were as wanted until now. */
    long unchanged() {
        return unchanged;
    }

    /** How many calls were made until now. */
    int reads() {
        return reads;
    }

    /** What is remembered for nothing: it is not wanted any more, and the programme never took it. */
    List<Ean> forgettable() {
        return forgettable;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !over) {
            if (wanted.hasNext()) {
                compareSome();
            } else if (!toLookAt.isEmpty()) {
                look();
            } else {
                endSome();
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void compareSome() {
        List<EanProductDraft> batch = new ArrayList<>();
        while (batch.size() < BATCH && wanted.hasNext()) {
            WantedProduct product = wanted.next();
            new RuleCheck()
                    .require(seen.add(product.ean()), "products." + count + ".ean", RuleCode.DUPLICATE)
                    .raise();
            count++;
            product.draft().ifPresentOrElse(batch::add, () -> unchanged++);
        }
        Map<Ean, Known> known =
                memory.find(batch.stream().map(EanProductDraft::ean).toList());
        Instant now = clock.instant();
        batch.forEach(product -> compare(product, Optional.ofNullable(known.get(product.ean())), now));
    }

    private void compare(EanProductDraft product, Optional<Known> before, Instant now) {
        Known known = ProductComparison.known(product);
        EanProductDraft sent = WantedProduct.at(now, product);
        if (!WantedProduct.isToCome(product, now)) {
            ready.add(ProductComparison.kept(before.orElse(known), Cause.OVER));
        } else if (before.isEmpty()) {
            ready.add(ProductComparison.created(sent, known));
        } else if (!ProductComparison.isSame(known, before.get())
                || before.get().outcome() == EanOutcome.PENDING) {
            ready.add(ProductComparison.changed(sent, known, before.get()));
        } else if (before.get().outcome() == EanOutcome.APPLIED) {
            trust(product);
        } else if (everything) {
            ready.add(ProductComparison.created(sent, known));
        } else {
            ready.add(ProductComparison.kept(before.get(), Cause.REJECTED));
        }
    }

    /** As it was when it was seen last, unless everything is to be looked at. */
    private void trust(EanProductDraft product) {
        if (!everything) {
            unchanged++;
            return;
        }
        toLookAt.add(product);
        if (toLookAt.size() == EanUpsert.MAX_EANS_READ) {
            look();
        }
    }

    private void look() {
        Map<Ean, Product> shown = new HashMap<>();
        // The highest number comes first, and is the one that an upsert takes over.
        client.products()
                .ean()
                .byEan(venueId, toLookAt.stream().map(EanProductDraft::ean).toList())
                .forEach(product -> {
                    Ean ean = ShownEan.ean(product.category());
                    if (ean != null) {
                        shown.putIfAbsent(ean, product);
                    }
                });
        reads++;
        Instant now = clock.instant();
        for (EanProductDraft product : toLookAt) {
            EanProductDraft sent = WantedProduct.at(now, product);
            Optional<Product> offer = Optional.ofNullable(shown.get(product.ean()));
            if (offer.filter(is -> ShownEan.shows(is, sent)).isPresent()) {
                unchanged++;
            } else {
                ready.add(ProductComparison.changedElsewhere(sent, ProductComparison.known(product), offer));
            }
        }
        toLookAt.clear();
    }

    private void endSome() {
        Removal policy = removing.orElseGet(removal);
        removing = Optional.of(policy);
        List<Known> page = memory.after(lastKnown, BATCH);
        over = page.size() < BATCH;
        if (!page.isEmpty()) {
            lastKnown = Optional.of(page.get(page.size() - 1).ean());
        }
        page.stream().filter(known -> !seen.contains(known.ean())).forEach(known -> end(known, policy));
    }

    private void end(Known known, Removal policy) {
        boolean onSale = known.onSale() || known.outcome() == EanOutcome.PENDING;
        if (!onSale) {
            forgettable.add(known.ean());
        } else if (policy == Removal.KEEP) {
            ready.add(ProductComparison.kept(known, Cause.POLICY));
        } else {
            ready.add(ProductComparison.withdrawn(known));
        }
    }

    /** The next ones, as many as are held while the programme works on them. */
    List<Item> some(int most) {
        List<Item> some = new ArrayList<>();
        while (some.size() < most && hasNext()) {
            some.add(next());
        }
        return some;
    }

    static Collection<EanProductDraft> drafts(List<Item> items) {
        return items.stream().flatMap(item -> item.draft().stream()).toList();
    }
}
