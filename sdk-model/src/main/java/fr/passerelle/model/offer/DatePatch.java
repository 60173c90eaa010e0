package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes a date (reference operation 23). Name only what changes: sending a beginning, even the same one, reschedules
 * the event, re-opens the cancellation window of every booking and may un-validate used ones.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableDatePatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class DatePatch {

    /** Most places of a date, or pieces of a stock, that is not unlimited. */
    static final long MAX_REMAINING = DateDraft.MAX_CAPACITY;

    /** When it begins; in the future. Null leaves it. */
    @JsonProperty("beginningDatetime")
    public abstract @Nullable Instant beginning();

    /** Until when it can be booked; in the future and not after the beginning. Null leaves it. */
    @JsonProperty("bookingLimitDatetime")
    public abstract @Nullable Instant bookingLimit();

    /** Which price of the event. Null leaves it. */
    public abstract @Nullable Long priceCategoryId();

    /**
     * The places still to be sold after the call; those already booked come on top. Null leaves them.
     *
     * <p>The server takes the number as it comes, whatever was booked meanwhile. After a lost response the client reads
     * before it sends again; but a first request that was only late can still arrive after that, and set the number
     * back. Where every place counts, read the date once more a minute later.
     */
    @JsonProperty("quantity")
    public abstract @Nullable Remaining remaining();

    /** The vendor's own name for it; with a comma in it, filters by {@code idsAtProvider} cannot look it up. */
    @Value.Default
    public Patch<String> idAtProvider() {
        return Patch.keep();
    }

    DatePatch() {} // only the generated class extends it

    /** Starts a change; what is not named stays as it is. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .notAfter("bookingLimitDatetime", bookingLimit(), "beginningDatetime", beginning())
                .range("priceCategoryId", priceCategoryId(), 1, Long.MAX_VALUE)
                .range("quantity", OfferRules.places(remaining()), 0, MAX_REMAINING)
                .text("idAtProvider", idAtProvider().value(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .raise();
    }

    /**
     * Checks what depends on the moment of the call.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        new RuleCheck()
                .future("beginningDatetime", beginning(), now)
                .future("bookingLimitDatetime", bookingLimit(), now)
                .raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableDatePatch.Builder {

        Builder() {}

        /** Moves it to another price of the event. */
        public Builder price(PriceCategory category) {
            return priceCategoryId(category.id());
        }

        /** Sets the vendor's own name for it. */
        public Builder idAtProvider(String id) {
            return idAtProvider(Patch.to(id));
        }

        /** Removes the vendor's own name for it. */
        public Builder clearIdAtProvider() {
            return idAtProvider(Patch.clear());
        }
    }
}
