package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An event to create (reference operation 14). It stays a draft on the server until its first date exists. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEventDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class EventDraft {

    /** Longest name of a new event; editing takes longer ones. */
    public static final int MAX_NAME = 90;

    /** What visitors read first; 1 to 90 characters, no 13 digits in a row. */
    public abstract String name();

    /** What kind of event, with the fields of that kind. */
    @JsonProperty("categoryRelatedFields")
    public abstract Category category();

    /** Where; digital for the online-only categories and for no other. */
    public abstract Location location();

    /** For whom it is accessible: all four answers are needed. */
    public abstract Accessibility accessibility();

    /**
     * Whether the vendor issues the tickets itself, in real time: the programme then calls the vendor's booking and
     * cancellation URLs. Cannot change later.
     */
    public abstract Boolean hasTicket();

    /** At most 10 000 characters. */
    public abstract @Nullable String description();

    /** E-mail address for visitors' questions about tickets; required by six categories. */
    public abstract @Nullable String bookingContact();

    /** E-mail address that is told of bookings; at most 120 characters. */
    public abstract @Nullable String bookingEmail();

    /** Whether one booking may take two places. Unless set: yes where the category allows it. */
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

    /** The vendor's own name for it, at most 70 characters, unique within the venue. */
    public abstract @Nullable String idAtProvider();

    /** How visitors get what they booked. */
    public abstract @Nullable String itemCollectionDetails();

    /** Where people without a credit can buy; http or https. */
    public abstract @Nullable String externalTicketOfficeUrl();

    /** Up to 50 prices; no two with the same label and price. More can be added later. */
    public abstract List<PriceCategoryDraft> priceCategories();

    /** When it becomes visible; at once, unless set. */
    @JsonProperty("publicationDatetime")
    public abstract @Nullable Publication publication();

    /** From when it can be booked; in the future. */
    public abstract @Nullable Instant bookingAllowedDatetime();

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
        RuleCheck check = new RuleCheck().required("name", name());
        OfferRules.name(check, name(), 1, MAX_NAME);
        check.required("categoryRelatedFields", category())
                .required("location", location())
                .required("accessibility", accessibility())
                .required("hasTicket", hasTicket())
                .text("description", description(), 0, OfferRules.MAX_DESCRIPTION)
                .email("bookingContact", bookingContact())
                .text("idAtProvider", idAtProvider(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .storable("itemCollectionDetails", itemCollectionDetails())
                .publicUrl("externalTicketOfficeUrl", externalTicketOfficeUrl(), RuleCheck.MAX_URL);
        OfferRules.bookingEmail(check, bookingEmail());
        OfferRules.duration(check, durationMinutes());
        OfferRules.video(check, videoUrl());
        OfferRules.place(check, category(), location());
        OfferRules.duo(check, category(), duo());
        if (category() != null) {
            check.nested("categoryRelatedFields", category().missing());
            check.require(
                    bookingContact() != null || !category().id().needsBookingContact(),
                    "bookingContact",
                    RuleCode.REQUIRED);
        }
        if (location() != null) {
            check.nested("location", location().violations());
        }
        if (accessibility() != null) {
            check.nested("accessibility", accessibility().missing());
        }
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
        RuleCheck check = new RuleCheck();
        OfferRules.publishedInFuture(check, publication(), now);
        OfferRules.publishedWithinTwoYears(check, publication(), now);
        check.future("bookingAllowedDatetime", bookingAllowedDatetime(), now).raise();
    }

    /** Builds an event; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEventDraft.Builder {
        Builder() {}
    }
}
