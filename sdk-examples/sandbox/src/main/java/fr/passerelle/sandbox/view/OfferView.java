package fr.passerelle.sandbox.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.OfferStatus;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Offers, price categories and dates in responses. */
public final class OfferView {

    private OfferView() {}

    public static ObjectNode event(Offer offer, Instant now) {
        ObjectNode json = common(offer, now)
                .put("eventDuration", offer.eventDuration)
                .put("hasTicket", offer.hasTicket())
                .put("videoUrl", offer.videoUrl);
        ArrayNode prices = json.putArray("priceCategories");
        offer.priceCategories.forEach(category -> prices.add(priceCategory(category)));
        return json;
    }

    public static ObjectNode product(Offer offer, Instant now) {
        ObjectNode json = common(offer, now);
        Stock stock = offer.productStock();
        json.set("stock", stock == null ? null : quantities(stock).put("price", stock.price));
        return json;
    }

    /** The response {@code {"products": […]}}. */
    public static ObjectNode products(List<Offer> offers, Instant now) {
        ObjectNode json = Json.object();
        ArrayNode products = json.putArray("products");
        offers.forEach(offer -> products.add(product(offer, now)));
        return json;
    }

    private static ObjectNode common(Offer offer, Instant now) {
        ObjectNode json = Json.object()
                .put("id", offer.id)
                .put("status", OfferStatus.of(offer, now).name())
                .put("name", offer.name)
                .put("description", offer.description)
                .put("bookingContact", offer.bookingContact)
                .put("bookingEmail", offer.bookingEmail)
                .put("enableDoubleBookings", offer.doubleBookings)
                .put("externalTicketOfficeUrl", offer.externalTicketOfficeUrl)
                .put("idAtProvider", offer.idAtProvider)
                .put("itemCollectionDetails", offer.itemCollectionDetails)
                .put("publicationDatetime", Instants.utcOrNull(offer.publication))
                .put("bookingAllowedDatetime", Instants.utcOrNull(offer.bookingAllowed));
        json.set("accessibility", VenueView.accessibility(offer.accessibility));
        json.set("categoryRelatedFields", category(offer));
        json.set(
                "image",
                offer.image == null
                        ? null
                        : Json.object().put("url", offer.image.url()).put("credit", offer.image.credit()));
        json.set("location", location(offer));
        return json;
    }

    /** Every field that applies to the category, null when it was not given. */
    private static ObjectNode category(Offer offer) {
        Category category = Objects.requireNonNull(Nomenclature.category(offer.category));
        ObjectNode json = Json.object().put("category", offer.category);
        for (String field : category.shown()) {
            json.put(field, field.equals("ean") ? offer.ean : offer.extra.get(field));
        }
        if (category.liveMusic()) {
            // No artist is known here, and those that nobody knows are passed over.
            json.putArray("artists");
        }
        return json;
    }

    /**
     * An address is shown as such only when both the address and its label differ from the venue's (reference, section
     * 5.2).
     */
    private static ObjectNode location(Offer offer) {
        ObjectNode json = Json.object();
        if (offer.url != null) {
            json.put("type", "digital").put("url", offer.url);
        } else if (offer.address.id() != offer.venue.address.id()
                && !Objects.equals(offer.addressLabel, offer.venue.publicName)) {
            json.put("type", "address").put("addressId", offer.address.id()).put("addressLabel", offer.addressLabel);
        } else {
            json.put("type", "physical");
        }
        return json.put("venueId", offer.venue.id);
    }

    public static ObjectNode priceCategory(PriceCategory category) {
        return Json.object()
                .put("id", category.id)
                .put("label", category.label)
                .put("price", category.price)
                .put("idAtProvider", category.idAtProvider);
    }

    public static ObjectNode date(Stock date) {
        ObjectNode json = quantities(date)
                .put("id", date.id)
                .put("beginningDatetime", Instants.utcOrNull(date.beginning))
                .put("idAtProvider", date.idAtProvider);
        json.set("priceCategory", date.priceCategory == null ? null : priceCategory(date.priceCategory));
        return json;
    }

    private static ObjectNode quantities(Stock stock) {
        ObjectNode json = Json.object()
                .put("bookedQuantity", stock.booked)
                .put("bookingLimitDatetime", Instants.utcOrNull(stock.bookingLimit));
        return stock.quantity == null ? json.put("quantity", "unlimited") : json.put("quantity", stock.quantity);
    }
}
