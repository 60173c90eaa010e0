package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.World;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes events and products (operations 17 and 26): every check first. What was not sent stays. */
final class OfferEdition {

    /** Fields that are stored as they come; a null clears them. */
    private static final Map<String, BiConsumer<Offer, @Nullable String>> TEXTS = Map.of(
            "description", (offer, text) -> offer.description = OfferRules.emptyIsNone(text),
            "bookingContact", (offer, text) -> offer.bookingContact = text,
            "bookingEmail", (offer, text) -> offer.bookingEmail = text,
            "itemCollectionDetails", (offer, text) -> offer.itemCollectionDetails = text,
            "videoUrl", (offer, text) -> offer.videoUrl = text,
            "externalTicketOfficeUrl", (offer, text) -> offer.externalTicketOfficeUrl = text,
            "idAtProvider", (offer, text) -> offer.idAtProvider = text);

    private final World world;

    OfferEdition(World world) {
        this.world = world;
    }

    /** Checks an edit, in the server's order; what it returns carries the edit out. */
    Runnable prepare(Provider provider, Offer offer, Form form) {
        Category category = OfferRules.category(offer.category);
        Form categoryFields = form.form("categoryRelatedFields");
        if (categoryFields != null && !offer.category.equals(categoryFields.text("category"))) {
            throw Refusal.listed(400, "categoryRelatedFields.category", "The category cannot be changed");
        }
        Form location = form.form("location");
        refuseOtherVenue(offer, location);
        Address address = location == null ? offer.address : address(offer, location);
        if (form.names().stream().anyMatch(name -> !name.equals("offerId"))) {
            Access.refuseUnderReview(offer);
        }
        if (offer.lastProvider == null && form.text("idAtProvider") != null) {
            throw Refusal.listed(400, "idAtProvider", "An offer that no provider made has no such id");
        }
        checkUrl(offer, category, location);
        checkWithdrawal(provider, offer, category, form);
        Accessibility accessibility = accessibility(offer, form);
        boolean artistsSent = categoryFields != null && categoryFields.get(Artists.FIELD) != null;
        if (artistsSent && (offer.product != null || Access.isImported(offer, provider))) {
            throw Refusal.listed(400, Artists.FIELD, "The artists of this event cannot be changed");
        }
        if (categoryFields != null && offer.product != null) {
            throw Refusal.listed(400, "global", "An offer tied to a catalogue product keeps its fields");
        }
        Map<String, String> extra =
                categoryFields == null ? offer.extra : OfferRules.extraFields(offer.extra, categoryFields);
        // An EAN is for life, whatever is sent.
        extra.remove("ean");
        if (!extra.equals(offer.extra)) {
            OfferRules.checkRequiredFields(category, withEan(extra, offer));
        }
        OfferRules.checkDuo(category, form.flag("enableDoubleBookings", false));
        OfferRules.checkIdAtProvider(world, offer.venue, offer, form.text("idAtProvider"));
        OfferRules.checkName(form.text("name", ""));
        OfferRules.checkDuration(form.number("eventDuration"));
        OfferRules.checkWidths(form, location == null ? null : location.text("url"));
        Form image = form.form("image");
        if (image != null) {
            Images.check(image);
        }
        OfferRules.checkVideo(world, form.text("videoUrl"));
        return () -> {
            offer.accessibility = accessibility;
            if (location != null) {
                move(offer, address, location);
            }
            offer.extra.keySet().retainAll(extra.keySet());
            offer.extra.putAll(extra);
            if (image != null) {
                Images.illustrate(offer, image.text("credit"));
            }
            describe(offer, form);
            publish(offer, form);
        };
    }

    private static Map<String, String> withEan(Map<String, String> extra, Offer offer) {
        Map<String, String> all = new TreeMap<>(extra);
        if (offer.ean != null) {
            all.put("ean", offer.ean);
        }
        return all;
    }

    private Address address(Offer offer, Form location) {
        return location.has("addressId") ? OfferRules.address(world, location) : offer.address;
    }

    /** An offer stays at its venue, whether the other one is the provider's or not. */
    private static void refuseOtherVenue(Offer offer, @Nullable Form location) {
        if (location != null && location.requiredNumber("venueId") != offer.venue.id) {
            throw Refusal.listed(400, "location.venueId", "An offer cannot be moved to another venue");
        }
    }

    /** The server takes an event's edit without a digital location for one without a URL, which online ones refuse. */
    private static void checkUrl(Offer offer, Category category, @Nullable Form location) {
        String url = location == null ? null : location.text("url");
        if (location != null || (offer.event && category.platform() == Category.Platform.ONLINE)) {
            OfferRules.checkUrl(category, url);
        }
        if (url != null && offer.validation != Offer.Validation.DRAFT) {
            throw Refusal.listed(400, "offererAddress", "A digital offer cannot have an address");
        }
    }

    /** A change of the contact or of the collection details checks ticketing again, at provider level only. */
    private static void checkWithdrawal(Provider provider, Offer offer, Category category, Form form) {
        if (form.has("bookingContact")) {
            OfferRules.checkContact(category, form.text("bookingContact"));
        }
        boolean touched = form.has("bookingContact") || form.has("itemCollectionDetails");
        if (touched && offer.hasTicket() && !provider.urls.ticketing()) {
            throw Refusal.listed(400, "offer", "Offers with tickets need a ticketing service at provider level");
        }
    }

    private static Accessibility accessibility(Offer offer, Form form) {
        if (!form.has("accessibility")) {
            return offer.accessibility;
        }
        Form given = form.form("accessibility");
        if (given == null) {
            throw Refusal.crash();
        }
        if (given.names().stream().anyMatch(name -> given.get(name) == null)) {
            throw Refusal.listed(400, "global", "The accessibility of the offer must be given");
        }
        return OfferRules.accessibility(given, offer.accessibility);
    }

    private static void move(Offer offer, Address address, Form location) {
        offer.url = location.text("url");
        boolean elsewhere = location.has("addressId");
        offer.place(
                elsewhere ? address : offer.venue.address,
                elsewhere ? location.text("addressLabel") : offer.venue.publicName);
    }

    private static void describe(Offer offer, Form form) {
        TEXTS.forEach((field, write) -> {
            if (form.has(field)) {
                write.accept(offer, form.text(field));
            }
        });
        offer.name = form.text("name", offer.name);
        if (form.has("eventDuration")) {
            offer.eventDuration = OfferRules.zeroIsNone(form.number("eventDuration"));
        }
        if (form.has("enableDoubleBookings")) {
            offer.doubleBookings = form.flag("enableDoubleBookings", false);
        }
        if (form.has("bookingAllowedDatetime")) {
            offer.bookingAllowed = form.instant("bookingAllowedDatetime");
        }
    }

    private void publish(Offer offer, Form form) {
        if (form.has("publicationDatetime")) {
            Object publication = form.get("publicationDatetime");
            offer.publication = publication == null ? null : OfferCreation.moment(publication, world.now());
        } else if (form.get("isActive") != null) {
            offer.publication = Objects.equals(form.flag("isActive"), true) ? world.now() : null;
        }
    }
}
