package fr.passerelle.internal.endpoint;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallSite;
import fr.passerelle.error.ErrorResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation: a row of its programme's table, which tells all that the pipeline knows of it. */
public interface Endpoint {

    /** HTTP methods in use. */
    enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /** What a request or a response carries. */
    enum Content {
        NOTHING,
        JSON,
        MULTIPART,
        TEXT
    }

    /** What a call is made with. */
    enum Access {
        /** The key of an account. */
        KEY,
        /** Nothing. */
        ANYBODY,
        /** The access token of a person who is signed in. */
        PERSON,
        /** That person's refresh token. */
        RENEWAL
    }

    /** What it is called with. */
    Access access();

    /** Its id in the programme's OpenAPI document; ours where the document leaves the operation out. */
    String operationId();

    Method method();

    /** The path, with {@code {placeholders}}: fit for messages and logs, as it holds no value. */
    String template();

    /** What the request carries. */
    Content request();

    /** What a response carries that is a success. */
    Content response();

    /** What sending it twice may do. */
    RetrySafety retrySafety();

    /** What to do about a write of which nobody knows whether it happened: the end of the message. Empty for a read. */
    String recoveryHint();

    /** What a status means for this operation; null if what it means for all. */
    @Nullable
    Function<ErrorResponse, ApiException> meaningOf(int status);

    /**
     * What a response that is an error tells, by the path of the field that it is about.
     *
     * @param all every text of the response's body, by its place there
     */
    default Map<String, List<String>> errors(Map<String, List<String>> all) {
        return all;
    }

    /** How exceptions name a call of it. */
    default CallSite site(int attempts, String requestId) {
        return new CallSite(operationId(), method().name(), template(), recoveryHint(), attempts, requestId);
    }
}
