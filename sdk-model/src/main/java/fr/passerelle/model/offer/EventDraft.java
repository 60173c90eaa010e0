package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An event to create (reference operation 14). It stays a draft on the server until its first date exists. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEventDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class EventDraft extends OfferDraft {

    /** What kind of event, with the fields of that kind. */
    @JsonProperty("categoryRelatedFields")
    public abstract Category category();

    /**
     * Whether the vendor issues the tickets itself, in real time: the programme then calls the vendor's booking and
     * cancellation URLs. Cannot change later.
     */
    public abstract Boolean hasTicket();

    /** Whether one booking may take two places. Unless set: yes where the category allows it. */
    @Override
    @Value.Default
    @JsonProperty("enableDoubleBookings")
    public boolean duo() {
        // A missing category is reported by check(), which runs after the defaults.
        Category category = category();
        return category != null && category.id().duoPossible();
    }

    /** How long it lasts, in minutes; 0 to 1439. */
    @JsonProperty("eventDuration")
    public abstract @Nullable Integer durationMinutes();

    /** Up to 50 prices; no two with the same label and price. More can be added later. */
    public abstract List<PriceCategoryDraft> priceCategories();

    @Override
    @JsonProperty("publicationDatetime")
    public abstract @Nullable Publication publication();

    /** Address of one YouTube video. */
    public abstract @Nullable String videoUrl();

    EventDraft() {} // only the generated class extends it

    /** Starts an event. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = checkOffer(category()).required("hasTicket", hasTicket());
        OfferRules.duration(check, durationMinutes());
        OfferRules.video(check, videoUrl());
        PriceCategoryDraft.checkTogether(priceCategories(), check);
        check.raise();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future, a publication at most two years
     * ahead.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        checkOfferAt(now).raise();
    }

    /** Builds an event; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEventDraft.Builder {
        Builder() {}
    }
}
