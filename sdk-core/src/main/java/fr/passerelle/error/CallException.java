package fr.passerelle.error;

import fr.passerelle.model.rule.PasserelleException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to the programme failed. Its message, like those of the whole family, names the call by its path
 * <em>template</em>: it never holds a key, a countermark or a person's data, and may be logged.
 */
public abstract class CallException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    private final CallSite site;

    /**
     * For a subclass.
     *
     * @param message what comes behind the name of the call; must hold no secret and no person's data
     */
    protected CallException(CallSite site, String message, @Nullable Throwable cause) {
        super(site + " " + message, cause);
        this.site = site;
    }

    /** The operation's id in the programme's OpenAPI document, such as {@code PostEventOffer}. */
    public String operation() {
        return site.operation();
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return site.method();
    }

    /** The path with its placeholders unfilled, such as {@code /public/offers/v1/events/{event_id}}. */
    public String pathTemplate() {
        return site.pathTemplate();
    }

    /** The id that the call was given by its options or its client; empty if none. */
    public Optional<String> requestId() {
        return site.requestId().isEmpty() ? Optional.empty() : Optional.of(site.requestId());
    }

    /** How many times the call was tried; 0 if it ended before its first attempt. */
    public int attempts() {
        return site.attempts();
    }

    /**
     * Whether the call may have had its effect although it failed. What could be found out by reading was found out: a
     * write that ends so is undecided, and the message says what to do about it.
     */
    @Override
    public abstract boolean mayHaveBeenProcessed();
}
