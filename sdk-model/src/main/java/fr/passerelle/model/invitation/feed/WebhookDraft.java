package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * Where messages about changes go. Sent again with the same id, it replaces: so a secret is changed. Its id makes it
 * safe to send again.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableWebhookDraft.class)
@JsonDeserialize(builder = WebhookDraft.Builder.class)
public abstract class WebhookDraft {

    /** Longest address, in characters. */
    public static final int MAX_URL = 2_000;

    /** Minted here, once: the same draft sent twice is one webhook. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** An http or https URL of at most 2000 characters. */
    public abstract String url();

    /** What messages are signed with. Minted here. */
    @Value.Default
    @Value.Redacted
    public Secret secret() {
        return Secret.random();
    }

    WebhookDraft() {} // only the generated class extends it

    /**
     * A webhook with a new secret.
     *
     * @throws RuleViolationException if the URL is none
     */
    public static WebhookDraft of(String url) {
        return builder().url(url).build();
    }

    /** Starts a webhook. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one, with the same id. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("id", id())
                .required("url", url())
                .url("url", url(), MAX_URL)
                .required("secret", secret());
        if (secret() != null) {
            secret().check(check, "secret");
        }
        check.raise();
    }

    /** Builds a webhook; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableWebhookDraft.Builder {
        Builder() {}
    }
}
