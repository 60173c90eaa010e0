package fr.passerelle.error;

import fr.passerelle.http.RawResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The programme responded, and the response is an error. One subclass per meaning; this class reads them all. */
public abstract class ApiException extends CallException {

    private static final long serialVersionUID = 1L;

    // Not serialised: it may hold people's data.
    private final transient @Nullable ErrorResponse responded;

    private final int status;
    private final boolean afterLostResponse;
    private final boolean mayHaveBeenProcessed;

    /** For a response of this meaning. */
    public ApiException(ErrorResponse responded) {
        this(responded, "");
    }

    /**
     * For a response of this meaning.
     *
     * @param whatToDo the end of the message; must hold no secret and no person's data
     */
    ApiException(ErrorResponse responded, String whatToDo) {
        super(responded.site(), responded.message() + whatToDo, null);
        this.responded = responded;
        this.status = responded.response().status();
        this.afterLostResponse = responded.response().afterLostResponse();
        this.mayHaveBeenProcessed = responded.mayHaveBeenProcessed();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /**
     * The server's own texts by field path, such as {@code dates.3.quantity}; texts about the whole call stand under
     * {@code global}. Empty if the response holds none. Texts may echo what was sent: mind where you log them; the
     * message of this exception holds as much of them as may be logged. Tell cases apart by status and path, never by
     * text, which is for people and may change.
     */
    public Map<String, List<String>> errors() {
        return responded == null ? Map.of() : responded.errors();
    }

    /** How long the server asks to wait before the next call, if it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(responded).map(ErrorResponse::retryAfter);
    }

    /** The response as it came, but empty in an exception that was deserialised. Its body may hold people's data. */
    public RawResponse response() {
        return responded == null
                ? new RawResponse(status, Map.of(), new byte[0], attempts(), afterLostResponse)
                : responded.response();
    }

    /**
     * Whether this is the response to a second try, and an earlier one was left without a response that tells: it was
     * lost, or a 5xx. A refusal may then speak of what that one did. A 410 for a countermark, for instance, says that
     * it is used, perhaps by this very call.
     */
    public boolean afterLostResponse() {
        return afterLostResponse;
    }

    /**
     * True for a 408 or a 5xx, as the server may have failed after the work was done, for a redirect or an unknown
     * status, which tell nothing, and for any response {@linkplain #afterLostResponse() after a lost one}.
     */
    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
