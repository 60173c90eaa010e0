package fr.passerelle.error;

import fr.passerelle.model.rule.PasserelleException;
import org.jspecify.annotations.Nullable;

/**
 * A library on the class path is older than this SDK needs, or two of them do not fit together. The message says which
 * one was found, where, and what is needed; {@code docs/embedding.md} has the versions.
 */
public final class LibraryVersionException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    /**
     * For libraries that this SDK cannot run with.
     *
     * @param problem what was found, where, and what is needed
     * @param mayHaveBeenProcessed whether it was noticed after a call had been sent
     * @param cause what the JVM missed; null if it was noticed before
     */
    public LibraryVersionException(String problem, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
        super(problem, cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
