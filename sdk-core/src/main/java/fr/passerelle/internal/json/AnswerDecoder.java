package fr.passerelle.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.RetryAfter;
import java.io.IOException;
import java.time.Clock;

/** The last step of a call: its answer becomes a value, or a typed exception. */
public final class AnswerDecoder {

    /** How Immutables begins a message that names the missing fields, and nothing else. */
    private static final String INCOMPLETE = "Cannot build ";

    private final ObjectMapper mapper;
    private final Clock clock;

    public AnswerDecoder(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Throws what the answer means unless it is a success. */
    public void check(Endpoint endpoint, RawAnswer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            throw Failures.answered(
                    endpoint,
                    answer,
                    ErrorBody.read(mapper, answer.body()),
                    RetryAfter.of(answer, clock.instant()).orElse(null));
        }
    }

    /**
     * Reads a success.
     *
     * @param member the member of the answer's object that holds the value; empty if the whole answer does
     */
    public <T> T read(Endpoint endpoint, RawAnswer answer, String member, TypeReference<T> type) {
        check(endpoint, answer);
        try {
            JsonNode root = mapper.readTree(answer.body());
            JsonNode node = member.isEmpty() || root == null ? root : root.get(member);
            if (node == null || node.isMissingNode() || node.isNull()) {
                throw Failures.unreadable(endpoint, pointer(member, ""), "nothing there", answer);
            }
            return mapper.readerFor(type).readValue(node);
        } catch (JsonProcessingException e) {
            throw unreadable(endpoint, answer, e instanceof JsonMappingException ? member : "", e);
        } catch (IOException e) {
            throw Failures.unreadable(endpoint, "", "no JSON", answer);
        }
    }

    /** Without Jackson's exception, whose message quotes the answer. */
    private static PassCultureException unreadable(
            Endpoint endpoint, RawAnswer answer, String member, JsonProcessingException e) {
        return Failures.unreadable(endpoint, pointer(member, Json.pointer(e)), problem(e), answer);
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "no " + mismatch.getTargetType().getSimpleName();
        }
        String cause = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
        if (cause.startsWith(INCOMPLETE)) {
            return cause;
        }
        return e instanceof JsonMappingException ? "not the expected shape" : "no JSON";
    }

    private static String pointer(String member, String rest) {
        return (member.isEmpty() ? "" : "/" + member) + rest;
    }
}
