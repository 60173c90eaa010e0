package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes a collective offer (reference operation 41). What is not named stays as it is; only the fields that the
 * server lets become empty have a {@code clear…()}. Name only what changes: a field counts by being there, even with
 * the value it has, and the state of the offer must allow every action that the fields imply ({@link #refused}).
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableCollectiveOfferPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"imageFile", "imageCredit"})
public abstract class CollectiveOfferPatch {

    /** Moves it to another venue of the same structure. Null leaves it. */
    public abstract @Nullable Long venueId();

    /** 1 to 110 characters. Null leaves it. */
    public abstract @Nullable String name();

    /** At most 1500 characters. Null leaves it. */
    @JsonInclude(JsonInclude.Include.NON_NULL) // an empty text is a text
    public abstract @Nullable String description();

    /** What pupils do; at least one. Null leaves them. */
    public abstract @Nullable List<CollectiveFormat> formats();

    /** The numbers of its domains; at least one. Null leaves them. */
    public abstract @Nullable List<Long> domains();

    /** Which pupils it is for; at least one level. Null leaves them. */
    public abstract @Nullable List<StudentLevel> students();

    /** E-mail addresses that are told of bookings; at least one. Null leaves them. */
    @Value.Redacted
    public abstract @Nullable List<String> bookingEmails();

    /** Whom teachers write to. Null leaves it. */
    @Value.Redacted
    public abstract @Nullable String contactEmail();

    /** Whom teachers call: a French number, or an international one. Null leaves it. */
    @Value.Redacted
    public abstract @Nullable String contactPhone();

    /** Null leaves it. */
    public abstract @Nullable CollectiveLocation location();

    /** Departments whose schools it goes to, by convention in codes such as {@code 2A}. Null leaves them. */
    @JsonInclude(JsonInclude.Include.NON_NULL) // an empty list is a list
    public abstract @Nullable List<String> interventionArea();

    /** When it starts; not in the past. Null leaves it. */
    @JsonProperty("startDatetime")
    @JsonSerialize(using = NaiveUtc.Writer.class)
    public abstract @Nullable Instant start();

    /** When it ends; not before the start and in the same school year. Null leaves it. */
    @JsonProperty("endDatetime")
    @JsonSerialize(using = NaiveUtc.Writer.class)
    public abstract @Nullable Instant end();

    /** Until when it can be booked; not after the start. Emptied, it becomes the start. */
    @Value.Default
    @JsonIgnore
    public Patch<Instant> bookingLimit() {
        return Patch.keep();
    }

    /**
     * What it costs, in one of the programme's two ways. Raising the total is another action than lowering it. Null
     * leaves it.
     */
    @JsonUnwrapped
    public abstract @Nullable CollectivePricePatch price();

    /** How many pupils it is for; 0 to 3000. Null leaves it. */
    public abstract @Nullable Integer numberOfTickets();

    /** How long it lasts, in minutes. */
    @Value.Default
    public Patch<Integer> durationMinutes() {
        return Patch.keep();
    }

    /** The school; only drafts let it change, and the API makes none. Null leaves it. */
    @JsonUnwrapped
    public abstract @Nullable InstitutionRef institution();

    /** A national programme of one of its domains. */
    @Value.Default
    public Patch<Long> nationalProgramId() {
        return Patch.keep();
    }

    /** The answers that change; unknown ones stay. Null leaves all. */
    @JsonUnwrapped
    public abstract @Nullable Accessibility accessibility();

    /** Its picture, with its credit. */
    @Value.Default
    @JsonIgnore
    public Patch<CollectiveImage> image() {
        return Patch.keep();
    }

    CollectiveOfferPatch() {} // only the generated class extends it

    /** Starts a change. */
    public static Builder builder() {
        return new Builder();
    }

    @JsonProperty("bookingLimitDatetime")
    Patch<String> bookingLimitOnTheWire() {
        Instant limit = bookingLimit().value();
        if (limit != null) {
            return Patch.to(NaiveUtc.text(limit));
        }
        return bookingLimit().isClear() ? Patch.clear() : Patch.keep();
    }

