package fr.passerelle.client.error;

import fr.passerelle.client.RawAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The programme accepted the call, but its answer is not what this SDK understands. */
public final class UnreadableAnswerException extends PassCultureException {

    private static final long serialVersionUID = 1L;

    // Not serialised: it may hold people's data.
    private final transient @Nullable RawAnswer answer;
    private final String pointer;

    UnreadableAnswerException(CallSite site, String pointer, String problem, @Nullable RawAnswer answer) {
        super(
                site,
                "got an unreadable answer: " + problem + (pointer.isEmpty() ? "" : " at " + pointer)
                        + (site.recipe().isEmpty() ? "" : site.doubt(true)),
                null);
        this.pointer = pointer;
        this.answer = answer;
    }

    /** Where in the answer: a JSON pointer (RFC 6901) such as {@code /events/3/id}; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** The answer as it came, unless it was too large to keep. Its body may hold people's data. */
    public Optional<RawAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** True: the server answered. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return true;
    }
}
