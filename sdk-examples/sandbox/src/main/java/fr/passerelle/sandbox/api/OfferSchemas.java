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

    static final Schema IMAGE =
            Schema.lenient(Dialect.V1).required("file", Types.text()).nullable("credit", Types.text());

    static final Type LOCATION = Types.union("type", "type", locations());

    private OfferSchemas() {}

    private static Schema accessibility(boolean all) {
        Schema schema = Schema.lenient(Dialect.V1);
        for (String field : ACCESSIBILITY_FIELDS) {
            schema = all ? schema.required(field, Types.flag()) : schema.nullable(field, Types.flag());
        }
        return schema;
    }

    private static Map<String, Variant> locations() {
        Schema venue = Schema.lenient(Dialect.V1).required("type", Types.text()).required("venueId", Types.integer());
        Map<String, Variant> locations = new LinkedHashMap<>();
        locations.put("physical", new Variant("PhysicalLocation", venue));
        locations.put("digital", new Variant("DigitalLocation", venue.required("url", WebAddresses.webPage())));
        locations.put(
                "address",
                new Variant(
                        "AddressLocation",
                        venue.required("addressId", Types.integer()).nullable("addressLabel", Types.text(1, 200))));
        return locations;
    }

    /** A union of the fields of every creatable category, told apart by the category. */
    static Type creation(boolean event) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        for (Category category : creatable(event)) {
            variants.put(category.id(), new Variant(category.id() + "_create", fields(category, true)));
        }
        return Types.union("category", "subcategory_id", variants).and(Form.class, OfferSchemas::noNullMusicType);
    }

    /** The same for editing, where the server tries every member in turn and reports what each has to say. */
    static Type edition(boolean event) {
        return Types.anyOf(creatable(event).stream()
                        .map(category -> fields(category, false))
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
        return schema;
    }

    private static Type type(String field) {
        return switch (field) {
            case "musicType" ->
                Types.anyOf(List.of(
                        Types.member(Nomenclature.musicTypes().keySet()),
                        Types.member(Nomenclature.writableMusicTypes())));
            case "showType" -> Types.member(Nomenclature.showTypes().keySet());
            case "ean" -> Types.matching("\\d{13}");
            default -> Types.text();
        };
    }

    private static @Nullable String noNullMusicType(Form fields) {
        return fields.has("musicType") && fields.get("musicType") == null
                ? "musicType cannot be null when it is given"
                : null;
    }
}
