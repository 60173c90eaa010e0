package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A paper book, CD or vinyl to create or to bring up to date by its EAN (reference operation 30). The offer that the
 * venue already has for this EAN, if any, is taken over, whoever made it; every field is replaced.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEanProductDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"ean", "stock", "publicationDatetime", "bookingAllowedDatetime", "externalTicketOfficeUrl"})
public abstract class EanProductDraft {

    /** Its number. */
    public abstract Ean ean();

    /** The price of one piece; 0 to 300 €. */
    @JsonIgnore
    public abstract Price price();

    /**
     * The pieces still to be sold after the call; those already booked come on top. 0 means sold out; at most 1 000
     * 000, or unlimited.
     */
    @JsonIgnore
    public abstract Remaining remaining();

    /** When it is visible and bookable: all three dates are replaced by every upsert. */
    @JsonIgnore
    public abstract EanDates dates();

    /** Where people without a credit can buy; http or https. Null clears what was there. */
    public abstract @Nullable String externalTicketOfficeUrl();

    /**
     * A product whose dates are said.
     *
     * @throws RuleViolationException with every violation
     */
    public static EanProductDraft of(Ean ean, Price price, Remaining remaining, EanDates dates) {
        return builder().ean(ean).price(price).remaining(remaining).dates(dates).build();
    }

    EanProductDraft() {} // only the generated class extends it

    /** Starts a product. */
    public static Builder builder() {
        return new Builder();
    }

    @JsonProperty("stock")
    Stock stockOnTheWire() {
        return new Stock(price(), remaining(), dates().bookingLimit());
    }

    @JsonProperty("publicationDatetime")
    Publication publicationOnTheWire() {
        return dates().publication();
    }

    @JsonProperty("bookingAllowedDatetime")
    @Nullable
    Instant bookingAllowedOnTheWire() {
        return dates().bookingAllowed();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stock(
            Price price,
            @JsonProperty("quantity") Remaining remaining,
            @JsonProperty("bookingLimitDatetime") @Nullable Instant bookingLimit) {}

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("ean", ean());
        OfferRules.ean(check, ean());
        check.required("stock.price", price())
                .range("stock.price", OfferRules.cents(price()), 0, PriceCategoryDraft.MAX_PRICE.cents())
                .required("stock.quantity", remaining())
                .range("stock.quantity", OfferRules.places(remaining()), 0, DateDraft.MAX_CAPACITY)
                .publicUrl("externalTicketOfficeUrl", externalTicketOfficeUrl(), RuleCheck.MAX_URL)
                .require(dates() != null, "publicationDatetime", RuleCode.REQUIRED);
        if (dates() != null) {
            OfferRules.limitAfterOpening(
                    check, dates().bookingLimit(), dates().publication(), dates().bookingAllowed());
        }
        check.raise();
    }

    /** Checks what depends on the moment of the call. */
    RuleCheck checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        OfferRules.publishedInFuture(check, dates().publication(), now);
        return check.future("bookingAllowedDatetime", dates().bookingAllowed(), now)
                .future(OfferRules.STOCK_LIMIT, dates().bookingLimit(), now);
    }

    /** Builds a product; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEanProductDraft.Builder {
        Builder() {}
    }
}
