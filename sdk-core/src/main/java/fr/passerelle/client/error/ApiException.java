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
    private final boolean afterLostAnswer;
    private final boolean mayHaveBeenProcessed;

    ApiException(Answered answered) {
        super(answered.site(), answered.message(), null);
        this.answered = answered;
        this.status = answered.answer().status();
        this.afterLostAnswer = answered.answer().afterLostAnswer();
        this.mayHaveBeenProcessed = answered.mayHaveBeenProcessed();
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
        return answered == null
                ? new RawAnswer(status, Map.of(), new byte[0], attempts(), afterLostAnswer)
                : answered.answer();
    }

    /**
     * Whether this was answered to a second try, after the answer to an earlier one was lost: a refusal may then speak
     * of what that one did. A 410 for a countermark, for instance, says that it is used, perhaps by this very call.
     */
    public boolean afterLostAnswer() {
        return afterLostAnswer;
    }

    /**
     * True for a 408 or a 5xx, as the server may have failed after the deed, for a redirect or an unknown status, which
     * tell nothing, and for anything answered {@linkplain #afterLostAnswer() after a lost answer}.
     */
    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
