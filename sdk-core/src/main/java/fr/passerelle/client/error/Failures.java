package fr.passerelle.client.error;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the pipeline gets its exceptions from. Not API: its methods take types of unexported packages. */
public final class Failures {

    /** What each status means; below 500, any other is unexpected. */
    private static final Map<Integer, Function<Answered, ApiException>> BY_STATUS = Map.of(
            400, BadRequestException::new,
            401, AuthenticationException::new,
            403, ForbiddenException::new,
            404, NotFoundException::new,
            410, GoneException::new,
            429, ThrottledException::new);

    /** Those whose 400 is a decision about a booking. */
    private static final Set<Endpoint> DECIDING = Set.of(Endpoint.BOOK_OFFER, Endpoint.CANCEL_OWN_BOOKING);

    private Failures() {}

    /** For an answer that is an error. */
    public static ApiException answered(
            Endpoint endpoint, RawAnswer answer, Map<String, List<String>> errors, @Nullable Duration retryAfter) {
        Answered answered = new Answered(CallSite.of(endpoint, answer.attempts()), answer, errors, retryAfter);
        if (answer.status() == 400 && DECIDING.contains(endpoint)) {
            return BookingRefusedException.of(answered);
        }
        boolean server = answer.status() >= 500 && answer.status() < 600;
        return BY_STATUS
                .getOrDefault(answer.status(), server ? ServerException::new : UnexpectedStatusException::new)
                .apply(answered);
    }

    /** For an attempt that got no answer; {@code sent} says whether it had begun to leave. */
    public static TransportException lost(Call<?> call, String problem, boolean sent, @Nullable Throwable cause) {
        return new TransportException(site(call), problem, call.mayHaveBeenProcessed(), sent, true, cause);
    }

    /** For an attempt that ended for our own sake, not the server's. */
    public static TransportException local(Call<?> call, String problem, boolean sent, @Nullable Throwable cause) {
        return new TransportException(site(call), problem, call.mayHaveBeenProcessed(), sent, false, cause);
    }

    /** For an attempt that never left, for our own sake. */
    public static TransportException notSent(Call<?> call, String problem) {
        return local(call, problem, false, null);
    }

    /** For an attempt that never left, because something of the user's failed. */
    public static TransportException notSent(Call<?> call, String problem, Throwable cause) {
        return local(call, problem + " (" + cause.getClass().getSimpleName() + ")", false, cause);
    }

    /** For a call that a server at rest does not get. */
    public static CircuitOpenException circuitOpen(Call<?> call, Duration rest) {
        return new CircuitOpenException(site(call), rest, call.mayHaveBeenProcessed());
    }

    /** Whether the last attempt had begun to leave. */
    public static boolean sent(TransportException failure) {
        return failure.sent();
    }

    /** Whether the network or the server is the reason, rather than this process. */
    public static boolean isTheServers(TransportException failure) {
        return failure.isTheServers();
    }

    /** For a call whose deadline passed while it was not under way. */
    public static DeadlineException deadline(Call<?> call, String moment) {
        return new DeadlineException(site(call), moment, call.mayHaveBeenProcessed(), null);
    }

    /** For a call whose deadline passed while it was under way. */
    public static DeadlineException deadline(Call<?> call, TransportException failure) {
        CallSite site = CallSite.of(call.endpoint(), failure.attempts());
        return new DeadlineException(site, "while waiting for the answer", failure.mayHaveBeenProcessed(), failure);
    }

    /** For a call whose thread was interrupted. */
    public static CallInterruptedException interrupted(Call<?> call, boolean sent) {
        return new CallInterruptedException(site(call), sent || call.mayHaveBeenProcessed());
    }

    /** For an answer that cannot be read; {@code problem} must not quote it. */
    public static UnreadableAnswerException unreadable(
            Endpoint endpoint, String pointer, String problem, @Nullable RawAnswer answer) {
        CallSite site = CallSite.of(endpoint, answer == null ? 1 : answer.attempts());
        return new UnreadableAnswerException(site, pointer, problem, answer);
    }

    /** For an answer too large to read. */
    public static UnreadableAnswerException tooLarge(Call<?> call, long limit) {
        return new UnreadableAnswerException(site(call), "", "it is larger than " + limit + " bytes", null);
    }

    private static CallSite site(Call<?> call) {
        return CallSite.of(call.endpoint(), call.attempt());
    }
}
