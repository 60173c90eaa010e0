package fr.passerelle.client;

import fr.passerelle.client.error.BadRequestException;
import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.client.error.ThrottledException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnreadableAnswerException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends products by EAN, call by call, as they are asked for. What ails one call is part of its chunk; what ails them
 * all (the key, the venue, an interrupt) is thrown.
 */
final class EanSending implements Iterator<EanChunk> {

    private final Calls calls;
    private final Location location;
    private final Iterator<EanProductDraft> source;
    private long read;

    EanSending(Calls calls, Location location, Iterator<EanProductDraft> source) {
        this.calls = calls;
        this.location = location;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public EanChunk next() {
        EanUpsert upsert = batch();
        try {
            upsert.checkAt(calls.now());
            calls.run(HttpCall.to(Endpoint.UPSERT_PRODUCTS_BY_EAN).body(calls.json(upsert)));
            return new EanChunk(upsert.products(), read, null);
        } catch (RuleViolationException
                | BadRequestException
                | ServerException
                | ThrottledException
                | TransportException
                | UnreadableAnswerException
                | DeadlineException e) {
            return new EanChunk(upsert.products(), read, e);
        }
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
