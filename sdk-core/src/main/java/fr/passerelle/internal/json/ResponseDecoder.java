package fr.passerelle.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.passerelle.error.CallException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.RetryAfter;
import fr.passerelle.internal.endpoint.SentRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last step of a call: its response becomes a value, or a typed exception. */
public final class ResponseDecoder {

    /** How Immutables begins a message that names the missing fields, and nothing else. */
    private static final String INCOMPLETE = "Cannot build ";

    private final ObjectMapper mapper;
    private final Clock clock;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    public ResponseDecoder(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Throws what the response means unless it is a success. */
    public void check(SentRequest request, RawResponse response) {
        if (response.status() < 200 || response.status() > 299) {
            throw ApiExceptions.of(
                    request,
                    response,
                    ErrorBody.read(mapper, response.body()),
                    RetryAfter.of(response, clock.instant()).orElse(null));
        }
    }

    /**
     * Reads a success that says nothing more. An object with something in it is a detail that this SDK does not know; a
     * page, {@code {}} and all else come from somebody else on the way, and tell nothing.
     */
    public void readNothing(SentRequest request, RawResponse response) {
        check(request, response);
        byte[] body = response.body();
        if (body.length == 0) {
            return;
        }
        try {
            JsonNode document = mapper.readTree(body);
            if (!document.isObject() || document.isEmpty()) {
                throw ApiExceptions.unreadable(request, "", "something where nothing should be", response);
            }
        } catch (IOException e) {
            throw ApiExceptions.unreadable(request, "", "no JSON", response);
        }
    }

    /** Whether a member of a response is a list; not if there is none, or no JSON at all. */
    public boolean isList(RawResponse response, String member) {
        try {
            JsonNode root = mapper.readTree(response.bodyStream());
            return root != null && root.path(member).isArray();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a success.
     *
     * @param member the member of the response's object that holds the value; empty if the whole response does
     */
    public <T> T read(SentRequest request, RawResponse response, String member, TypeReference<T> type) {
        check(request, response);
        try (JsonParser json = mapper.createParser(response.bodyStream())) {
            if (!advance(json, member) || json.currentToken() == JsonToken.VALUE_NULL) {
                throw ApiExceptions.unreadable(request, pointer(member, ""), "nothing there", response);
            }
            T value = readers.computeIfAbsent(type.getType(), this::reader).readValue(json);
            end(json, member);
            return value;
        } catch (JsonProcessingException e) {
            throw unreadable(request, response, member, e);
        } catch (IOException e) {
            throw ApiExceptions.unreadable(request, "", "no JSON", response);
        }
    }

    private ObjectReader reader(Type type) {
        // A member has others behind it: what stands behind the document is looked at in end(...).
        return mapper.readerFor(mapper.constructType(type)).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Goes to the first token of the value; false if there is none. */
    private static boolean advance(JsonParser json, String member) throws IOException {
        JsonToken first = json.nextToken();
        if (member.isEmpty()) {
            return first != null;
        }
        boolean found = false;
        while (!found && first == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
            found = member.equals(json.currentName());
            json.nextToken();
            if (!found) {
                json.skipChildren();
            }
        }
        return found;
    }

    /** Reads over what is left of the document, which must be JSON too, and end there. */
    private static void end(JsonParser json, String member) throws IOException {
        while (!member.isEmpty() && json.nextToken() != JsonToken.END_OBJECT) {
            json.nextToken();
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "more than one document");
        }
    }

    /** Without Jackson's exception, whose message quotes the response. */
    private static CallException unreadable(
            SentRequest request, RawResponse response, String member, JsonProcessingException e) {
        return isMalformed(e) || isMalformed(e.getCause())
                ? ApiExceptions.unreadable(request, "", "no JSON", response)
                : ApiExceptions.unreadable(request, pointer(member, Json.pointer(e)), problem(e), response);
    }

    /** A number too large for its type is found while it is parsed, and is JSON all the same. */
    private static boolean isMalformed(@Nullable Throwable e) {
        return e instanceof StreamReadException && !(e instanceof InputCoercionException);
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return "a number out of range";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "no " + mismatch.getTargetType().getSimpleName();
        }
        String cause = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
        if (cause.startsWith(INCOMPLETE)) {
            return cause;
        }
        return "not the expected shape";
    }

    private static String pointer(String member, String rest) {
        return (member.isEmpty() ? "" : "/" + member) + rest;
    }
}
