package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.control.ControlTypes.found;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offers of any kind and state. */
public final class OfferControl {

    private static final Duration PUBLISHED_SINCE = Duration.ofMinutes(5);
    private static final String EVENT = "event";
    private static final String UNLIMITED = "unlimited";
    private static final List<String> VALIDATIONS = List.of("APPROVED", "DRAFT", "PENDING", "REJECTED");

    /** An integer total, or "unlimited", which reads as that text. */
    private static final Type QUANTITY =
            Types.anyOf(List.of(Types.atLeast(0, Types.strictInteger()), Types.word(List.of(UNLIMITED))));

    private static final Schema PRICE_CATEGORY = ControlTypes.schema()
            .required("label", Types.text())
            .required("price", ControlTypes.amount(0))
            .nullable("idAtProvider", Types.text());

    private static final Schema DATE = ControlTypes.schema()
            .required("beginningDatetime", Moments.utc())
            .nullable("bookingLimitDatetime", Moments.utc())
            .required("quantity", QUANTITY)
            .required("priceCategory", ControlTypes.amount(0))
            .nullable("idAtProvider", Types.text());

    private static final Schema STOCK = ControlTypes.schema()
            .required("price", ControlTypes.amount(0))
            .nullable("quantity", QUANTITY)
            .nullable("bookingLimitDatetime", Moments.utc())
            .nullable("activationCodes", Types.list(Types.text()));

    private static final Schema OFFER = ControlTypes.schema()
            .required("venueId", Types.integer())
            .required("kind", Types.word(List.of(EVENT, "product")))
            .required("createdBy", Types.text())
            .nullable("validation", Types.word(VALIDATIONS))
            .nullable("category", Types.text())
            .nullable("name", Types.text())
            .nullable("description", Types.text())
            .nullable("idAtProvider", Types.text())
            .nullable("bookingContact", Types.text())
            .nullable("bookingEmail", Types.text())
            .nullable("itemCollectionDetails", Types.text())
            .nullable("eventDuration", Types.integer())
            .nullable("externalTicketOfficeUrl", Types.text())
            .nullable("categoryRelatedFields", extraFields())
            .nullable("ean", Types.text())
            .nullable("accessibility", ControlTypes.ACCESSIBILITY)
            .nullable("enableDoubleBookings", Types.flag())
            .nullable("hasTicket", Types.flag())
            .nullable("url", Types.text())
            .nullable("addressId", Types.integer())
            .nullable("addressLabel", Types.text())
            .nullable("videoUrl", Types.text())
            .nullable("publicationDatetime", Moments.utc())
            .nullable("bookingAllowedDatetime", Moments.utc())
            .optional("priceCategories", Types.list(PRICE_CATEGORY))
            .optional("dates", Types.list(DATE))
            .nullable("stock", STOCK);

    private static final Schema VALIDATION = ControlTypes.schema().required("validation", Types.word(VALIDATIONS));
    private final World world;

