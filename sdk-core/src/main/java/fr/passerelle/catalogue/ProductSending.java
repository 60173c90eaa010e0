package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ProductComparison.Item;
import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.EanResult;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends products, some thousand at a time, and keeps what became of them. For one run. */
final class ProductSending {

    /** As many as the client has under way at once. */
    private static final int WINDOW = 4 * EanUpsert.MAX_PRODUCTS;

    private final PassCultureClient client;
    private final Location location;
    private final Polling polling;
    private final Products memory;
    private final Consumer<ProductResult> progress;
    private final Map<ChangeResult.State, Long> states = new EnumMap<>(ChangeResult.State.class);
    private Optional<CallException> stoppedBy = Optional.empty();

    ProductSending(
            PassCultureClient client,
            Location location,
            Polling polling,
            Products memory,
            Consumer<ProductResult> progress) {
        this.client = client;
        this.location = location;
        this.polling = polling;
        this.memory = memory;
        this.progress = progress;
    }

    Map<ChangeResult.State, Long> states() {
        return states;
    }

    Optional<CallException> stoppedBy() {
        return stoppedBy;
    }

    /** Sends all, until something ails every call. */
    void send(ProductPass pass) {
        try {
            List<Item> some = pass.some(WINDOW);
            while (!some.isEmpty() && stoppedBy.isEmpty()) {
                send(some);
                some = stoppedBy.isEmpty() ? pass.some(WINDOW) : List.of();
            }
        } catch (CallException unread) {
            stoppedBy = Optional.of(unread);
        }
    }

    private void send(List<Item> items) {
        Map<Ean, Item> open = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.draft().isPresent()) {
                open.put(item.known().ean(), item);
            } else {
                tell(ProductResult.told(item.change(), outcome(item)));
            }
        }
        if (!open.isEmpty()) {
            new Window(open).send();
        }
    }

    private static Optional<EanOutcome> outcome(Item item) {
        boolean refused = item.change().cause() == Change.Cause.REJECTED;
        return refused ? Optional.of(item.known().outcome()) : Optional.empty();
    }

    private void tell(ProductResult result) {
        states.merge(result.state(), 1L, Long::sum);
        progress.accept(result);
    }

    /** Products that are sent together. */
    private final class Window {

        private final Map<Ean, Item> open;
        private final Map<Ean, Known> before;
        private final List<Known> seen = new ArrayList<>();
        private final List<Ean> gone = new ArrayList<>();

        Window(Map<Ean, Item> open) {
            this.open = open;
            this.before = new HashMap<>(memory.find(open.keySet()));
        }

        /** What may be there from now on is noted first: a run that is killed leaves no memory that is wrong. */
        void send() {
            memory.write(open.values().stream().map(this::known).toList());
            try {
                client.products()
                        .ean()
                        .upsertAndConfirm(
                                location, ProductPass.drafts(List.copyOf(open.values())), polling, this::settle);
            } catch (CallException ailsAll) {
                stoppedBy = Optional.of(ailsAll);
                List.copyOf(open.values()).forEach(item -> settle(item, EanOutcome.PENDING, Optional.of(ailsAll)));
            } finally {
                memory.write(seen);
                memory.remove(gone);
            }
        }

        private Known known(Item item) {
            Known was = before.get(item.known().ean());
            return was == null ? item.known() : item.known().after(was);
        }

        private void settle(EanResult result) {
            Item item = open.get(result.sent().ean());
            if (item == null) {
                return;
            }
            RuntimeException failure = result.failure();
            settle(item, result.outcome(), Optional.ofNullable(failure));
            boolean hopeless = failure instanceof ThrottledException || failure instanceof CircuitOpenException;
            if (hopeless && failure instanceof CallException call && stoppedBy.isEmpty()) {
                stoppedBy = Optional.of(call);
            }
        }

        private void settle(Item item, EanOutcome outcome, Optional<RuntimeException> failure) {
            Ean ean = item.known().ean();
            open.remove(ean);
            boolean withdrawn = item.change().kind() == Change.Kind.WITHDRAW;
            Known was = before.get(ean);
            switch (outcome) {
                case PENDING -> {} // as was noted before it was sent
                case NOT_SENT -> {
                    if (was == null) {
                        gone.add(ean);
                    } else {
                        seen.add(was);
                    }
                }
                default -> {
                    if (withdrawn) {
                        gone.add(ean);
                    } else {
                        seen.add(known(item).outcome(outcome));
                    }
                }
            }
            tell(ProductResult.sent(item.change(), outcome, failure));
        }
    }
}
