package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnreadableAnswerException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Session.Tokens;
import fr.passerelle.internal.json.AnswerDecoder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gets a new access token when the server no longer takes the old one, and makes the call again: once for each call,
 * and once for all the calls that fail together. A 401 has done nothing, so the repeat does no harm.
 */
public final class RenewalChannel implements Channel {

    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;
    private static final String FAILED = "the access token could not be renewed";
    private static final TypeReference<String> TOKEN = new TypeReference<>() {};

    private final ReentrantLock lock = new ReentrantLock();
    private final Session session;
    private final AnswerDecoder decoder;
    private final Channel next;

    public RenewalChannel(Session session, AnswerDecoder decoder, Channel next) {
        this.session = session;
        this.decoder = decoder;
        this.next = next;
    }

    @Override
    public RawAnswer send(Call call) {
        Tokens used = session.tokens();
        RawAnswer answer = next.send(call);
        boolean over = answer.status() == UNAUTHORIZED && Session.guards(call.endpoint());
        return over && used != null && renewed(call, used) ? next.send(call.again(false)) : answer;
    }

    /** Whether there is another access token now. */
    private boolean renewed(Call call, Tokens used) {
        if (used.refresh() == null) {
            return false;
        }
        try {
            if (!lock.tryLock(call.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw Failures.deadline(call, "while another call renewed the access token");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(call, false);
        }
        try {
            return !used.equals(session.tokens()) || renew(call, used.refresh());
        } finally {
            lock.unlock();
        }
    }

    private boolean renew(Call call, @Nullable String refreshToken) {
        HttpCall refresh = HttpCall.to(Endpoint.REFRESH_ACCESS_TOKEN);
        RawAnswer answer;
        try {
            answer = next.send(Call.first(refresh, call.options(), call.limits(), call.deadline()));
        } catch (TransportException e) {
            // Not the failure itself, which speaks of another operation and of its own effect.
            throw Failures.notSent(call, FAILED);
        }
        if (answer.status() >= SERVER_ERROR) {
            throw Failures.notSent(call, FAILED);
        }
        if (answer.status() >= 400) {
            return false;
        }
        try {
            session.open(decoder.read(Endpoint.REFRESH_ACCESS_TOKEN, answer, "accessToken", TOKEN), refreshToken);
        } catch (UnreadableAnswerException e) {
            throw Failures.notSent(call, FAILED);
        }
        return true;
    }
}
