package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.call.Session.Tokens;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.ResponseDecoder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gets a new access token when the server no longer takes the old one, and makes the call again: once for each call,
 * and once for all the calls that fail together. A 401 has done nothing, so the second call does no harm.
 */
public final class RenewalChannel implements Channel {

    private static final int SERVER_ERROR = 500;
    private static final String FAILED = "the access token could not be renewed";
    private static final TypeReference<String> TOKEN = new TypeReference<>() {};
    private static final TypeReference<JsonNode> ANY = new TypeReference<>() {};

    /**
     * What a renewal gives.
     *
     * @param refresh replaces the refresh token that it was made with; null if that one stays good
     */
    private record Renewed(String access, @Nullable String refresh) {
        @Override
        public String toString() {
            return "Renewed[redacted]";
        }
    }

    private final AtomicReference<@Nullable CompletableFuture<Boolean>> renewing = new AtomicReference<>();
    private final Session session;
    private final Endpoint renewal;
    private final ResponseDecoder decoder;
    private final Channel next;

    /**
     * A layer that renews.
     *
     * @param renewal the operation that gives a new access token, as {@code accessToken}, and maybe another refresh
     *     token, as {@code refreshToken}
     */
    public RenewalChannel(Session session, Endpoint renewal, ResponseDecoder decoder, Channel next) {
        this.session = session;
        this.renewal = renewal;
        this.decoder = decoder;
        this.next = next;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        Tokens used = session.tokens();
        return Stages.recover(next.send(call), failure -> {
            boolean over = failure instanceof AuthenticationException && Session.guards(call.endpoint());
            if (!over || used == null || used.refresh() == null) {
                return Stages.failed(failure);
            }
            Call<T> second = call.retry((AuthenticationException) failure);
            return Stages.then(renewed(second, used), renewed -> renewed ? next.send(second) : Stages.failed(failure));
        });
    }

    /** Whether there is another access token now. */
    private CompletableFuture<Boolean> renewed(Call<?> call, Tokens used) {
        if (!used.equals(session.tokens())) {
            return Stages.done(true);
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = renewing.compareAndExchange(null, mine);
        if (others != null) {
            return await(call, used, others);
        }
        return Stages.ending(Stages.start(() -> renew(call, used.refresh())), failure -> {
            renewing.set(null);
            mine.complete(failure == null);
        });
    }

    /** Somebody else's renewal tells for all, unless it failed for a reason of its own. */
    private CompletableFuture<Boolean> await(Call<?> call, Tokens used, CompletableFuture<Boolean> others) {
        Operation.Wait<Boolean> wait = call.operation().new Wait<>(call, WaitReason.BACKOFF);
        Time.Timer deadline =
                call.operation().client().time().schedule(call.deadline().remaining(), () -> wait.fail(tooLate(call)));
        Stages.whenDone(others, (told, failure) -> {
            deadline.cancel();
            wait.end(Boolean.TRUE.equals(told));
        });
        wait.onCancel(deadline::cancel);
        return Stages.then(wait.over(), told -> {
            if (told) {
                return Stages.done(!used.equals(session.tokens()));
            }
            return call.deadline().passed() ? Stages.failed(tooLate(call)) : renewed(call, used);
        });
    }

    private static DeadlineException tooLate(Call<?> call) {
        return CallExceptions.deadline(call, "while another call renewed the access token");
    }

    private CompletableFuture<Boolean> renew(Call<?> call, @Nullable String refreshToken) {
        HttpCall refresh = HttpCall.to(renewal);
        SentRequest sent = call.operation().sent(refresh);
        Call<Renewed> request = Call.first(refresh, response -> renewed(sent, response), call.operation());
        return Stages.handle(next.send(request), renewed -> open(call, renewed, refreshToken), failure -> {
            if (failure instanceof ApiException refused && refused.status() < SERVER_ERROR) {
                return Stages.done(false);
            }
            if (failure instanceof CallInterruptedException || !(failure instanceof CallException)) {
                return Stages.failed(failure);
            }
            // Not the failure itself, which speaks of another operation and of its own effect.
            return Stages.failed(CallExceptions.notBegun(call, FAILED));
        });
    }

    private Renewed renewed(SentRequest sent, RawResponse response) {
        String access = decoder.read(sent, response, "accessToken", TOKEN);
        JsonNode refresh = decoder.read(sent, response, "", ANY).path("refreshToken");
        return new Renewed(access, refresh.isTextual() ? refresh.textValue() : null);
    }

    /** A server that rotates refresh tokens takes the last one only. */
    private CompletableFuture<Boolean> open(Call<?> call, Renewed renewed, @Nullable String refreshToken) {
        try {
            session.open(renewed.access(), renewed.refresh() == null ? refreshToken : renewed.refresh());
            return Stages.done(true);
        } catch (IllegalArgumentException noToken) {
            return Stages.failed(CallExceptions.notBegun(call, FAILED));
        }
    }
}
