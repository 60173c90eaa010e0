package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.cinema.FilmDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Digests by which it is known again what was wanted, and what was shown. */
final class Fingerprint {

    private Fingerprint() {}

    /** Of all that a catalogue says of an event; what becomes of the rest is a part of it. */
    static String wanted(WantedEvent wanted, Removal removal) {
        String draft = wanted.draft().map(Fingerprint::json).orElse("");
        return of(removal + "\n" + wanted.state() + "\n" + draft + "\n" + wanted.dates());
    }

    /** Of an event that the catalogue has no more. */
    static String gone(Removal removal) {
        return of(removal + "\ngone");
    }

    /** Of what a list shows, whatever its order of prices; a status changes with every booking. */
    static String shown(Event event) {
        Event sorted = Event.builder()
                .from(event)
                .priceCategories(event.priceCategories().stream()
                        .sorted(Comparator.comparingLong(PriceCategory::id))
                        .toList())
                .build();
        ObjectNode json = Json.mapper().valueToTree(sorted);
        json.remove("status");
        return of(json.toString());
    }

    /** Of all that a catalogue says of a product with an own id. */
    static String wanted(ProductDraft draft) {
        return of(json(draft));
    }

    /** The same, once the programme has refused it. */
    static String refused(String wanted) {
        return of("refused\n" + wanted);
    }

    /** Of what is shown of a product, but for what changes with every booking; empty if it is not there. */
    static String shown(Optional<Product> product) {
        return product.map(there -> {
                    ObjectNode json = Json.mapper().valueToTree(there);
                    json.remove("status");
                    if (json.path("stock") instanceof ObjectNode stock) {
                        stock.remove("bookedQuantity");
                    }
                    return of(json.toString());
                })
                .orElse("");
    }

    /** Of an event's picture; empty if there is none. */
    static String image(Optional<EventDraft> draft) {
        return image(draft.map(EventDraft::image).orElse(null));
    }

    /** Of a picture; empty if there is none. */
    static String image(@Nullable OfferImageDraft image) {
        return image == null ? "" : of(json(image));
    }

    /** Of a film with its sessions: what of it cannot be read back is known by this alone. */
    static Confirmed film(FilmDraft film) {
        return new Confirmed(of(json(film)), "", "");
    }

    private static String json(Object draft) {
        return Json.mapper().valueToTree(draft).toString();
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
