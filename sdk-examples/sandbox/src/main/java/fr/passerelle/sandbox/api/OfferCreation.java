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

/** Makes events and products (operations 14 and 25): every check first, in the server's order, then the offer. */
final class OfferCreation {

    private static final int MAX_YEARS_AHEAD = 2;

    private final World world;
    private final Access access;

    OfferCreation(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    /** Makes an event, or a product; what only the one has is absent from the other's form. */
    Offer create(Provider provider, Form form, boolean event) {
        Form location = form.requiredForm("location");
        Form categoryFields = form.requiredForm("categoryRelatedFields");
        Category category = OfferRules.category(categoryFields.requiredText("category"));
        boolean hasTicket = form.flag("hasTicket", false);
        String url = location.text("url");

        Venue venue = access.openVenue(provider, location);
        if (hasTicket && !access.ticketing(provider, venue)) {
            throw Refusal.bare(400, "global", "hasTicket needs a ticketing service, at provider or at venue level");
        }
        Address address = location.has("addressId") ? OfferRules.address(world, location) : venue.address;
        OfferRules.checkContact(category, form.text("bookingContact"));
        // Two places at once are possible for an event unless it is said otherwise.
        boolean doubleBookings = form.has("enableDoubleBookings") ? form.flag("enableDoubleBookings", false) : event;
        OfferRules.checkDuo(category, doubleBookings);
        OfferRules.checkUrl(category, url);
        Map<String, String> extra = OfferRules.extraFields(Map.of(), categoryFields);
        OfferRules.checkRequiredFields(category, extra);
        String ean = OfferRules.emptyIsNone(extra.remove("ean"));
        OfferRules.checkEan(world, venue, ean);
        OfferRules.checkIdAtProvider(world, venue, null, form.text("idAtProvider"));
        OfferRules.checkName(form.requiredText("name"));
        OfferRules.checkDuration(form.number("eventDuration"));
        OfferRules.checkWidths(form, url);
        Instant publication = publication(form, address);
        form.forms("priceCategories").forEach(item -> OfferRules.checkPrice(venue, item.requiredNumber("price")));
        Form image = form.form("image");
        if (image != null) {
            Images.check(image);
        }
        OfferRules.checkVideo(world, form.text("videoUrl"));
        Form stock = form.form("stock");
        if (stock != null) {
            OfferRules.checkPrice(venue, stock.requiredNumber("price"));
        }

        Offer offer = world.offers.add(id -> new Offer(id, venue, event, category.id(), form.requiredText("name")));
        offer.lastProvider = provider;
        offer.place(address, location.has("addressId") ? location.text("addressLabel") : venue.publicName);
        offer.url = url;
        offer.publication = publication;
        offer.doubleBookings = doubleBookings;
        offer.withdrawal = Offer.Withdrawal.of(category, hasTicket);
        describe(offer, form);
        offer.extra.putAll(extra);
        offer.ean = ean;
        form.forms("priceCategories").forEach(item -> addPriceCategory(world, offer, item));
        if (image != null) {
            Images.illustrate(offer, image.text("credit"));
        }
        return offer;
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
        offer.description = OfferRules.emptyIsNone(form.text("description"));
        offer.bookingContact = form.text("bookingContact");
        offer.bookingEmail = form.text("bookingEmail");
        offer.itemCollectionDetails = form.text("itemCollectionDetails");
        offer.externalTicketOfficeUrl = form.text("externalTicketOfficeUrl");
        offer.idAtProvider = form.text("idAtProvider");
        offer.eventDuration = OfferRules.zeroIsNone(form.number("eventDuration"));
        offer.videoUrl = form.text("videoUrl");
        offer.bookingAllowed = form.instant("bookingAllowedDatetime");
        offer.accessibility = OfferRules.accessibility(form.requiredForm("accessibility"), Accessibility.NONE);
    }

    /** Adds a price category to an event. */
    static PriceCategory addPriceCategory(World world, Offer event, Form item) {
        PriceCategory category = world.priceCategories.add(id -> new PriceCategory(
                id, event, item.requiredText("label"), Math.toIntExact(item.requiredNumber("price"))));
        category.idAtProvider = item.text("idAtProvider");
        event.priceCategories.add(category);
        return category;
    }
}
