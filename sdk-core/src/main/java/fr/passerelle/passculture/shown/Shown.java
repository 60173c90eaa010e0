package fr.passerelle.passculture.shown;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductPatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the server shows everything that a write sent. True only if every field that goes over the wire is held
 * against what the server shows, and agrees; a field that no rule here names, such as one that is new in a draft,
 * counts as not shown. What was not sent is not looked at.
 *
 * <p>What is compared is the wire's own form of both, so that nothing that is sent can be forgotten. To be shown is not
 * enough to settle a write: it must not have been shown before.
 */
public final class Shown {

    /** Never changed once it is made. */
    private static final ObjectMapper MAPPER = Json.mapper();

    private static final Map<String, ShownField> ACCESSIBILITY = Map.of(
            "audioDisabilityCompliant", ShownField.value("/audioDisabilityCompliant"),
            "mentalDisabilityCompliant", ShownField.value("/mentalDisabilityCompliant"),
            "motorDisabilityCompliant", ShownField.value("/motorDisabilityCompliant"),
            "visualDisabilityCompliant", ShownField.value("/visualDisabilityCompliant"));

    /**
     * Not artists: they are sent by their ids on platforms and shown by name, and one that the catalogue does not know
     * is left out silently (changes-2026 4). A change of them is never settled by reading.
     */
    private static final Map<String, ShownField> CATEGORY = Map.of(
            "category", ShownField.value("/category"),
            "musicType", Shown::sameMusic,
            "showType", ShownField.value("/showType"),
            "author", ShownField.text("/author"),
            "stageDirector", ShownField.text("/stageDirector"),
            "performer", ShownField.text("/performer"),
            "visa", ShownField.text("/visa"),
            "speaker", ShownField.text("/speaker"),
            "ean", ShownField.value("/ean"));

    private static final Map<String, ShownField> LOCATION = Map.of(
            "type", ShownField.value("/type"),
            "venueId", ShownField.value("/venueId"),
            "addressId", ShownField.value("/addressId"),
            "addressLabel", ShownField.text("/addressLabel"),
            "url", ShownField.text("/url"));

    private static final Map<String, ShownField> PRICE = Map.of(
            "label", ShownField.name("/label"),
            "price", ShownField.value("/price"),
            "idAtProvider", ShownField.text("/idAtProvider"));

    private static final Map<String, ShownField> IMAGE = Map.of(
            "file", ShownField.anything("/url"),
            "credit", ShownField.text("/credit"));

    private static final Map<String, ShownField> STOCK = Map.of(
            "price", ShownField.value("/price"),
            "quantity", ShownField.value("/quantity"),
            "bookingLimitDatetime", ShownField.instant("/bookingLimitDatetime", SECONDS));

    private static final Map<String, ShownField> DATE = Map.of(
            "beginningDatetime", ShownField.instant("/beginningDatetime", SECONDS),
            "bookingLimitDatetime", ShownField.instant("/bookingLimitDatetime", SECONDS),
            "priceCategoryId", ShownField.value("/priceCategory/id"),
            "quantity", ShownField.value("/quantity"),
            "idAtProvider", ShownField.text("/idAtProvider"));

    private static final Map<String, ShownField> OFFER = Map.ofEntries(
            Map.entry("name", ShownField.name("/name")),
            Map.entry("description", ShownField.text("/description")),
            Map.entry("accessibility", ShownField.object("/accessibility", ACCESSIBILITY)),
            Map.entry("bookingContact", ShownField.email("/bookingContact")),
            Map.entry("bookingEmail", ShownField.email("/bookingEmail")),
            Map.entry("categoryRelatedFields", ShownField.object("/categoryRelatedFields", CATEGORY)),
            Map.entry("enableDoubleBookings", ShownField.value("/enableDoubleBookings")),
            Map.entry("eventDuration", ShownField.minutes("/eventDuration")),
            Map.entry("externalTicketOfficeUrl", ShownField.link("/externalTicketOfficeUrl")),
            Map.entry("hasTicket", ShownField.value("/hasTicket")),
            Map.entry("idAtProvider", ShownField.text("/idAtProvider")),
            Map.entry("itemCollectionDetails", ShownField.text("/itemCollectionDetails")),
            Map.entry("location", ShownField.object("/location", LOCATION)),
            Map.entry("bookingAllowedDatetime", ShownField.instant("/bookingAllowedDatetime", SECONDS)),
            Map.entry("videoUrl", ShownField.text("/videoUrl")));

