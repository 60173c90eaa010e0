package fr.passerelle.sandbox.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Spending;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.booking.BookingRules;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Bookings;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.view.Instants;
import java.time.Instant;
import java.util.List;

/** An offer as the app shows it to whoever might book it. Amounts in euro cents. */
final class AppOfferView {

    /** Where the app has an offer's only picture. */
    private static final String FRONT = "recto";

    private AppOfferView() {}

    static ObjectNode offer(Offer offer, Instant now) {
        List<Stock> stocks = offer.liveStocks();
        ObjectNode json = Json.object()
                .put("id", offer.id)
                .put("name", offer.name)
                .put("description", offer.description)
                .put("subcategoryId", offer.category)
                .put("isEvent", offer.event)
                .put("isDigital", offer.url != null)
                .put("isDuo", offer.doubleBookings)
                .put("isReleased", BookingRules.isReleased(offer, now))
                .put("isSoldOut", stocks.stream().allMatch(AppOfferView::isSoldOut))
                .put("isExpired", !stocks.isEmpty() && stocks.stream().allMatch(stock -> isExpired(stock, now)))
                .put("isForbiddenToUnderage", stocks.stream().anyMatch(AppOfferView::isForbiddenToMinors))
                .put("isExternalBookingsDisabled", false)
                .put("isEducational", false)
                .put("isHeadline", false)
                .put("publicationDate", Instants.utcOrNull(offer.publication))
                .put("bookingAllowedDatetime", Instants.utcOrNull(offer.bookingAllowed))
                .put("externalTicketOfficeUrl", offer.externalTicketOfficeUrl)
                .put("withdrawalDetails", offer.itemCollectionDetails);
        json.set("accessibility", accessibility(offer.accessibility));
        json.set("venue", venue(offer.venue));
        if (offer.url == null) {
            json.set("address", TicketView.address(offer.address, offer.addressLabel));
        } else {
            json.putNull("address");
        }
        ObjectNode extra = json.putObject("extraData").put("ean", offer.ean);
        offer.extra.forEach(extra::put);
        ObjectNode images = json.putObject("images");
        if (offer.image != null) {
            images.putObject(FRONT).put("url", offer.image.url()).put("credit", offer.image.credit());
        }
        json.putObject("metadata");
        json.putObject("reactionsCount").put("likes", 0);
        json.putArray("artists");
        json.putArray("chronicles");
        domains(json, offer);
        var rows = json.putArray("stocks");
        stocks.forEach(stock -> rows.add(stock(stock, now)));
        return json;
    }

    private static void domains(ObjectNode json, Offer offer) {
        Spending asked = Spending.of(CategoryId.of(offer.category), Price.FREE)
                .hasUrl(offer.url != null)
                .build();
        var domains = json.putArray("expenseDomains").add("all");
        if (asked.digital(Interpretation.SERVER)) {
            domains.add("digital");
        }
        if (asked.physical()) {
            domains.add("physical");
        }
    }

    private static ObjectNode stock(Stock stock, Instant now) {
        ObjectNode json = Json.object()
                .put("id", stock.id)
                .put("price", stock.price)
                .put("priceCategoryLabel", stock.priceCategory == null ? null : stock.priceCategory.label)
                .put("beginningDatetime", Instants.utcOrNull(stock.beginning))
                .put("bookingLimitDatetime", Instants.utcOrNull(stock.bookingLimit))
                .put(
                        "cancellationLimitDatetime",
                        stock.beginning == null ? null : Instants.utc(Bookings.cancellationLimit(stock.beginning, now)))
                .put("remainingQuantity", stock.remaining())
                .put("isBookable", BookingRules.stock(stock, now).bookable(1, now))
                .put("isSoldOut", isSoldOut(stock))
                .put("isExpired", isExpired(stock, now))
                .put("isForbiddenToUnderage", isForbiddenToMinors(stock));
        stock.features.forEach(json.putArray("features")::add);
        return json;
    }

    private static boolean isSoldOut(Stock stock) {
        Long left = stock.remaining();
        return left != null && left == 0;
    }

    private static boolean isExpired(Stock stock, Instant now) {
        return (stock.bookingLimit != null && !stock.bookingLimit.isAfter(now))
                || (stock.beginning != null && !stock.beginning.isAfter(now));
    }

    private static boolean isForbiddenToMinors(Stock stock) {
        return CategoryId.of(stock.offer.category).forbiddenToMinors(stock.price == 0);
    }

    private static ObjectNode accessibility(Accessibility accessibility) {
        return Json.object()
                .put("audioDisability", accessibility.audio())
                .put("mentalDisability", accessibility.mental())
                .put("motorDisability", accessibility.motor())
                .put("visualDisability", accessibility.visual());
    }

    private static ObjectNode venue(Venue venue) {
        ObjectNode json = Json.object()
                .put("id", venue.id)
                .put("name", venue.legalName)
                .put("publicName", venue.displayName())
                .put("address", venue.address.street())
                .put("postalCode", venue.address.postalCode())
                .put("city", venue.address.city())
                .put("timezone", venue.address.zone().getId())
                .put("isPermanent", false)
                .put("isOpenToPublic", !venue.digital);
        json.putObject("coordinates")
                .put("latitude", venue.address.latitude())
                .put("longitude", venue.address.longitude());
        json.putObject("offerer").put("name", venue.offerer.name);
        return json;
    }
}
