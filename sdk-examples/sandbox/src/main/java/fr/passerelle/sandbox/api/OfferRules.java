package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Department;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The business rules of offers, each refused under its own key (reference, section 5). */
final class OfferRules {

    private static final Pattern EAN = Pattern.compile("\\p{Nd}{13}");
    private static final int EMAIL_WIDTH = 120;
    private static final int URL_WIDTH = 255;

    /** Minutes in a day: a duration must be shorter. */
    private static final int MAX_DURATION = 1440;

    /** 200 € is the first whole amount above the ceiling of 23 865 CFP francs, at the fixed rate. */
    private static final int MAX_CALEDONIAN_CENTS = 19_999;

    private OfferRules() {}

    static Category category(String id) {
        return Objects.requireNonNull(Nomenclature.category(id));
    }

    static Address address(World world, Form location) {
        Address address = world.addresses.rows.find(location.requiredNumber("addressId"));
        if (address == null) {
            throw Refusal.listed(404, "location.AddressLocation.addressId", "The address could not be found");
        }
        return address;
    }

    /** An online category needs a URL, an offline one refuses it. */
    static void checkUrl(Category category, @Nullable String url) {
        if (url == null && category.platform() == Category.Platform.ONLINE) {
            throw Refusal.listed(400, "url", "An offer of the category " + category.id() + " needs a URL");
        }
        if (url != null && category.platform() == Category.Platform.OFFLINE) {
            throw Refusal.listed(400, "url", "An offer of the category " + category.id() + " cannot have a URL");
        }
    }

    /** An EAN has 13 digits; another offer of the venue that is out must not have it (reference, section 6.3). */
    static void checkEan(World world, Venue venue, @Nullable String ean) {
        if (ean == null) {
            return;
        }
        if (!EAN.matcher(ean).matches()) {
            throw Refusal.listed(400, "ean", "An EAN has 13 digits");
        }
        if (world.offersByEan(venue, Set.of(ean)).stream().anyMatch(offer -> offer.isPublished(world.now()))) {
            throw Refusal.listed(400, "ean", "Another active offer of the venue has this EAN");
        }
    }

    static void checkDuo(Category category, boolean doubleBookings) {
        if (doubleBookings && !category.duo()) {
            throw Refusal.listed(400, "enableDoubleBookings", "The category does not allow double bookings");
        }
    }

    static void checkContact(Category category, @Nullable String bookingContact) {
        if (category.withdrawable() && (bookingContact == null || bookingContact.isEmpty())) {
            throw Refusal.listed(400, "offer", "An offer with tickets to collect needs a booking contact");
        }
    }

    static void checkName(String name) {
        if (EAN.matcher(name).find()) {
            throw Refusal.listed(400, "name", "The name of an offer cannot contain an EAN");
        }
    }

    static void checkDuration(@Nullable Long minutes) {
        if (minutes != null && minutes >= MAX_DURATION) {
            throw Refusal.listed(400, "eventDuration", "The duration must be less than " + MAX_DURATION + " minutes");
        }
    }

    /** Refuses texts longer than the server's columns. */
    static void checkWidths(Form form, @Nullable String url) {
        checkWidth("bookingContact", form.text("bookingContact"), EMAIL_WIDTH);
        checkWidth("bookingEmail", form.text("bookingEmail"), EMAIL_WIDTH);
        checkWidth("url", url, URL_WIDTH);
    }

    private static void checkWidth(String field, @Nullable String text, int width) {
        if (text != null && text.length() > width) {
            throw Refusal.listed(400, field, "The value must have at most " + width + " characters");
        }
    }

    /** The vendor's own id must be unique among the offers of the venue; an empty one counts. */
    static void checkIdAtProvider(World world, Venue venue, @Nullable Offer edited, @Nullable String id) {
        boolean taken = id != null
                && world.offers.all().stream()
                        .anyMatch(offer -> offer != edited && offer.venue == venue && id.equals(offer.idAtProvider));
        if (taken) {
            throw Refusal.listed(400, "idAtProvider", "`" + id + "` is already taken by another venue offer");
        }
    }

    static void checkVideo(World world, @Nullable String url) {
        String video = url == null ? null : Videos.id(url);
        if (video != null && world.missingVideos.contains(video)) {
            throw Refusal.listed(400, "videoUrl", "This video cannot be found");
        }
    }

    /** In New Caledonia the ceiling is in CFP francs; elsewhere the schema has checked it. */
    static void checkPrice(Venue venue, long cents) {
        if (isPriceTooHigh(venue, cents)) {
            throw Refusal.listed(400, "price23865", "The price of an offer cannot exceed 23865 XPF");
        }
    }

    static boolean isPriceTooHigh(Venue venue, long cents) {
        return venue.address.department().equals(Department.NEW_CALEDONIA) && cents > MAX_CALEDONIAN_CENTS;
    }

    /** An empty text is stored as none. */
    static @Nullable String emptyIsNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Zero minutes are stored as none. */
    static @Nullable Long zeroIsNone(@Nullable Long minutes) {
        return minutes == null || minutes == 0 ? null : minutes;
    }

    /** The four booleans; one that was not sent keeps its value. */
    static Accessibility accessibility(Form form, Accessibility before) {
        return new Accessibility(
                form.has("audioDisabilityCompliant") ? form.flag("audioDisabilityCompliant") : before.audio(),
                form.has("mentalDisabilityCompliant") ? form.flag("mentalDisabilityCompliant") : before.mental(),
                form.has("motorDisabilityCompliant") ? form.flag("motorDisabilityCompliant") : before.motor(),
                form.has("visualDisabilityCompliant") ? form.flag("visualDisabilityCompliant") : before.visual());
    }

    /** Refuses to leave a field empty that the category needs. */
    static void checkRequiredFields(Category category, Map<String, String> fields) {
        for (String field : category.required()) {
            if (fields.getOrDefault(field, "").isEmpty()) {
                throw Refusal.listed(400, field, "This field is required");
            }
        }
    }

    /** The extra fields of an offer, changed by those that were sent; a null clears. */
    static Map<String, String> extraFields(Map<String, String> before, Form categoryFields) {
        Map<String, String> after = new TreeMap<>(before);
        for (String field : categoryFields.names()) {
            if (field.equals("category") || field.equals(Artists.FIELD)) {
                continue;
            }
            String value = categoryFields.text(field);
            if (value == null) {
                after.remove(field);
            } else {
                boolean oldOther = field.equals("musicType") && value.equals("OTHER");
                after.put(field, oldOther ? "AUTRES" : value);
            }
        }
        return after;
    }
}
