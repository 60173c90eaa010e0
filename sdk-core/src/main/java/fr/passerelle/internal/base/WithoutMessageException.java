package fr.passerelle.internal.base;

import org.jspecify.annotations.Nullable;

/**
 * What was thrown, as a log may show it: the classes and the frames of it and of its causes. Their messages stay away:
 * users' code and database drivers quote values there, which may be a person's.
 */
public final class WithoutMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Causes may go round in a circle. */
    private static final int MOST_CAUSES = 8;

    private WithoutMessageException(String name, StackTraceElement[] frames, @Nullable Throwable cause) {
        super(name, cause, false, true);
        setStackTrace(frames);
    }

    /** The stack trace of a failure, whose place it takes in a log. */
    public static WithoutMessageException of(Throwable failure) {
        return of(failure, MOST_CAUSES);
    }

    private static WithoutMessageException of(Throwable failure, int causesLeft) {
        Throwable cause = causesLeft == 0 ? null : failure.getCause();
        return new WithoutMessageException(
                failure.getClass().getName(),
                failure.getStackTrace(),
                cause == null ? null : of(cause, causesLeft - 1));
    }

    /** Where this object was made is of no interest. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The name of the class that was thrown, so that a log shows it in the place of this one. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is the other class's name
    public String toString() {
        return String.valueOf(getMessage());
    }
}
