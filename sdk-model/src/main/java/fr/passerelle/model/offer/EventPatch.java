package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.WireStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes an event (reference operation 17). What is not named stays as it is; only the fields that the server lets
 * become empty have a {@code clear…()}. The category itself, {@code hasTicket} and the external ticket office cannot
 * change.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEventPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class EventPatch {

    /** Longest name when editing; a new event takes less. */
    public static final int MAX_NAME = 140;

    /** 1 to 140 characters, no 13 digits in a row. Null leaves it. */
    public abstract @Nullable String name();

    /** The fields of its category; the category must be the one it has. Null leaves them. */
    @JsonProperty("categoryRelatedFields")
    public abstract @Nullable Category category();

    /** Null leaves it. */
    public abstract @Nullable Location location();

    /** The answers that change; unknown ones stay. Null leaves all. */
    public abstract @Nullable Accessibility accessibility();

    /** At most 10 000 characters. */
    @Value.Default
    public Patch<String> description() {
        return Patch.keep();
    }

    /** E-mail address for visitors' questions. Null leaves it. */
    public abstract @Nullable String bookingContact();

    /** E-mail address that is told of bookings; at most 120 characters. */
    @Value.Default
    public Patch<String> bookingEmail() {
        return Patch.keep();
    }

    /** Whether one booking may take two places. Null leaves it. */
    @JsonProperty("enableDoubleBookings")
    public abstract @Nullable Boolean duo();

    /** How long it lasts, in minutes; 0 to 1439. Null leaves it. */
    @JsonProperty("eventDuration")
    public abstract @Nullable Integer durationMinutes();

    /** The vendor's own name for it. */
    @Value.Default
    public Patch<String> idAtProvider() {
        return Patch.keep();
    }

    /** How visitors get what they booked. */
    @Value.Default
    public Patch<String> itemCollectionDetails() {
        return Patch.keep();
    }

    /** When it becomes visible. Null leaves it; {@link Publication#never()} hides it. */
    @JsonProperty("publicationDatetime")
    @JsonInclude(JsonInclude.Include.NON_NULL) // "never" is written as null, which is not nothing
    public abstract @Nullable Publication publication();

    /** From when it can be booked; in the future. */
    @Value.Default
    public Patch<Instant> bookingAllowedDatetime() {
        return Patch.keep();
    }

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
        RuleCheck check = new RuleCheck();
        OfferRules.name(check, name(), 1, MAX_NAME);
        check.text("description", description().value(), 0, OfferRules.MAX_DESCRIPTION)
                .email("bookingContact", bookingContact())
                .text("idAtProvider", idAtProvider().value(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .storable("itemCollectionDetails", itemCollectionDetails().value());
        OfferRules.bookingEmail(check, bookingEmail().value());
        OfferRules.duration(check, durationMinutes());
        OfferRules.video(check, videoUrl().value());
        OfferRules.place(check, category(), location());
        OfferRules.duo(check, category(), duo());
        Location location = location();
        if (location != null) {
            check.nested("location", location.violations());
        }
        check.raise();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        OfferRules.publishedInFuture(check, publication(), now);
        check.future("bookingAllowedDatetime", bookingAllowedDatetime().value(), now)
                .raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEventPatch.Builder {

        Builder() {}

        /** Replaces the description. */
        public Builder description(String text) {
            return description(Patch.to(text));
        }

        /** Empties the description. */
        public Builder clearDescription() {
            return description(Patch.clear());
        }

        /** Replaces the address that is told of bookings. */
        public Builder bookingEmail(String email) {
            return bookingEmail(Patch.to(email));
        }

        /** Nobody is told of bookings any more. */
        public Builder clearBookingEmail() {
            return bookingEmail(Patch.clear());
        }

        /** Replaces the vendor's own name for it. */
        public Builder idAtProvider(String id) {
            return idAtProvider(Patch.to(id));
        }

        /** Removes the vendor's own name for it. */
        public Builder clearIdAtProvider() {
            return idAtProvider(Patch.clear());
        }

        /** Replaces how visitors get what they booked. */
        public Builder itemCollectionDetails(String text) {
            return itemCollectionDetails(Patch.to(text));
        }

        /** Empties how visitors get what they booked. */
        public Builder clearItemCollectionDetails() {
            return itemCollectionDetails(Patch.clear());
        }

        /** Sets from when it can be booked. */
        public Builder bookingAllowedDatetime(Instant instant) {
            return bookingAllowedDatetime(Patch.to(instant));
        }

        /** It can be booked as soon as it is visible. */
        public Builder clearBookingAllowedDatetime() {
            return bookingAllowedDatetime(Patch.clear());
        }

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