    private static final Map<String, ShownField> OFFER_DRAFT = with(
            OFFER,
            Map.of(
                    "publicationDatetime", ShownField.firstPublication(),
                    "location", Shown::placed,
                    "image", ShownField.object("/image", IMAGE),
                    "priceCategories", ShownField.objects("/priceCategories", PRICE),
                    "stock", ShownField.object("/stock", STOCK)));

    private static final Map<String, ShownField> OFFER_PATCH = with(
            OFFER,
            Map.of(
                    "publicationDatetime", ShownField.changedPublication(),
                    "image", ShownField.onlyGone("/image"),
                    "stock", ShownField.object("/stock", with(STOCK, Map.of("quantity", ShownField.remaining())))));

    private static final Map<String, ShownField> FEE = Map.of(
            "type", ShownField.value("/type"),
            "label", ShownField.text("/label"),
            "amount", ShownField.value("/amount"));

    private static final Map<String, ShownField> COLLECTIVE = Map.ofEntries(
            Map.entry("venueId", ShownField.value("/venueId")),
            Map.entry("name", ShownField.name("/name")),
            Map.entry("description", ShownField.text("/description")),
            Map.entry("formats", ShownField.values("/formats")),
            Map.entry("domains", ShownField.values("/domains")),
            Map.entry("students", ShownField.values("/students")),
            Map.entry("bookingEmails", ShownField.emails("/bookingEmails")),
            Map.entry("contactEmail", ShownField.email("/contactEmail")),
            Map.entry("contactPhone", ShownField.phone("/contactPhone")),
            Map.entry("location", Shown::sameCollectiveLocation),
            Map.entry("interventionArea", ShownField.values("/interventionArea")),
            Map.entry("startDatetime", ShownField.instant("/startDatetime", SECONDS)),
            Map.entry("endDatetime", ShownField.instant("/endDatetime", SECONDS)),
            Map.entry("bookingLimitDatetime", Shown::sameLimit),
            Map.entry("totalPrice", ShownField.value("/totalPrice")),
            Map.entry("servicePrice", ShownField.value("/servicePrice")),
            Map.entry("additionalFees", ShownField.objects("/additionalFees", FEE)),
            Map.entry("numberOfTeachers", ShownField.value("/numberOfTeachers")),
            Map.entry("additionalDetails", ShownField.text("/additionalDetails")),
            Map.entry("numberOfTickets", ShownField.value("/numberOfTickets")),
            Map.entry("educationalPriceDetail", ShownField.text("/educationalPriceDetail")),
            Map.entry("durationMinutes", ShownField.value("/durationMinutes")),
            Map.entry("educationalInstitutionId", ShownField.value("/educationalInstitutionId")),
            Map.entry("educationalInstitution", ShownField.value("/educationalInstitution")),
            Map.entry("nationalProgramId", ShownField.value("/nationalProgram/id")),
            Map.entry("imageCredit", ShownField.text("/imageCredit")));

    private static final Map<String, ShownField> COLLECTIVE_DRAFT =
            with(with(COLLECTIVE, ACCESSIBILITY), Map.of("imageFile", ShownField.anything("/imageUrl")));

    private static final Map<String, ShownField> COLLECTIVE_PATCH =
            with(with(COLLECTIVE, ACCESSIBILITY), Map.of("imageFile", ShownField.onlyGone("/imageUrl")));

    private Shown() {}

    /** Prices in any order. */
    public static boolean shows(Event event, EventDraft draft) {
        return all(event, MAPPER.valueToTree(draft), OFFER_DRAFT);
    }

    public static boolean shows(Event event, EventPatch patch) {
        return all(event, MAPPER.valueToTree(patch), OFFER_PATCH);
    }

    /** An offer that is never published has no moment from which it can be booked (reference 6.1). */
    public static boolean shows(Product product, ProductDraft draft) {
        return all(product, wire(draft), OFFER_DRAFT);
    }

    private static ObjectNode wire(ProductDraft draft) {
        ObjectNode sent = MAPPER.valueToTree(draft);
        if (sent.has("publicationDatetime") && sent.path("publicationDatetime").isNull()) {
            sent.remove("bookingAllowedDatetime");
        }
        return sent;
    }

    public static boolean shows(Product product, ProductPatch patch) {
        return all(product, MAPPER.valueToTree(patch), OFFER_PATCH);
    }

    public static boolean shows(EventDate date, DateDraft draft) {
        return all(date, MAPPER.valueToTree(draft), DATE);
    }

