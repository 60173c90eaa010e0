package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes an event (reference operation 17). What is not named stays as it is; only the fields that the server lets
 * become empty have a {@code clear…()}. The category itself and {@code hasTicket} cannot change.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEventPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class EventPatch extends OfferPatch {

    /** The fields of its category; the category must be the one it has. Null leaves them. */
    @JsonProperty("categoryRelatedFields")
    public abstract @Nullable Category category();

    @Override
    @JsonProperty("enableDoubleBookings")
    public abstract @Nullable Boolean duo();

    /** How long it lasts, in minutes; 0 to 1439. Null leaves it. */
    @JsonProperty("eventDuration")
    public abstract @Nullable Integer durationMinutes();

    @Override
    @JsonProperty("publicationDatetime")
    @JsonInclude(JsonInclude.Include.NON_NULL) // "never" is written as null, which is not nothing
    public abstract @Nullable Publication publication();

    /** Address of one YouTube video. */
    @Value.Default
    public Patch<String> videoUrl() {
        return Patch.keep();
    }

    EventPatch() {} // only the generated class extends it

    /** Starts a change. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = checkOffer(category());
        OfferRules.duration(check, durationMinutes());
        OfferRules.video(check, videoUrl().value());
        check.raise();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        checkOfferAt(now).raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEventPatch.Builder implements Shortcuts<Builder> {

        Builder() {}

        /** Replaces the video. */
        public Builder videoUrl(String url) {
            return videoUrl(Patch.to(url));
        }

        /** Removes the video. */
        public Builder clearVideoUrl() {
            return videoUrl(Patch.clear());
        }
    }
}