    @JsonProperty("imageFile")
    Patch<ImageFile> imageFileOnTheWire() {
        CollectiveImage image = image().value();
        if (image != null) {
            return Patch.to(image.file());
        }
        return image().isClear() ? Patch.clear() : Patch.keep();
    }

    @JsonProperty("imageCredit")
    @Nullable
    String imageCreditOnTheWire() {
        CollectiveImage image = image().value();
        return image == null ? null : image.credit();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().range("venueId", venueId(), 1, Long.MAX_VALUE);
        CollectiveRules.name(check, name());
        check.text("description", description(), 0, CollectiveRules.MAX_DESCRIPTION)
                .notEmpty("formats", formats())
                .notEmpty("domains", domains())
                .notEmpty("students", students());
        CollectiveRules.emails(check, bookingEmails());
        check.bareEmail("contactEmail", contactEmail());
        CollectiveRules.phone(check, contactPhone());
        CollectiveRules.location(check, location());
        CollectiveRules.dates(check, start(), end(), bookingLimit().value());
        CollectiveRules.price(check, price());
        CollectiveRules.tickets(check, numberOfTickets());
        CollectiveRules.duration(check, durationMinutes().value());
        CollectiveRules.image(check, image().value());
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

    /**
     * Checks what depends on the offer: the dates as they would be after the change (those it names, and for the others
     * those that the offer has), the total in the same way, a total for an offer that has fees, and a picture to remove
     * where there is none.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAgainst(CollectiveOffer offer) {
        Instant start = start() == null ? offer.start() : start();
        Instant limit =
                bookingLimit().isKeep() ? offer.bookingLimit() : bookingLimit().value();
        RuleCheck check = new RuleCheck();
        CollectiveRules.dates(check, start, end() == null ? offer.end() : end(), limit);
        CollectiveRules.priceAgainst(check, price(), offer);
        check.require(!image().isClear() || offer.imageUrl() != null, "imageFile", RuleCode.NOTHING_TO_CLEAR)
                .raise();
    }

    /** What the change does to this offer, in the words of the table of reference 8.4. */
    public Set<CollectiveAction> actions(CollectiveOffer offer) {
        return PatchActions.of(this, offer);
    }

    /** The actions of this change that the offer does not allow at that moment; the server refuses if there is any. */
    public Set<CollectiveAction> refused(CollectiveOffer offer, Instant at) {
        Set<CollectiveAction> refused = actions(offer);
        refused.removeIf(action -> offer.allows(action, at));
        return refused;
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableCollectiveOfferPatch.Builder {

        Builder() {}

        /** Sets until when it can be booked. */
        public Builder bookingLimit(Instant instant) {
            return bookingLimit(Patch.to(instant));
        }

        /** It can be booked until it starts. */
        public Builder clearBookingLimit() {
            return bookingLimit(Patch.clear());
        }

        /** Sets what it costs in the older way: one sum. */
        public Builder totalPrice(Price price) {
            return price(CollectivePricePatch.total().totalPrice(price));
        }

        /** Sets how long it lasts, in minutes. */
        public Builder durationMinutes(int minutes) {
            return durationMinutes(Patch.to(minutes));
        }

        /** How long it lasts is not said any more. */
        public Builder clearDurationMinutes() {
            return durationMinutes(Patch.clear());
        }

        /** Makes it part of a national programme. */
        public Builder nationalProgramId(long id) {
            return nationalProgramId(Patch.to(id));
        }

        /** Takes it out of its national programme. */
        public Builder clearNationalProgramId() {
            return nationalProgramId(Patch.clear());
        }

        /** Replaces its picture. */
        public Builder image(CollectiveImage image) {
            return image(Patch.to(image));
        }

        /** Removes its picture. */
        public Builder clearImage() {
            return image(Patch.clear());
        }
    }
}
