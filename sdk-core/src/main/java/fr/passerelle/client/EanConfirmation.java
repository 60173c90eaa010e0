package fr.passerelle.client;

import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.client.error.ThrottledException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.Deadline;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanRejection;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.value.Ean;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what became of products sent by EAN: their offers, and for those that show nothing yet the reason why not.
 * Holds a few chunks at a time, so that some are sent while the server works on others.
 */
final class EanConfirmation {

    /** Chunks under way at the same time. */
    private static final int AHEAD = 4;

    private final Calls calls;
    private final EanProducts products;
    private final long venueId;
    private final Polling polling;
    private final Consumer<EanResult> onResult;
    private final Map<EanOutcome, Long> counts = new EnumMap<>(EanOutcome.class);

    EanConfirmation(Calls calls, long venueId, Polling polling, Consumer<EanResult> onResult) {
        this.calls = calls;
        this.products = new EanProducts(calls);
        this.venueId = venueId;
        this.polling = polling;
        this.onResult = onResult;
    }

    /** Confirms everything that is sent; how many products had which outcome. */
    Map<EanOutcome, Long> run(EanSending sending) {
        Deque<Sent> underWay = new ArrayDeque<>();
        while (sending.hasNext() || !underWay.isEmpty()) {
            if (sending.hasNext() && underWay.size() < AHEAD) {
                underWay.add(new Sent(sending.next()));
            } else {
                follow(underWay.remove());
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    private void follow(Sent sent) {
        if (!sent.mayHaveArrived) {
            sent.endAll(EanOutcome.NOT_SENT);
        }
        boolean more = !sent.open.isEmpty();
        while (more) {
            calls.pauseUntil(sent.nextLook, HttpCall.to(Endpoint.GET_PRODUCTS_BY_EAN));
            sent.nextLook = calls.in(shorter(polling.interval(), sent.end));
            Cut.into(EanUpsert.MAX_EANS_READ, List.copyOf(sent.open.keySet())).forEach(sent::look);
            more = !sent.open.isEmpty() && !sent.end.passed();
        }
        sent.endAll(EanOutcome.PENDING);
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
        private final Deadline end = calls.in(polling.allowed());
        private Deadline nextLook = calls.in(polling.interval());
        private @Nullable RuntimeException failure;

        Sent(EanChunk chunk) {
            chunk.products().forEach(product -> open.put(product.ean(), product));
            failure = chunk.failure();
            mayHaveArrived = failure == null
                    || (failure instanceof PassCultureException failed && failed.mayHaveBeenProcessed());
        }

        /** What cannot be looked at now is looked at again later. */
        void look(List<Ean> eans) {
            try {
                readOffers(eans);
                askWhyNot(eans.stream()
                        .filter(ean -> open.containsKey(ean) && !available.contains(ean))
                        .toList());
            } catch (ServerException | ThrottledException | TransportException | DeadlineException e) {
                failure = e;
            }
        }

        private void readOffers(List<Ean> eans) {
            Map<Ean, Product> offers = new HashMap<>();
            // The highest number comes first, and is the one that the upsert takes over.
            products.byEan(venueId, eans).forEach(product -> {
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

        private void askWhyNot(List<Ean> eans) {
            if (eans.isEmpty()) {
                return;
            }
            EanAvailability answer = products.availability(eans);
            available.addAll(answer.available());
            for (Ean ean : eans) {
                EanRejection rejection = answer.rejection(ean).orElse(null);
                if (rejection != null) {
                    end(ean, EanOutcome.of(rejection));
                }
            }
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
