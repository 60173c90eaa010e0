package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A performance to add to an event, in one of its price categories (reference operation 21). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableDateDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class DateDraft {

    /** Most dates in one call, and of one event. */
    public static final int MAX_PER_EVENT = 2_500;

    /** Most places of one date that is not unlimited. */
    public static final long MAX_CAPACITY = 1_000_000;

    /** What the generated builder leaves in a number that was never set; the server numbers from 1. */
    private static final long UNSET = 0;

    /** When it begins; in the future. */
    @JsonProperty("beginningDatetime")
    public abstract Instant beginning();

    /** Until when it can be booked; in the future and not after the beginning. The beginning, unless set. */
    @Value.Default
    @JsonProperty("bookingLimitDatetime")
    public Instant bookingLimit() {
        return beginning();
    }

    /** Which price of the event. */
    public abstract long priceCategoryId();

    /** All places; at most 1 000 000, or unlimited. */
    @JsonProperty("quantity")
    public abstract Capacity capacity();

    /**
     * The vendor's own name for it, at most 70 characters, unique within the event. The server takes a comma in it, but
     * then cannot look it up: filters by {@code idsAtProvider} refuse such a name.
     */
    public abstract @Nullable String idAtProvider();

    DateDraft() {} // only the generated class extends it

    /** Starts a date that begins at this instant. */
    public static Builder at(Instant beginning) {
        return new Builder().beginning(beginning);
    }

    /** Starts a date. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .required("beginningDatetime", beginning())
                .notAfter("bookingLimitDatetime", bookingLimit(), "beginningDatetime", beginning())
                .require(priceCategoryId() != UNSET, "priceCategoryId", RuleCode.REQUIRED)
                .range("priceCategoryId", priceCategoryId(), UNSET, Long.MAX_VALUE)
                .required("quantity", capacity())
                .range("quantity", OfferRules.places(capacity()), 0, MAX_CAPACITY)
                .text("idAtProvider", idAtProvider(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .raise();
    }

    /** Checks what depends on the moment of the call. */
    void checkAt(Instant now, String prefix, RuleCheck check) {
        check.future(prefix + "beginningDatetime", beginning(), now)
                .future(prefix + "bookingLimitDatetime", bookingLimit(), now);
    }

    /**
     * Checks the dates of one call: how many, that their ids do not repeat, and that all lie in the future.
     *
     * @throws RuleViolationException with every violation; paths start with {@code dates.N}
     */
    public static void checkTogether(List<DateDraft> drafts, Instant now) {
        RuleCheck check = new RuleCheck().size("dates", drafts, MAX_PER_EVENT);
        List<@Nullable String> ids = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            DateDraft draft = drafts.get(i);
            check.required("dates." + i, draft);
            if (draft != null) {
                draft.checkAt(now, "dates." + i + ".", check);
            }
            ids.add(draft == null ? null : draft.idAtProvider());
        }
        check.unique(ids, i -> "dates." + i + ".idAtProvider").raise();
    }

    /** Builds a date; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableDateDraft.Builder {

        Builder() {}

        /** Sets which price of the event. */
        public Builder price(PriceCategory category) {
            return priceCategoryId(category.id());
        }
    }
}
