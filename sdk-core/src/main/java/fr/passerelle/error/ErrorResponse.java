package fr.passerelle.error;

import fr.passerelle.http.RawResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response that is an error, read as far as it can be.
 *
 * @param site the call that got it
 * @param response as it came
 * @param errors the server's own texts by field path
 * @param retryAfter how long the server asks to wait; null if it does not say
 */
public record ErrorResponse(
        CallSite site,
        RawResponse response,
        Map<String, List<String>> errors,
        @Nullable Duration retryAfter) {

    /**
     * A refusal of the application itself: nothing was done. Other statuses below 500 come from somebody on the way,
     * who does not know what the application did.
     */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 409, 410, 422, 429);

    private static final int PATHS_SHOWN = 10;
    private static final int PATH_SHOWN_LENGTH = 100;

    /** A field name of the wire or a list index; anything else may be an echo of what was sent. */
    private static final Pattern FIELD = Pattern.compile("[0-9]{1,4}|(?=.*[a-z])[A-Za-z0-9_]{1,60}");

    /**
     * The server may have failed after the work was done, or speak of what an earlier attempt did; and a redirect, or a
     * status that nobody knows, tells nothing.
     */
    boolean mayHaveBeenProcessed() {
        return !REFUSALS.contains(response.status()) || response.afterLostResponse();
    }

    /** Paths only: the server's texts may echo an e-mail address or a countermark. */
    String message() {
        String fields = errors.keySet().stream()
                .limit(PATHS_SHOWN)
                .map(ErrorResponse::safe)
                .collect(Collectors.joining(", "));
        String more = errors.size() > PATHS_SHOWN ? " and " + (errors.size() - PATHS_SHOWN) + " more" : "";
        return "got status " + response.status()
                + (response.afterLostResponse() ? " after another response was lost" : "")
                + (fields.isEmpty() ? "" : ": see errors() at " + fields + more)
                + (mayHaveBeenProcessed() && !site.recoveryHint().isEmpty() ? site.doubt(true) : "");
    }

    private static String safe(String path) {
        boolean fields = Pattern.compile("\\.")
                .splitAsStream(path)
                .allMatch(segment -> FIELD.matcher(segment).matches());
        return fields ? path.substring(0, Math.min(path.length(), PATH_SHOWN_LENGTH)) : "?";
    }
}