    public static boolean shows(EventDate date, DatePatch patch) {
        return all(date, MAPPER.valueToTree(patch), with(DATE, Map.of("quantity", ShownField.remaining())));
    }

    public static boolean shows(PriceCategory price, PriceCategoryDraft draft) {
        return all(price, MAPPER.valueToTree(draft), PRICE);
    }

    public static boolean shows(PriceCategory price, PriceCategoryPatch patch) {
        return all(price, MAPPER.valueToTree(patch), PRICE);
    }

    public static boolean shows(CollectiveOffer offer, CollectiveOfferDraft draft) {
        return all(offer, MAPPER.valueToTree(draft), COLLECTIVE_DRAFT);
    }

    public static boolean shows(CollectiveOffer offer, CollectiveOfferPatch patch) {
        return all(offer, MAPPER.valueToTree(patch), COLLECTIVE_PATCH);
    }

    /**
     * A field that the server does not show as a draft has it.
     *
     * @param field the wire's name
     * @param shown what the server shows; missing if nothing
     * @param wanted what the draft says
     */
    public record Gap(String field, JsonNode shown, JsonNode wanted) {}

    /** Where the server shows another event than the draft says; of its prices, see below. */
    public static List<Gap> gaps(Event event, EventDraft draft) {
        ObjectNode sent = MAPPER.valueToTree(draft);
        sent.remove("priceCategories");
        return gaps(event, sent, OFFER_DRAFT);
    }

    /** Where the server shows another product than the draft says; its stock field by field. */
    public static List<Gap> gaps(Product product, ProductDraft draft) {
        ObjectNode sent = wire(draft);
        JsonNode stock = sent.remove("stock");
        List<Gap> gaps = new ArrayList<>(gaps(product, sent, OFFER_DRAFT));
        if (stock != null) {
            gaps.addAll(gaps(MAPPER.valueToTree(product).path("stock"), stock, STOCK));
        }
        return List.copyOf(gaps);
    }

    /** Where the server shows another price. */
    public static List<Gap> gaps(PriceCategory price, PriceCategoryDraft draft) {
        return gaps(price, MAPPER.valueToTree(draft), PRICE);
    }

    /** Where the server shows another date. */
    public static List<Gap> gaps(EventDate date, DateDraft draft) {
        return gaps(date, MAPPER.valueToTree(draft), DATE);
    }

    private static List<Gap> gaps(Object shown, JsonNode sent, Map<String, ShownField> rules) {
        JsonNode there = MAPPER.valueToTree(shown);
        return sent.properties().stream()
                .filter(field ->
                        !ShownField.all(there, MAPPER.createObjectNode().set(field.getKey(), field.getValue()), rules))
                .map(field -> new Gap(field.getKey(), there.path(field.getKey()), field.getValue()))
                .toList();
    }

    private static boolean all(Object shown, JsonNode sent, Map<String, ShownField> rules) {
        return ShownField.all(MAPPER.valueToTree(shown), sent, rules);
    }

    /** {@code OTHER} comes back as {@code AUTRES} (reference 5.3). */
    private static boolean sameMusic(JsonNode shown, JsonNode sent) {
        String type = sent.asText();
        return shown.path("musicType").asText().equals(type.equals("OTHER") ? "AUTRES" : type);
    }

    /** An address may be shown as the venue itself: when it, or its label, is the venue's own (reference 5.2). */
    private static boolean placed(JsonNode shown, JsonNode sent) {
        JsonNode location = shown.path("location");
        boolean atVenue = location.path("type").asText().equals("physical")
                && sent.path("type").asText().equals("address");
        return atVenue
                ? location.path("venueId").asLong() == sent.path("venueId").asLong()
                : ShownField.all(location, sent, LOCATION);
    }

    /** A place is sent whole: what it leaves out, it does not have. */
    private static boolean sameCollectiveLocation(JsonNode shown, JsonNode sent) {
        JsonNode location = shown.path("location");
        return location.size() == sent.size() && location.equals(sent);
    }

    /** A limit that is emptied becomes the start (reference 8.1). */
    private static boolean sameLimit(JsonNode shown, JsonNode sent) {
        return ShownField.instant("/bookingLimitDatetime", SECONDS)
                .agrees(shown, sent.isNull() ? shown.path("startDatetime") : sent);
    }

    private static Map<String, ShownField> with(Map<String, ShownField> rules, Map<String, ShownField> others) {
        Map<String, ShownField> all = new HashMap<>(rules);
        all.putAll(others);
        return Map.copyOf(all);
    }
}
