package fr.passerelle.invitations;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.signature.KeyRing;
import fr.passerelle.internal.signature.MessageSignature;
import fr.passerelle.invitations.WebhookRefusedException.Reason;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.feed.ChangeMessage;
import fr.passerelle.ticketing.HmacKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Receives the webhooks of the programme of donated places: verifies that a message comes from it, and came now.
 *
 * <pre>{@code
 * ChangeMessage message = webhooks.verify(request.getHeader(InvitationsWebhooks.SIGNATURE_HEADER), rawBody);
 * programme.changes().read(cursor, handler); // the message is the hint, the feed is the truth
 * }</pre>
 *
 * <p>The signature is over the raw bytes, so a body that something has parsed and written again does not fit. A message
 * comes at least once: within the tolerated time it can come again, and means nothing new then, as the feed is read
 * from where the reader stands. Nothing of a body is read before its signature is known to be right. Immutable and safe
 * for use by several threads.
 */
public final class InvitationsWebhooks {

    /** The header that holds the moment and the signatures. */
    public static final String SIGNATURE_HEADER = "Passerelle-Signature";

    /** How far a message's moment may be from now, unless set otherwise. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    /** Longest body that is read, in bytes. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private final KeyRing keys;
    private final Duration tolerance;
    private final Clock clock;

    private InvitationsWebhooks(Builder builder) {
        keys = KeyRing.of(List.copyOf(builder.keys), HmacKey::name, HmacKey::secret);
        tolerance = builder.tolerance;
        clock = builder.clock;
    }

    /** A receiver to set up: it needs a key. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Verifies a message.
     *
     * @param signatureHeader the value of {@value #SIGNATURE_HEADER}, null if absent
     * @param rawBody the bytes of the body as they came
     * @throws WebhookRefusedException if the message is not the programme's, or not of now
     */
    public ChangeMessage verify(@Nullable String signatureHeader, byte[] rawBody) {
        if (rawBody.length > MAX_BODY_BYTES) {
            throw new WebhookRefusedException(Reason.BODY_TOO_LARGE);
        }
        WebhookSignature signature = WebhookSignature.read(signatureHeader);
        if (signature == null) {
            throw new WebhookRefusedException(Reason.SIGNATURE_MISSING);
        }
        if (!signature.isBy(keys, rawBody)) {
            throw new WebhookRefusedException(Reason.SIGNATURE_WRONG);
        }
        // Only now: whoever forges a message learns nothing of this clock.
        Duration age = Duration.between(signature.at(), clock.instant());
        if (age.abs().compareTo(tolerance) > 0) {
            throw new WebhookRefusedException(age.isNegative() ? Reason.TOO_EARLY : Reason.TOO_OLD);
        }
        return message(rawBody);
    }

    private static ChangeMessage message(byte[] body) {
        try {
            ChangeMessage message = Json.mapper().readValue(body, ChangeMessage.class);
            if (message != null) {
                return message;
            }
        } catch (JsonProcessingException unreadable) {
            // Refused below. Jackson's message may quote the body.
        } catch (IOException impossible) { // from an array
            throw new IllegalStateException(impossible);
        }
        throw new WebhookRefusedException(Reason.UNREADABLE);
    }

    /**
     * The header of a message, as the programme makes it: for a test of yours.
     *
     * @param secret of the webhook
     * @param at when it is sent; whole seconds count
     * @param body the bytes of the body
     */
    public static String sign(Secret secret, Instant at, byte[] body) {
        String moment = String.valueOf(at.getEpochSecond());
        return "t=" + moment + ",v1=" + MessageSignature.of(secret.value(), WebhookSignature.signed(moment, body));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "InvitationsWebhooks[tolerance=" + tolerance + "]";
    }

    /** Sets a receiver up; a key is required. Not for use by several threads. */
    public static final class Builder {

        private final List<HmacKey> keys = new ArrayList<>();
        private Duration tolerance = DEFAULT_TOLERANCE;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Adds the secret of a webhook; a second one while it changes, or for a second webhook. */
        public Builder secret(Secret secret) {
            return key(new HmacKey(String.valueOf(keys.size()), secret.value()));
        }

        /** Adds the secret of a webhook under a name of yours. */
        public Builder key(HmacKey key) {
            keys.add(Objects.requireNonNull(key, "key"));
            return this;
        }

        /**
         * How far a message's moment may be from now. Default 5 minutes.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder tolerance(Duration most) {
            if (most.isNegative() || most.isZero() || most.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("tolerance must be above zero and at most a day, not " + most);
            }
            tolerance = most;
            return this;
        }

        /** The clock that a message's moment is held against. Default: the system's. */
        public Builder clock(Clock other) {
            clock = Objects.requireNonNull(other, "clock");
            return this;
        }

        /**
         * The receiver.
         *
         * @throws IllegalArgumentException if there is no key: nothing could be verified
         */
        public InvitationsWebhooks build() {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("secret is missing: pass the one that the webhook was made with");
            }
            return new InvitationsWebhooks(this);
        }
    }
}
