package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.ResponseDecoder;
import java.util.function.Function;

/**
 * Makes a value of a response, and keeps nothing of the response itself.
 *
 * @param member the member of the response's object that holds the value; empty if the whole response does
 */
record TypedReader<T>(ResponseDecoder decoder, SentRequest request, String member, TypeReference<T> type)
        implements Function<RawResponse, T> {

    @Override
    public T apply(RawResponse response) {
        return decoder.read(request, response, member, type);
    }
}
