package fr.passerelle.passculture;

import fr.passerelle.error.CallException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.TransportException;
import fr.passerelle.internal.base.Batches;
import fr.passerelle.internal.call.Deadline;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanRejection;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what became of products sent by EAN: their offers, and for those that show nothing yet the reason why not.
 * Holds a few chunks at a time, so that some are sent while the server works on others.
 */
final class EanConfirmation {

    /** Chunks under way at the same time. */
    private static final int AHEAD = 4;

    private final Operation operation;
    private final long venueId;
    private final Polling polling;
    private final Consumer<EanResult> onResult;
    private final Map<EanOutcome, Long> counts = new EnumMap<>(EanOutcome.class);

    EanConfirmation(Operation operation, long venueId, Polling polling, Consumer<EanResult> onResult) {
        this.operation = operation;
        this.venueId = venueId;
        this.polling = polling;
        this.onResult = onResult;
    }

    /** Confirms everything that is sent; how many products had which outcome. */
    CompletableFuture<Map<EanOutcome, Long>> run(EanSending sending) {
        Deque<Sent> underWay = new ArrayDeque<>();
        CompletableFuture<Boolean> confirmed = Stages.loop(() -> {
            if (sending.hasNext() && underWay.size() < AHEAD) {
                return Stages.map(sending.next(), chunk -> underWay.add(new Sent(chunk)));
            }
            return underWay.isEmpty() ? null : follow(underWay.remove());
        });
        return Stages.map(confirmed, done -> Collections.unmodifiableMap(counts));
    }

    private CompletableFuture<Boolean> follow(Sent sent) {
        if (!sent.mayHaveArrived) {
            sent.endAll(EanOutcome.NOT_SENT);
        }
        AtomicBoolean more = new AtomicBoolean(!sent.open.isEmpty());
        CompletableFuture<Boolean> looked = Stages.loop(() -> {
            if (!more.get()) {
                return null;
            }
            CompletableFuture<Boolean> pause =
                    operation.pauseUntil(sent.nextLook, HttpCall.to(PassCultureEndpoint.GET_PRODUCTS_BY_EAN));
            return Stages.then(pause, waited -> {
                sent.nextLook = operation.in(shorter(polling.interval(), sent.end));
                return Stages.map(sent.lookAtAll(), all -> {
                    more.set(!sent.open.isEmpty() && !sent.end.passed());
                    return true;
                });
            });
        });
        return Stages.map(looked, done -> {
            sent.endAll(EanOutcome.PENDING);
            return true;
        });
    }

    /** Whether a look that failed so may succeed later. */
    static boolean passes(Throwable thrown) {
        return thrown instanceof ServerException
                || thrown instanceof ThrottledException
                || thrown instanceof TransportException
                || thrown instanceof CircuitOpenException
                || thrown instanceof DeadlineException;
    }

    private static Duration shorter(Duration interval, Deadline end) {
        return interval.compareTo(end.remaining()) < 0 ? interval : end.remaining();
    }

    /** A chunk whose products await their outcome. */
    private final class Sent {

        private final Map<Ean, EanProductDraft> open = new LinkedHashMap<>();
        private final Map<Ean, Product> seen = new HashMap<>();
        private final Set<Ean> available = new HashSet<>();
        private final boolean mayHaveArrived;
        private final Deadline end = operation.in(polling.allowed());
        private Deadline nextLook = operation.in(polling.interval());
        private @Nullable RuntimeException failure;

        Sent(EanChunk chunk) {
            chunk.products().forEach(product -> open.put(product.ean(), product));
            failure = chunk.failure();
            mayHaveArrived =
                    failure == null || (failure instanceof CallException failed && failed.mayHaveBeenProcessed());
        }

        CompletableFuture<Boolean> lookAtAll() {
            Iterator<List<Ean>> some = Batches.into(EanUpsert.MAX_EANS_READ, List.copyOf(open.keySet()))
                    .iterator();
            return Stages.loop(() -> some.hasNext() ? look(some.next()) : null);
        }

        /** What cannot be looked at now is looked at again later. */
        private CompletableFuture<Boolean> look(List<Ean> eans) {
            CompletableFuture<Boolean> looked = Stages.then(EanProducts.byEan(operation, venueId, eans), offers -> {
                compare(offers);
                return askWhyNot(eans.stream()
                        .filter(ean -> open.containsKey(ean) && !available.contains(ean))
                        .toList());
            });
            return Stages.recover(looked, thrown -> {
                if (!passes(thrown) || operation.cancellation().reason() != null) {
                    return Stages.failed(thrown);
                }
                failure = (RuntimeException) thrown;
                return Stages.done(true);
            });
        }

        private void compare(List<Product> found) {
            Map<Ean, Product> offers = new HashMap<>();
            // The highest number comes first, and is the one that the upsert takes over.
            found.forEach(product -> {
                Ean ean = EanMatch.ean(product.category());
                if (ean != null) {
                    offers.putIfAbsent(ean, product);
                }
            });
            seen.putAll(offers);
            offers.forEach((ean, offer) -> {
                EanProductDraft sent = open.get(ean);
                if (sent != null && EanMatch.shows(offer, sent)) {
                    end(ean, EanOutcome.APPLIED);
                }
            });
        }

        private CompletableFuture<Boolean> askWhyNot(List<Ean> eans) {
            if (eans.isEmpty()) {
                return Stages.done(true);
            }
            return Stages.map(EanProducts.availability(operation, eans), response -> {
                available.addAll(response.available());
                for (Ean ean : eans) {
                    EanRejection rejection = response.rejection(ean).orElse(null);
                    if (rejection != null) {
                        end(ean, EanOutcome.of(rejection));
                    }
                }
                return true;
            });
        }

        void endAll(EanOutcome outcome) {
            List.copyOf(open.keySet()).forEach(ean -> end(ean, outcome));
        }

        private void end(Ean ean, EanOutcome outcome) {
            EanProductDraft sent = open.remove(ean);
            if (sent != null) {
                counts.merge(outcome, 1L, Long::sum);
                boolean settled = outcome != EanOutcome.PENDING && outcome != EanOutcome.NOT_SENT;
                onResult.accept(new EanResult(sent, outcome, seen.get(ean), settled ? null : failure));
            }
        }
    }
}
