package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes events (operation 17): every check first, and only then the event. What was not sent stays. */
final class EventEdition {

    /** Fields that are stored as they come; a null clears them. */
    private static final Map<String, BiConsumer<Offer, @Nullable String>> TEXTS = Map.of(
            "description", (offer, text) -> offer.description = text,
            "bookingContact", (offer, text) -> offer.bookingContact = text,
            "bookingEmail", (offer, text) -> offer.bookingEmail = text,
            "itemCollectionDetails", (offer, text) -> offer.itemCollectionDetails = text,
            "videoUrl", (offer, text) -> offer.videoUrl = text,
            "idAtProvider", (offer, text) -> offer.idAtProvider = OfferRules.emptyIsNone(text));

    private final World world;

    EventEdition(World world) {
        this.world = world;
    }

    void edit(Provider provider, Offer event, Form form) {
        Category category = OfferRules.category(event.category);
        Form categoryFields = form.form("categoryRelatedFields");
        if (categoryFields != null && !event.category.equals(categoryFields.text("category"))) {
            throw Refusal.listed(400, "categoryRelatedFields.category", "The category cannot be changed");
        }
        Form location = form.form("location");
        Address address = location == null ? event.address : address(event, location);
        if (!form.isEmpty()) {
            Access.refuseRejected(event);
        }
        checkUrl(event, category, location);
        checkWithdrawal(provider, event, category, form);
        Accessibility accessibility = accessibility(event, form);
        if (categoryFields != null && event.product != null) {
            throw Refusal.listed(400, "global", "An offer tied to a catalogue product keeps its fields");
        }
        Map<String, String> extra =
                categoryFields == null ? event.extra : OfferRules.extraFields(event.extra, categoryFields);
        if (!extra.equals(event.extra)) {
            OfferRules.checkRequiredFields(category, extra);
        }
        OfferRules.checkDuo(category, form.flag("enableDoubleBookings", false));
        Venue venue = location == null ? event.venue : venue(location);
        OfferRules.checkIdAtProvider(world, venue, event, form.text("idAtProvider"));
        OfferRules.checkName(form.text("name", ""));
        OfferRules.checkDuration(form.number("eventDuration"));
        OfferRules.checkWidths(form.text("bookingEmail"), location == null ? null : location.text("url"));
        Form image = form.form("image");
        if (image != null) {
            Images.check(image);
        }
        OfferRules.checkVideo(world, form.text("videoUrl"));

        event.accessibility = accessibility;
        if (location != null) {
            move(event, venue, address, location);
        }
        event.extra.keySet().retainAll(extra.keySet());
        event.extra.putAll(extra);
        if (image != null) {
            Images.illustrate(event, image);
        }
        describe(event, form);
        publish(event, form);
    }

    private Address address(Offer event, Form location) {
        return location.has("addressId") ? OfferRules.address(world, location) : event.address;
    }

    /** The server does not look whether the provider reaches the venue, and crashes when there is none. */
    private Venue venue(Form location) {
        Venue venue = world.venues.find(location.requiredNumber("venueId"));
        if (venue == null) {
            throw Refusal.crash();
        }
        return venue;
    }

    /** The server takes an edit without a digital location for one without a URL, which online categories refuse. */
    private static void checkUrl(Offer event, Category category, @Nullable Form location) {
        String url = location == null ? null : location.text("url");
        if (location != null || category.platform() == Category.Platform.ONLINE) {
            OfferRules.checkUrl(category, url);
        }
        if (url != null && event.validation != Offer.Validation.DRAFT) {
            throw Refusal.listed(400, "offererAddress", "A digital offer cannot have an address");
        }
    }

    /** A change of the contact or of the collection details checks ticketing again, at provider level only. */
    private static void checkWithdrawal(Provider provider, Offer event, Category category, Form form) {
        if (form.has("bookingContact")) {
            OfferRules.checkContact(category, form.text("bookingContact"));
        }
        boolean touched = form.has("bookingContact") || form.has("itemCollectionDetails");
        if (touched && event.hasTicket() && !provider.urls.ticketing()) {
            throw Refusal.listed(400, "offer", "Offers with tickets need a ticketing service at provider level");
        }
    }

    private static Accessibility accessibility(Offer event, Form form) {
        if (!form.has("accessibility")) {
            return event.accessibility;
        }
        Form given = form.form("accessibility");
        if (given == null) {
            throw Refusal.crash();
        }
        if (given.names().stream().anyMatch(name -> given.get(name) == null)) {
            throw Refusal.listed(400, "global", "The accessibility of the offer must be given");
        }
        return OfferRules.accessibility(given, event.accessibility);
    }

    private static void move(Offer event, Venue venue, Address address, Form location) {
        event.venue = venue;
        event.url = location.text("url");
        boolean elsewhere = location.has("addressId");
        event.address = elsewhere ? address : venue.address;
        event.addressLabel = elsewhere ? location.text("addressLabel") : venue.publicName;
    }

    private static void describe(Offer event, Form form) {
        TEXTS.forEach((field, write) -> {
            if (form.has(field)) {
                write.accept(event, form.text(field));
            }
        });
        event.name = form.text("name", event.name);
        if (form.has("eventDuration")) {
            event.eventDuration = OfferRules.zeroIsNone(form.number("eventDuration"));
        }
        if (form.has("enableDoubleBookings")) {
            event.doubleBookings = form.flag("enableDoubleBookings", false);
        }
        if (form.has("bookingAllowedDatetime")) {
            event.bookingAllowed = form.instant("bookingAllowedDatetime");
        }
    }

    private void publish(Offer event, Form form) {
        if (form.has("publicationDatetime")) {
            Object publication = form.get("publicationDatetime");
            event.publication = publication == null ? null : EventCreation.moment(publication, world.now());
        } else if (form.get("isActive") != null) {
            event.publication = Objects.equals(form.flag("isActive"), true) ? world.now() : null;
        }
    }
}
