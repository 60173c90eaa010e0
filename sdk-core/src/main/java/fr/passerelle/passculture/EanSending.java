package fr.passerelle.passculture;

import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends products by EAN, call by call, as they are asked for. What ails one call is part of its chunk; what ails them
 * all (the key, the venue, an interrupt) fails.
 */
final class EanSending {

    private final Operation operation;
    private final Location location;
    private final Iterator<EanProductDraft> source;
    private long read;

    EanSending(Operation operation, Location location, Iterator<EanProductDraft> source) {
        this.operation = operation;
        this.location = location;
        this.source = source;
    }

    boolean hasNext() {
        return source.hasNext();
    }

    /** Sends the next products, under a deadline of their own. */
    CompletableFuture<EanChunk> next() {
        EanUpsert upsert = batch();
        long readSoFar = read;
        CompletableFuture<Boolean> sent = Stages.start(() -> {
            upsert.checkAt(operation.now());
            return operation
                    .next()
                    .run(HttpCall.to(PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN).body(operation.json(upsert)));
        });
        return Stages.handle(
                sent,
                done -> Stages.done(new EanChunk(upsert.products(), readSoFar, null)),
                failure -> ailsThisCallOnly(failure)
                        ? Stages.done(new EanChunk(upsert.products(), readSoFar, (RuntimeException) failure))
                        : Stages.failed(failure));
    }

    static boolean ailsThisCallOnly(Throwable failure) {
        return failure instanceof RuleViolationException
                || failure instanceof BadRequestException
                || failure instanceof ServerException
                || failure instanceof ThrottledException
                || failure instanceof TransportException
                || failure instanceof CircuitOpenException
                || failure instanceof UnreadableResponseException
                || failure instanceof DeadlineException;
    }

    /** When an EAN occurs twice, its last product: the server would take any of the two. */
    private EanUpsert batch() {
        Map<Ean, EanProductDraft> batch = new LinkedHashMap<>();
        while (batch.size() < EanUpsert.MAX_PRODUCTS && source.hasNext()) {
            EanProductDraft product = source.next();
            batch.put(product.ean(), product);
            read++;
        }
        return new EanUpsert(location, batch.values().stream().toList());
    }
}
