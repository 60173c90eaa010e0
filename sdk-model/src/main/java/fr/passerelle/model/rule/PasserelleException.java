package fr.passerelle.model.rule;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this SDK throws of its own accord: rules that are broken before anything is sent, and
 * calls that fail. Arguments and states that are a programmer's mistake are the JDK's {@link IllegalArgumentException}
 * and {@link IllegalStateException}.
 */
public abstract class PasserelleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a subclass; the message must hold no secret and no person's data. */
    protected PasserelleException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether what was asked for may have been done although this was thrown. Only a call that was sent can say yes;
     * its message then says what to do about it.
     */
    public abstract boolean mayHaveBeenProcessed();
}
