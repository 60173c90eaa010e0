package fr.passerelle.model.offer;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What new events and new products have in common (reference 5.1 and 6.1). */
abstract class OfferDraft {

    /** Longest name of a new offer; editing takes longer ones. */
    public static final int MAX_NAME = 90;

    OfferDraft() {}

    /** What beneficiaries read first; 1 to 90 characters, no 13 digits in a row. */
    public abstract String name();

    /** Where; digital for the online-only categories and for no other. */
    public abstract Location location();

    /** For whom it is accessible: all four answers are needed. */
    public abstract Accessibility accessibility();

    /** At most 10 000 characters. */
    public abstract @Nullable String description();

    /** E-mail address for beneficiaries' questions about tickets; at most 120 characters. Six categories need it. */
    public abstract @Nullable String bookingContact();

    /** E-mail address that is told of bookings; at most 120 characters. */
    public abstract @Nullable String bookingEmail();

    /** Whether one booking may take two places. */
    public abstract boolean duo();

    /**
     * The vendor's own name for it, at most 70 characters, unique within the venue. The server takes a comma in it, but
     * then cannot look it up: filters by {@code idsAtProvider} refuse such a name.
     */
    public abstract @Nullable String idAtProvider();

    /** How beneficiaries get what they booked. */
    public abstract @Nullable String itemCollectionDetails();

    /** Where people without a credit can buy; http or https. */
    public abstract @Nullable String externalTicketOfficeUrl();

    /** Its picture; it can be replaced later, but not removed. */
    public abstract @Nullable OfferImageDraft image();

    /** When it becomes visible; at once, unless set. */
    public abstract @Nullable Publication publication();

    /** From when it can be booked; in the future. */
    public abstract @Nullable Instant bookingAllowedDatetime();

    /** Looks at everything above, and at the category. */
    final RuleCheck checkOffer(@Nullable OfferCategory category) {
        RuleCheck check = new RuleCheck().required("name", name());
        OfferRules.name(check, name(), 1, MAX_NAME);
        check.required("categoryRelatedFields", category)
                .required("location", location())
                .required("accessibility", accessibility())
                .text("description", description(), 0, OfferRules.MAX_DESCRIPTION)
                .text("idAtProvider", idAtProvider(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .storable("itemCollectionDetails", itemCollectionDetails())
                .publicUrl("externalTicketOfficeUrl", externalTicketOfficeUrl(), RuleCheck.MAX_URL);
        OfferRules.emails(check, bookingContact(), bookingEmail());
        OfferRules.place(check, category, location());
        OfferRules.duo(check, category, duo());
        if (category != null) {
            check.nested("categoryRelatedFields", category.missing());
            check.require(
                    bookingContact() != null || !category.id().needsBookingContact(),
                    "bookingContact",
                    RuleCode.REQUIRED);
        }
        if (location() != null) {
            check.nested("location", location().violations());
        }
        if (accessibility() != null) {
            check.nested("accessibility", accessibility().missing());
        }
        OfferRules.image(check, image());
        return check;
    }

    /** Looks at what depends on the moment of the call. */
    final RuleCheck checkOfferAt(Instant now) {
        RuleCheck check = new RuleCheck();
        OfferRules.publishedInFuture(check, publication(), now);
        OfferRules.publishedWithinTwoYears(check, publication(), now);
        return check.future("bookingAllowedDatetime", bookingAllowedDatetime(), now);
    }
}
