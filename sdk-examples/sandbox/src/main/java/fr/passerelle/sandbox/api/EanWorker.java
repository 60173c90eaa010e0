package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.CatalogueProduct;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts products on the shelf by EAN, and says nothing of those it passes over (operation 30, worker rules). */
final class EanWorker {

    /** Who upserts, and where. */
    record Shelf(
            Provider provider,
            Venue venue,
            Address address,
            @Nullable String addressLabel) {}

    /** Some products of one call. */
    record Chunk(Shelf shelf, List<Form> products) {}

    private final World world;
    private final ProductStocks stocks;

    EanWorker(World world) {
        this.world = world;
        this.stocks = new ProductStocks(world);
    }

    /** Works a chunk off; gives the number of offers made or changed. Of two items with one EAN, the last counts. */
    int work(Chunk chunk) {
        Map<String, Form> items = new LinkedHashMap<>();
        chunk.products().forEach(item -> items.put(item.requiredText("ean"), item));
        Map<String, Offer> existing = newestByEan(chunk.shelf().venue(), items.keySet());
        int done = 0;
        for (Map.Entry<String, Form> item : items.entrySet()) {
            if (OfferRules.isPriceTooHigh(chunk.shelf().venue(), price(item.getValue()))) {
                continue;
            }
            Offer offer = existing.containsKey(item.getKey())
                    ? notRejected(existing.get(item.getKey()))
                    : create(chunk.shelf(), world.catalogue.find(item.getKey()));
            if (offer != null) {
                write(offer, chunk.shelf(), item.getValue());
                done++;
            }
        }
        return done;
    }

    private Map<String, Offer> newestByEan(Venue venue, Collection<String> eans) {
        Map<String, Offer> newest = new LinkedHashMap<>();
        world.offersByEan(venue, eans).forEach(offer -> newest.putIfAbsent(String.valueOf(offer.ean), offer));
        return newest;
    }

    private static long price(Form item) {
        return item.requiredForm("stock").requiredNumber("price");
    }

    private static @Nullable Offer notRejected(@Nullable Offer offer) {
        return offer == null || offer.validation == Offer.Validation.REJECTED ? null : offer;
    }

    private @Nullable Offer create(Shelf shelf, @Nullable CatalogueProduct product) {
        if (product == null || !product.categoryAllowed() || !product.compliant()) {
            return null;
        }
        Offer offer = world.offers.add(id -> new Offer(id, shelf.venue(), false, product.category(), product.name()));
        offer.ean = product.ean();
        offer.product = product;
        offer.description = product.description();
        offer.accessibility = shelf.venue().accessibility;
        offer.validation = world.reviewOutcome;
        return offer;
    }

    /** What was not sent is reset. */
    private void write(Offer offer, Shelf shelf, Form item) {
        offer.lastProvider = shelf.provider();
        offer.place(shelf.address(), shelf.addressLabel());
        boolean unpublished = item.has("publicationDatetime") && item.get("publicationDatetime") == null;
        offer.publication = unpublished ? null : OfferCreation.moment(item.get("publicationDatetime"), world.now());
        offer.bookingAllowed = item.instant("bookingAllowedDatetime");
        offer.externalTicketOfficeUrl = item.text("externalTicketOfficeUrl");
        stocks.replace(offer, item.requiredForm("stock"));
    }
}
