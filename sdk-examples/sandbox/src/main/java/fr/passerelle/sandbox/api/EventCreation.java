package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events (operation 14): every check first, in the server's order, and only then the event. */
final class EventCreation {

    private static final int MAX_YEARS_AHEAD = 2;

    private final World world;
    private final Access access;

    EventCreation(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    Offer create(Provider provider, Form form) {
        Form location = form.requiredForm("location");
        Form categoryFields = form.requiredForm("categoryRelatedFields");
        Category category = OfferRules.category(categoryFields.requiredText("category"));
        boolean hasTicket = form.flag("hasTicket", false);
        String url = location.text("url");

        Venue venue = access.venue(provider, location.requiredNumber("venueId"));
        if (venue.softDeleted) {
            throw Refusal.listed(400, "location.venueId", "The venue has been deleted");
        }
        if (hasTicket && !access.ticketing(provider, venue)) {
            throw Refusal.bare(400, "global", "hasTicket needs a ticketing service, at provider or at venue level");
        }
        Address address = location.has("addressId") ? OfferRules.address(world, location) : venue.address;
        OfferRules.checkContact(category, form.text("bookingContact"));
        OfferRules.checkUrl(category, url);
        Map<String, String> extra = OfferRules.extraFields(Map.of(), categoryFields);
        OfferRules.checkRequiredFields(category, extra);
        boolean doubleBookings = doubleBookings(form);
        OfferRules.checkDuo(category, doubleBookings);
        OfferRules.checkIdAtProvider(world, venue, null, form.text("idAtProvider"));
        OfferRules.checkName(form.requiredText("name"));
        OfferRules.checkDuration(form.number("eventDuration"));
        OfferRules.checkWidths(form.text("bookingEmail"), url);
        Instant publication = publication(form, address);
        form.forms("priceCategories").forEach(item -> OfferRules.checkPrice(venue, item.requiredNumber("price")));
        Form image = form.form("image");
        if (image != null) {
            Images.check(image);
        }
        OfferRules.checkVideo(world, form.text("videoUrl"));

        Offer offer = world.offers.add(id -> new Offer(id, venue, true, category.id(), form.requiredText("name")));
        offer.lastProvider = provider;
        offer.address = address;
        offer.addressLabel = location.has("addressId") ? location.text("addressLabel") : venue.publicName;
        offer.url = url;
        offer.publication = publication;
        offer.doubleBookings = doubleBookings;
        offer.withdrawal = Offer.Withdrawal.of(category, hasTicket);
        describe(offer, form);
        offer.extra.putAll(extra);
        form.forms("priceCategories").forEach(item -> addPriceCategory(world, offer, item));
        if (image != null) {
            Images.illustrate(offer, image);
        }
        return offer;
    }

    /** Two places at once are possible unless it is said otherwise. */
    private static boolean doubleBookings(Form form) {
        return form.has("enableDoubleBookings") ? form.flag("enableDoubleBookings", false) : true;
    }

    private @Nullable Instant publication(Form form, Address address) {
        Instant now = world.now();
        Instant publication;
        if (form.get("publicationDate") instanceof Temporal legacy) {
            publication = local(legacy, address.zone());
        } else if (!form.has("publicationDatetime")) {
            publication = now;
        } else if (form.get("publicationDatetime") == null) {
            return null;
        } else {
            publication = moment(form.get("publicationDatetime"), now);
        }
        if (publication.isAfter(
                now.atOffset(ZoneOffset.UTC).plusYears(MAX_YEARS_AHEAD).toInstant())) {
            throw Refusal.listed(400, "publication_date", "The publication cannot be more than two years ahead");
        }
        return publication.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The instant of a publication field, which holds an instant or the word "now". */
    static Instant moment(@Nullable Object value, Instant now) {
        return value instanceof Instant instant ? instant : now;
    }

    private static Instant local(Temporal moment, ZoneId zone) {
        return moment instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : Moments.instant(moment, ZoneOffset.UTC);
    }

    private static void describe(Offer offer, Form form) {
        offer.description = form.text("description");
        offer.bookingContact = form.text("bookingContact");
        offer.bookingEmail = form.text("bookingEmail");
        offer.itemCollectionDetails = form.text("itemCollectionDetails");
        offer.externalTicketOfficeUrl = form.text("externalTicketOfficeUrl");
        offer.idAtProvider = OfferRules.emptyIsNone(form.text("idAtProvider"));
        offer.eventDuration = OfferRules.zeroIsNone(form.number("eventDuration"));
        offer.videoUrl = form.text("videoUrl");
        offer.bookingAllowed = form.instant("bookingAllowedDatetime");
        offer.accessibility = OfferRules.accessibility(form.requiredForm("accessibility"), Accessibility.NONE);
    }

    /** Adds a price category to an event. */
    static PriceCategory addPriceCategory(World world, Offer event, Form item) {
        PriceCategory category = world.priceCategories.add(id -> new PriceCategory(
                id, event, item.requiredText("label"), Math.toIntExact(item.requiredNumber("price"))));
        category.idAtProvider = OfferRules.emptyIsNone(item.text("idAtProvider"));
        event.priceCategories.add(category);
        return category;
    }
}
