package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.call.Session.Tokens;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.ResponseDecoder;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gets new tokens when the server no longer takes the access token, and makes the call again: once for each call, and
 * once for all the calls that fail together. A 401 has done nothing, so that call does no harm.
 *
 * <p>A server that rotates refresh tokens takes each of them once. So a renewal belongs to the client and not to the
 * call that asked for it first: whose caller gives up, or has no time left, does not lose the tokens that are under
 * way.
 */
public final class RenewalChannel implements Channel {

    private static final int SERVER_ERROR = 500;
    private static final String FAILED = "the access token could not be renewed";
    private static final TypeReference<JsonNode> ANY = new TypeReference<>() {};
    private static final TypeReference<String> TOKEN = new TypeReference<>() {};

    /** Statuses below 500 that are no word about the token. */
    private static final Set<Integer> NO_REFUSAL = Set.of(408, 429);

    private enum Outcome {
        RENEWED,
        /** The server takes the refresh token no more. */
        REFUSED,
        /** Nobody knows: it may be tried again. */
        FAILED
    }

    /**
     * A renewal under way.
     *
     * @param used the tokens that it replaces
     */
    private record Renewal(Tokens used, CompletableFuture<Outcome> outcome) {}

    private final AtomicReference<@Nullable Renewal> renewing = new AtomicReference<>();
    private final Session session;
    private final HttpCall renewal;
    private final ResponseDecoder decoder;
    private final Channel next;

    /**
     * A layer that renews.
     *
     * @param renewal the call that gives a new access token, as {@code accessToken}, and maybe another refresh token,
     *     as {@code refreshToken}
     */
    public RenewalChannel(Session session, HttpCall renewal, ResponseDecoder decoder, Channel next) {
        this.session = session;
        this.renewal = renewal;
        this.decoder = decoder;
        this.next = next;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        Tokens used = session.tokens();
        return Stages.recover(next.send(call), failure -> {
            if (!(failure instanceof AuthenticationException over)
                    || !Session.guards(call.endpoint())
                    || used == null
                    || used.refresh() == null) {
                return Stages.failed(failure);
            }
            // An earlier attempt of a call that is retried may have had its effect, and its session then ended.
            Call<T> second = call.retry(over);
            return Stages.then(outcome(call, used), outcome -> switch (outcome) {
                case RENEWED -> isStillThem(used) ? next.send(second) : Stages.failed(failure);
                case REFUSED -> Stages.failed(failure);
                // Not the failure itself, which speaks of another operation and of its own effect.
                case FAILED -> Stages.failed(CallExceptions.notBegun(second, FAILED));
            });
        });
    }

    /** What was asked for one person is not done in the name of another one who has signed in since. */
    private boolean isStillThem(Tokens used) {
        Tokens now = session.tokens();
        return now != null && now.signIn() == used.signIn();
    }

    /** What became of these tokens: of a renewal in the past, of one under way, or of one that begins now. */
    private CompletableFuture<Outcome> outcome(Call<?> call, Tokens used) {
        Renewal mine = new Renewal(used, new CompletableFuture<>());
        Renewal other = renewing.compareAndExchange(null, mine);
        if (other != null) {
            return Stages.then(
                    await(call, other.outcome()),
                    told -> other.used().equals(used) ? Stages.done(told) : outcome(call, used));
        }
        // Only now: whoever was renewing until a moment ago has put its tokens in place before it made room.
        if (!used.equals(session.tokens())) {
            end(mine, wereReplaced(used) ? Outcome.RENEWED : Outcome.REFUSED);
            return mine.outcome();
        }
        Stages.whenDone(
                renew(call.operation().client(), used),
                (outcome, failure) -> end(mine, outcome == null ? Outcome.FAILED : outcome));
        return await(call, mine.outcome());
    }

    /** Whether other tokens took the place of these, and not nothing. */
    private boolean wereReplaced(Tokens used) {
        Tokens now = session.tokens();
        return now != null && !now.access().equals(used.access());
    }

    private void end(Renewal mine, Outcome outcome) {
        renewing.set(null);
        mine.outcome().complete(outcome);
    }

    private CompletableFuture<Outcome> await(Call<?> call, CompletableFuture<Outcome> renewed) {
        Operation.Wait<Outcome> wait = call.operation().new Wait<>(call, WaitReason.BACKOFF);
        Time.Timer deadline =
                call.operation().client().time().limit(call.deadline().remaining(), () -> wait.fail(tooLate(call)));
        Stages.whenDone(renewed, (outcome, failure) -> {
            deadline.cancel();
            wait.end(outcome == null ? Outcome.FAILED : outcome);
        });
        wait.onCancel(deadline::cancel);
        return wait.over();
    }

    private static DeadlineException tooLate(Call<?> call) {
        return CallExceptions.deadline(call, "while the access token was renewed");
    }

    private CompletableFuture<Outcome> renew(ClientContext client, Tokens used) {
        return RequestExecutor.background(client, operation -> {
            SentRequest sent = operation.sent(renewal);
            Call<Boolean> request = Call.first(renewal, response -> open(sent, response, used), operation);
            return Stages.handle(
                    next.send(request),
                    renewed -> Stages.done(Outcome.RENEWED),
                    failure -> Stages.done(refused(failure, used)));
        });
    }

    /**
     * A refusal after a lost response most likely means that the first request was done, and that nobody has the tokens
     * that it gave.
     */
    private Outcome refused(Throwable failure, Tokens used) {
        boolean refused = failure instanceof ApiException response
                && response.status() < SERVER_ERROR
                && !(response instanceof ThrottledException)
                && !NO_REFUSAL.contains(response.status());
        if (refused) {
            session.refuse(used);
        }
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    /** Takes the tokens into use, and has them kept, before anything else is told of the response. */
    private boolean open(SentRequest sent, RawResponse response, Tokens used) {
        String access = decoder.read(sent, response, "accessToken", TOKEN);
        JsonNode rotated = decoder.read(sent, response, "", ANY).path("refreshToken");
        String refresh = rotated.isTextual() ? rotated.textValue() : used.refresh();
        try {
            session.renew(used, access, String.valueOf(refresh));
        } catch (IllegalArgumentException noToken) {
            throw ApiExceptions.unreadable(sent, "", "a token that no header can carry", null);
        }
        return true;
    }
}
