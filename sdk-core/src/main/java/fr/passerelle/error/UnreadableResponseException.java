package fr.passerelle.error;

import fr.passerelle.http.RawResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The programme accepted the call, but its response is not what this SDK understands. */
public final class UnreadableResponseException extends CallException {

    private static final long serialVersionUID = 1L;

    // Not serialised: it may hold people's data.
    private final transient @Nullable RawResponse response;
    private final String pointer;

    /**
     * For a response that cannot be read.
     *
     * @param pointer where in it, as a JSON pointer; empty for the whole
     * @param problem must not quote the response
     * @param response null if it was too large to keep
     */
    public UnreadableResponseException(CallSite site, String pointer, String problem, @Nullable RawResponse response) {
        super(
                site,
                "got an unreadable response: " + problem + (pointer.isEmpty() ? "" : " at " + pointer)
                        + (site.recoveryHint().isEmpty() ? "" : site.doubt(true)),
                null);
        this.pointer = pointer;
        this.response = response;
    }

    /** Where in the response: a JSON pointer (RFC 6901) such as {@code /events/3/id}; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** The response as it came, unless it was too large to keep. Its body may hold people's data. */
    public Optional<RawResponse> response() {
        return Optional.ofNullable(response);
    }

    /** True: the server responded. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return true;
    }
}
