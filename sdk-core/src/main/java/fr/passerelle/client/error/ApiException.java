package fr.passerelle.client.error;

import fr.passerelle.client.RawAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The programme answered, and the answer is an error. One subclass per meaning; this class reads them all. */
public abstract class ApiException extends PassCultureException {

    private static final long serialVersionUID = 1L;

    // Not serialised: it may hold people's data.
    private final transient @Nullable Answered answered;

    private final int status;

    ApiException(Answered answered) {
        super(answered.site(), answered.message(), null);
        this.answered = answered;
        this.status = answered.answer().status();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /**
     * The server's own texts by field path, such as {@code dates.3.quantity}; texts about the whole call stand under
     * {@code global}. Empty if the answer holds none. Texts may echo what was sent: mind where you log them. Tell cases
     * apart by status and path, never by text, which is for people and may change.
     */
    public Map<String, List<String>> errors() {
        return answered == null ? Map.of() : answered.errors();
    }

    /** How long the server asks to wait before the next call, if it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(answered).map(Answered::retryAfter);
    }

    /** The answer as it came, but empty in an exception that was deserialised. Its body may hold people's data. */
    public RawAnswer answer() {
        return answered == null ? new RawAnswer(status, Map.of(), new byte[0], attempts()) : answered.answer();
    }

    /** True for a 408 or a 5xx: the server may have failed after the deed. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return status == 408 || status >= 500;
    }
}
