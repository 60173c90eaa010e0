package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An offer to one school, to create (reference operation 39). Whom to reach does not show in {@code toString}. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableCollectiveOfferDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class CollectiveOfferDraft {

    /** Which venue offers it. */
    public abstract long venueId();

    /** What teachers read first; 1 to 110 characters. */
    public abstract String name();

    /** What teachers read next; at most 1500 characters. */
    public abstract String description();

    /** What pupils do; at least one. */
    public abstract List<CollectiveFormat> formats();

    /** The numbers of its domains; at least one. */
    public abstract List<Long> domains();

    /** Which pupils it is for; at least one level. */
    public abstract List<StudentLevel> students();

    /** E-mail addresses that are told of bookings; at least one. */
    @Value.Redacted
    public abstract List<String> bookingEmails();

    /** Whom teachers write to. */
    @Value.Redacted
    public abstract String contactEmail();

    /** Whom teachers call: a French number, or an international one. */
    @Value.Redacted
    public abstract String contactPhone();

    /** Where it takes place. */
    public abstract CollectiveLocation location();

    /** When it starts; not in the past. */
    @JsonProperty("startDatetime")
    public abstract Instant start();

    /** When it ends; not before the start and in the same school year. The start, unless set. */
    @JsonProperty("endDatetime")
    public abstract @Nullable Instant end();

    /** Until when it can be booked; not after the start. May lie in the past. */
    @JsonProperty("bookingLimitDatetime")
    public abstract Instant bookingLimit();

    /** What it costs, in one of the programme's two ways. */
    @JsonUnwrapped
    public abstract CollectivePrice price();

    /** How many pupils it is for; 0 to 3000. */
    public abstract Integer numberOfTickets();

    /** How long it lasts, in minutes. */
    public abstract @Nullable Integer durationMinutes();

    /** The school, by number or by UAI. */
    @JsonUnwrapped
    public abstract InstitutionRef institution();

    /** A national programme of one of its domains. */
    public abstract @Nullable Long nationalProgramId();

    /** For whom it is accessible; what is not said is taken for no. */
    @JsonUnwrapped
    public abstract @Nullable Accessibility accessibility();

    /** Its picture, with its credit. */
    @JsonUnwrapped
    public abstract @Nullable CollectiveImage image();

    CollectiveOfferDraft() {} // only the generated class extends it

    /** Starts an offer. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .id("venueId", venueId())
                .required("name", name())
                .required("description", description());
        CollectiveRules.name(check, name());
        check.text("description", description(), 0, CollectiveRules.MAX_DESCRIPTION)
                .notEmpty("formats", formats())
                .notEmpty("domains", domains())
                .notEmpty("students", students());
        CollectiveRules.emails(check, bookingEmails());
        check.required("contactEmail", contactEmail())
                .bareEmail("contactEmail", contactEmail())
                .required("contactPhone", contactPhone());
        CollectiveRules.phone(check, contactPhone());
        check.required("location", location());
        CollectiveRules.location(check, location());
        check.required("startDatetime", start()).required("bookingLimitDatetime", bookingLimit());
        CollectiveRules.dates(check, start(), end(), bookingLimit());
        check.required("servicePrice", price());
        CollectiveRules.price(check, price());
        check.required("numberOfTickets", numberOfTickets());
        CollectiveRules.tickets(check, numberOfTickets());
        CollectiveRules.duration(check, durationMinutes());
        check.required("educationalInstitutionId", institution());
        CollectiveRules.image(check, image());
        check.raise();
    }

    /**
     * Checks what depends on the moment of the call: the start must not lie behind.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        CollectiveRules.notPast(check, start(), now);
        check.raise();
    }

    /** Builds an offer; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableCollectiveOfferDraft.Builder {

        Builder() {}

        /** Says what it costs in the older way: one sum. */
        public Builder totalPrice(Price price) {
            return price(CollectivePrice.total(price));
        }
    }
}