    public OfferControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/offers", this::addOffer),
                Route.control("PATCH", "/sandbox/offers/{offerId}", this::validate));
    }

    /** Every field that some category shows, as text. */
    private static Schema extraFields() {
        Set<String> names = new LinkedHashSet<>();
        Nomenclature.all().forEach(category -> names.addAll(category.shown()));
        Schema schema = ControlTypes.schema().nullable("category", Types.text());
        for (String name : names) {
            schema = schema.nullable(name, Types.text());
        }
        return schema;
    }

    private Response addOffer(Call call) {
        Form form = OFFER.control(call, world.now());
        boolean event = form.requiredText("kind").equals(EVENT);
        long venueId = form.requiredNumber("venueId");
        Venue venue = found(world.venues.find(venueId), "venue", venueId);
        Provider author = ControlTypes.author(world, form.requiredText("createdBy"));
        Category category = category(form.text("category", event ? "RENCONTRE" : "ABO_MEDIATHEQUE"), event);
        Long addressId = form.number("addressId");
        var address =
                addressId == null ? venue.address : found(world.addresses.rows.find(addressId), "address", addressId);
        int prices = form.forms("priceCategories").size();
        if (form.forms("dates").stream().anyMatch(date -> date.requiredNumber("priceCategory") >= prices)) {
            throw ControlTypes.malformed("dates: priceCategory is an index in the list priceCategories");
        }

        Offer offer =
                world.offers.add(id -> new Offer(id, venue, event, category.id(), form.text("name", "Offre " + id)));
        offer.lastProvider = author;
        offer.address = address;
        offer.addressLabel = form.has("addressLabel") ? form.text("addressLabel") : venue.publicName;
        offer.withdrawal = Offer.Withdrawal.of(category, form.flag("hasTicket", false));
        describe(offer, form);
        form.forms("priceCategories").forEach(item -> addPriceCategory(offer, item));
        form.forms("dates").forEach(item -> addDate(offer, item));
        Form stock = form.form("stock");
        if (stock != null) {
            addStock(offer, stock);
        }
        return Response.created(ids(offer));
    }

    private void describe(Offer offer, Form form) {
        offer.validation = Offer.Validation.valueOf(form.text("validation", "APPROVED"));
        offer.description = form.text("description");
        offer.idAtProvider = form.text("idAtProvider");
        offer.bookingContact = form.text("bookingContact");
        offer.bookingEmail = form.text("bookingEmail");
        offer.itemCollectionDetails = form.text("itemCollectionDetails");
        offer.eventDuration = form.number("eventDuration");
        offer.externalTicketOfficeUrl = form.text("externalTicketOfficeUrl");
        offer.accessibility = ControlTypes.accessibility(form.form("accessibility"));
        offer.doubleBookings = form.flag("enableDoubleBookings", false);
        offer.url = form.text("url");
        offer.videoUrl = form.text("videoUrl");
        offer.publication = form.has("publicationDatetime")
                ? form.instant("publicationDatetime")
                : world.now().minus(PUBLISHED_SINCE);
        offer.bookingAllowed = form.instant("bookingAllowedDatetime");
        Form extra = form.form("categoryRelatedFields");
        if (extra != null) {
            extra.names().forEach(name -> {
                String value = extra.text(name);
                if (value != null && !name.equals("category")) {
                    offer.extra.put(name, value);
                }
            });
        }
        String ean = offer.extra.remove("ean");
        offer.ean = form.get("ean") == null ? ean : form.text("ean");
        offer.product = world.catalogue.find(offer.ean);
    }

    private void addPriceCategory(Offer offer, Form form) {
        PriceCategory category = world.priceCategories.add(id -> new PriceCategory(
                id, offer, form.requiredText("label"), Math.toIntExact(form.requiredNumber("price"))));
        category.idAtProvider = form.text("idAtProvider");
        offer.priceCategories.add(category);
    }

    private void addDate(Offer offer, Form form) {
        PriceCategory category = offer.priceCategories.get(Math.toIntExact(form.requiredNumber("priceCategory")));
        Stock date = world.addStock(offer, category.price);
        date.priceCategory = category;
        date.beginning = form.requiredInstant("beginningDatetime");
        date.bookingLimit =
                form.get("bookingLimitDatetime") == null ? date.beginning : form.instant("bookingLimitDatetime");
        date.quantity = quantity(form);
        date.idAtProvider = form.text("idAtProvider");
    }

    private void addStock(Offer offer, Form form) {
        Stock stock = world.addStock(offer, Math.toIntExact(form.requiredNumber("price")));
        stock.quantity = quantity(form);
        stock.bookingLimit = form.instant("bookingLimitDatetime");
        List<String> codes = form.texts("activationCodes");
        if (!codes.isEmpty()) {
            stock.withActivationCodes = true;
            stock.activationCodes.addAll(codes);
            stock.quantity = (long) codes.size();
        }
    }

    private static @Nullable Long quantity(Form form) {
        return form.get("quantity") instanceof Long total ? total : null;
    }

    private static ObjectNode ids(Offer offer) {
        ObjectNode json = Json.object().put("id", offer.id);
        ArrayNode prices = json.putArray("priceCategories");
        offer.priceCategories.forEach(category -> prices.addObject().put("id", category.id));
        ArrayNode dates = json.putArray("dates");
        if (offer.event) {
            offer.stocks.forEach(date -> dates.addObject().put("id", date.id));
        }
        json.set(
                "stock",
                offer.event || offer.stocks.isEmpty() ? null : Json.object().put("id", offer.stocks.get(0).id));
        return json;
    }

    /** A readable category of the right kind, or 400. */
    private static Category category(String id, boolean event) {
        Category category = Nomenclature.category(id);
        if (category == null || category.event() != event) {
            throw ControlTypes.malformed(
                    "category: " + id + " is not a category of " + (event ? "events" : "products"));
        }
        return category;
    }

    private Response validate(Call call) {
        Form form = VALIDATION.control(call, world.now());
        found(world.offers.find(call.id("offerId")), "offer", call.id("offerId")).validation =
                Offer.Validation.valueOf(form.requiredText("validation"));
        return Response.noContent();
    }
}
