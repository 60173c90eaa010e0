package fr.passerelle.internal.endpoint;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.ErrorResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation that no table knows: what is known of it is what the caller says.
 *
 * @param template the path with its placeholders unfilled
 * @param request whether there is a document
 */
public record RawEndpoint(Method method, String template, Content request) implements Endpoint {

    @Override
    public Access access() {
        return Access.KEY;
    }

    /** One for all: each would make time series of its own. */
    @Override
    public String operationId() {
        return "Raw";
    }

    @Override
    public Content response() {
        return Content.JSON;
    }

    @Override
    public RetrySafety retrySafety() {
        return method == Method.GET ? RetrySafety.SAFE : RetrySafety.ONCE;
    }

    @Override
    public String recoveryHint() {
        return method == Method.GET ? "" : "read what it changes before you send it again";
    }

    @Override
    public @Nullable Function<ErrorResponse, ApiException> meaningOf(int status) {
        return null;
    }
}
