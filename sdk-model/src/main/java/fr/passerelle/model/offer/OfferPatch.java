package fr.passerelle.model.offer;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What changes of events and of products have in common (reference 5.1 and 6.1). */
abstract class OfferPatch {

    /** Longest name when editing; a new offer takes less. */
    public static final int MAX_NAME = 140;

    OfferPatch() {}

    /** 1 to 140 characters, no 13 digits in a row. Null leaves it. */
    public abstract @Nullable String name();

    /** Null leaves it. The venue is the one it has: an offer does not move to another. */
    public abstract @Nullable Location location();

    /** The answers that change; unknown ones stay. Null leaves all. */
    public abstract @Nullable Accessibility accessibility();

    /** At most 10 000 characters. */
    @Value.Default
    public Patch<String> description() {
        return Patch.keep();
    }

    /** E-mail address for beneficiaries' questions. Null leaves it. */
    public abstract @Nullable String bookingContact();

    /** E-mail address that is told of bookings; at most 120 characters. */
    @Value.Default
    public Patch<String> bookingEmail() {
        return Patch.keep();
    }

    /** Whether one booking may take two places. Null leaves it. */
    public abstract @Nullable Boolean duo();

    /** The vendor's own name for it; with a comma in it, filters by {@code idsAtProvider} cannot look it up. */
    @Value.Default
    public Patch<String> idAtProvider() {
        return Patch.keep();
    }

    /** How beneficiaries get what they booked. */
    @Value.Default
    public Patch<String> itemCollectionDetails() {
        return Patch.keep();
    }

    /** Where people without a credit can buy; http or https. */
    @Value.Default
    public Patch<String> externalTicketOfficeUrl() {
        return Patch.keep();
    }

    /** A new picture. Null leaves the old one, which cannot be removed. */
    public abstract @Nullable OfferImageDraft image();

    /** When it becomes visible. Null leaves it; {@link Publication#never()} hides it. */
    public abstract @Nullable Publication publication();

    /** From when it can be booked; in the future. */
    @Value.Default
    public Patch<Instant> bookingAllowedDatetime() {
        return Patch.keep();
    }

    /** Looks at everything above, and at the category. */
    final RuleCheck checkOffer(@Nullable OfferCategory category) {
        RuleCheck check = new RuleCheck();
        OfferRules.name(check, name(), 1, MAX_NAME);
        check.text("description", description().value(), 0, OfferRules.MAX_DESCRIPTION)
                .text("idAtProvider", idAtProvider().value(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .storable("itemCollectionDetails", itemCollectionDetails().value())
                .publicUrl("externalTicketOfficeUrl", externalTicketOfficeUrl().value(), RuleCheck.MAX_URL);
        OfferRules.emails(check, bookingContact(), bookingEmail().value());
        OfferRules.place(check, category, location());
        OfferRules.duo(check, category, duo());
        OfferRules.image(check, image());
        if (category != null) {
            check.nested("categoryRelatedFields", category.uneditable());
        }
        Location location = location();
        if (location != null) {
            check.nested("location", location.violations());
        }
        return check;
    }

    /** Looks at what depends on the moment of the call. */
    final RuleCheck checkOfferAt(Instant now) {
        RuleCheck check = new RuleCheck();
        OfferRules.publishedInFuture(check, publication(), now);
        return check.future("bookingAllowedDatetime", bookingAllowedDatetime().value(), now);
    }

    /**
     * Spares callers the word {@code Patch}.
     *
     * @param <B> the builder itself
     */
    interface Shortcuts<B> {

        /** Changes, empties or keeps the description. */
        B description(Patch<String> description);

        /** Changes, empties or keeps the address that is told of bookings. */
        B bookingEmail(Patch<String> bookingEmail);

        /** Changes, empties or keeps the vendor's own name for it. */
        B idAtProvider(Patch<String> idAtProvider);

        /** Changes, empties or keeps how beneficiaries get what they booked. */
        B itemCollectionDetails(Patch<String> itemCollectionDetails);

        /** Changes, empties or keeps where people without a credit can buy. */
        B externalTicketOfficeUrl(Patch<String> externalTicketOfficeUrl);

        /** Changes, empties or keeps from when it can be booked. */
        B bookingAllowedDatetime(Patch<Instant> bookingAllowedDatetime);

        /** Replaces the description. */
        default B description(String text) {
            return description(Patch.to(text));
        }

        /** Empties the description. */
        default B clearDescription() {
            return description(Patch.clear());
        }

        /** Replaces the address that is told of bookings. */
        default B bookingEmail(String email) {
            return bookingEmail(Patch.to(email));
        }

        /** Nobody is told of bookings any more. */
        default B clearBookingEmail() {
            return bookingEmail(Patch.clear());
        }

        /** Replaces the vendor's own name for it. */
        default B idAtProvider(String id) {
            return idAtProvider(Patch.to(id));
        }

        /** Removes the vendor's own name for it. */
        default B clearIdAtProvider() {
            return idAtProvider(Patch.clear());
        }

        /** Replaces how beneficiaries get what they booked. */
        default B itemCollectionDetails(String text) {
            return itemCollectionDetails(Patch.to(text));
        }

        /** Empties how beneficiaries get what they booked. */
        default B clearItemCollectionDetails() {
            return itemCollectionDetails(Patch.clear());
        }

        /** Sets where people without a credit can buy. */
        default B externalTicketOfficeUrl(String url) {
            return externalTicketOfficeUrl(Patch.to(url));
        }

        /** People without a credit are not told any more where to buy. */
        default B clearExternalTicketOfficeUrl() {
            return externalTicketOfficeUrl(Patch.clear());
        }

        /** Sets from when it can be booked. */
        default B bookingAllowedDatetime(Instant instant) {
            return bookingAllowedDatetime(Patch.to(instant));
        }

        /** It can be booked as soon as it is visible. */
        default B clearBookingAllowedDatetime() {
            return bookingAllowedDatetime(Patch.clear());
        }
    }
}
