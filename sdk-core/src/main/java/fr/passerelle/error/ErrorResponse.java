package fr.passerelle.error;

import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.base.ServerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response that is an error, read as far as it can be.
 *
 * @param site the call that got it
 * @param response as it came
 * @param errors the server's own texts by field path
 * @param retryAfter how long the server asks to wait; null if it does not say
 * @param shown the texts as far as a message may hold them; empty if there is none
 */
public record ErrorResponse(
        CallSite site,
        RawResponse response,
        Map<String, List<String>> errors,
        @Nullable Duration retryAfter,
        String shown) {

    /**
     * A refusal of the application itself: nothing was done. Other statuses below 500 come from somebody on the way,
     * who does not know what the application did.
     */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 409, 410, 412, 422, 429);

    /**
     * As a test of yours may need it, after one attempt: {@code new GoneException(ErrorResponse.of(site, 410,
     * errors))}.
     */
    public static ErrorResponse of(CallSite site, int status, Map<String, List<String>> errors) {
        return new ErrorResponse(site, new RawResponse(status, Map.of(), new byte[0], site.attempts()), errors, null);
    }

    /** As a test of yours may need it: to a request that sent nothing which the texts might repeat. */
    public ErrorResponse(
            CallSite site, RawResponse response, Map<String, List<String>> errors, @Nullable Duration retryAfter) {
        this(site, response, errors, retryAfter, ServerTexts.shown(errors, List.of()));
    }

    /**
     * The server may have failed after the work was done, or speak of what an earlier attempt did; and a redirect, or a
     * status that nobody knows, tells nothing.
     */
    boolean mayHaveBeenProcessed() {
        return !REFUSALS.contains(response.status()) || response.afterLostResponse();
    }

    String message() {
        boolean write = !site.recoveryHint().isEmpty();
        boolean refusedAfterDoubt = REFUSALS.contains(response.status()) && response.afterLostResponse();
        return "got status " + response.status()
                + (write && refusedAfterDoubt ? " after an attempt whose outcome is not known" : "")
                + (shown.isEmpty() ? "" : ": " + shown)
                + (write && mayHaveBeenProcessed() ? site.doubt(true) : "");
    }

    /** Without headers, body and texts, which may hold people's data. */
    @Override
    public String toString() {
        return "ErrorResponse[" + site + " got status " + response.status() + "]";
    }
}
