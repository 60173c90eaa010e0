package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.schema.Types.Variant;
import fr.passerelle.sandbox.schema.WebAddresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bodies of events, and of products, have in common (reference, sections 5.1–5.3). */
final class OfferSchemas {

    static final int MAX_ID_AT_PROVIDER = 70;
    static final int MAX_DESCRIPTION = 10_000;
    static final String NOW = "now";

    /** The names of the four accessibility fields. */
    static final List<String> ACCESSIBILITY_FIELDS = List.of(
            "audioDisabilityCompliant",
            "mentalDisabilityCompliant",
            "motorDisabilityCompliant",
            "visualDisabilityCompliant");

    /** All four booleans. */
    static final Schema ACCESSIBILITY = accessibility(true);

    /** Any of the four booleans; a null is refused later, by the handler. */
    static final Schema PARTIAL_ACCESSIBILITY = accessibility(false);

    static final Type ID_AT_PROVIDER = Types.text(MAX_ID_AT_PROVIDER);

    /** {@code "now"}, or a future datetime. */
    static final Type PUBLICATION = Moments.rules(Types.anyOf(List.of(Moments.temporal(), Types.word(List.of(NOW)))));

    static final int MAX_PRICE = 30_000;
    static final String UNLIMITED = "unlimited";
    static final int MAX_QUANTITY = 1_000_000;

    /** Euro cents. */
    static final Type PRICE = Types.atMost(MAX_PRICE, Types.atLeast(0, Types.strictInteger()));

    /** How many there are, or are left, written as an integer or {@code "unlimited"}. */
    static final Type STRICT_QUANTITY =
            orUnlimited(Types.atMost(MAX_QUANTITY, Types.atLeast(0, Types.strictInteger())));

    /** How many are left, also when written as a text or with decimals. */
    static final Type REMAINING = orUnlimited(Types.atMost(MAX_QUANTITY, Types.atLeast(0, Types.integer())));

    static final Schema IMAGE =
            Schema.lenient(Dialect.V1).required("file", Types.text()).nullable("credit", Types.text());

    /** The fields that are the same in every body. */
    private static final Schema DESCRIPTION = Schema.strict(Dialect.V1)
            .nullable("description", Types.text(MAX_DESCRIPTION))
            .nullable("bookingContact", WebAddresses.email())
            .nullable("bookingEmail", WebAddresses.email())
            .nullable("enableDoubleBookings", Types.flag())
            .nullable("idAtProvider", ID_AT_PROVIDER)
            .nullable("itemCollectionDetails", "withdrawal_details", Types.text())
            .nullable("image", IMAGE)
            .nullable("publicationDatetime", PUBLICATION)
            .nullable("bookingAllowedDatetime", Moments.future());

    static final Type LOCATION = Types.union("type", "type", locations());

    private OfferSchemas() {}

    static Type orUnlimited(Type number) {
        return Types.anyOf(List.of(number, Types.word(List.of(UNLIMITED))));
    }

    private static Schema accessibility(boolean all) {
        Schema schema = Schema.lenient(Dialect.V1);
        for (String field : ACCESSIBILITY_FIELDS) {
            schema = all ? schema.required(field, Types.flag()) : schema.nullable(field, Types.flag());
        }
        return schema;
    }

    private static Map<String, Variant> locations() {
        Map<String, Variant> locations = new LinkedHashMap<>();
        locations.put("physical", new Variant("PhysicalLocation", atVenue(Schema.lenient(Dialect.V1))));
        locations.put(
                "digital",
                new Variant(
                        "DigitalLocation",
                        atVenue(Schema.lenient(Dialect.V1)).required("url", WebAddresses.webPage())));
        // Only this one refuses fields that it does not have.
        locations.put(
                "address",
                new Variant(
                        "AddressLocation",
                        atVenue(Schema.strict(Dialect.V1))
                                .required("addressId", Types.integer())
                                .nullable("addressLabel", Types.text(1, 200))));
        return locations;
    }

    private static Schema atVenue(Schema location) {
        return location.required("type", Types.text()).required("venueId", Types.integer());
    }

    /** The fields that the creation of an event and of a product have in common. */
    static Schema creation(Type categoryFields) {
        return DESCRIPTION
                .required("name", Types.text(90))
                .required("location", LOCATION)
                .required("categoryRelatedFields", categoryFields)
                .required("accessibility", ACCESSIBILITY)
                .nullable("externalTicketOfficeUrl", WebAddresses.webPage());
    }

    /** The fields that the edition of an event and of a product have in common. */
    static Schema edition(boolean event) {
        return DESCRIPTION
                .optional("name", Types.text(1, 140))
                .nullable("location", LOCATION)
                .nullable("categoryRelatedFields", anyCategory(event, false))
                .nullable("externalTicketOfficeUrl", WebAddresses.webPage())
                .nullable("accessibility", PARTIAL_ACCESSIBILITY)
                .nullable("isActive", Types.flag());
    }

    /** A union of the fields of every creatable event category, told apart by the category. */
    static Type eventCategory() {
        Map<String, Variant> variants = new LinkedHashMap<>();
        for (Category category : creatable(true)) {
            variants.put(category.id(), new Variant(category.id() + "_create", fields(category, true)));
        }
        return Types.union("category", "subcategory_id", variants).and(Form.class, OfferSchemas::noNullMusicType);
    }

    /** A union that is not told apart: the server tries every member in turn and reports what each has to say. */
    static Type anyCategory(boolean event, boolean create) {
        return Types.anyOf(creatable(event).stream()
                        .map(category -> fields(category, create))
                        .toList())
                .and(Form.class, OfferSchemas::noNullMusicType);
    }

    private static List<Category> creatable(boolean event) {
        return Nomenclature.all().stream()
                .filter(category -> category.event() == event && category.creatable())
                .toList();
    }

    private static Schema fields(Category category, boolean create) {
        Schema schema =
                Schema.lenient(Dialect.V1).required("category", "subcategory_id", Types.word(List.of(category.id())));
        for (String field : category.required()) {
            schema = create ? schema.required(field, type(field)) : schema.nullable(field, type(field));
        }
        for (String field : category.optional()) {
            schema = schema.nullable(field, type(field));
        }
        return create || !category.liveMusic() ? schema : schema.nullable(Artists.FIELD, Artists.LIST);
    }

    private static Type type(String field) {
        return switch (field) {
            case "musicType" ->
                Types.anyOf(List.of(
                        Types.member(Nomenclature.musicTypes().keySet()),
                        Types.member(Nomenclature.writableMusicTypes())));
            case "showType" -> Types.member(Nomenclature.showTypes().keySet());
            default -> Types.text();
        };
    }

    private static @Nullable String noNullMusicType(Form fields) {
        return fields.has("musicType") && fields.get("musicType") == null
                ? "musicType cannot be null when it is given"
                : null;
    }
}
