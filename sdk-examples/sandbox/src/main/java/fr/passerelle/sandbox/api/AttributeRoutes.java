package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of what offers may be (operations 9–13). */
final class AttributeRoutes {

    /** A product category that is listed, and yet cannot be created. */
    private static final String LISTED_ANYWAY = "CAPTATION_MUSIQUE";

    List<Route> routes() {
        return List.of(
                list("GetEventCategories", "/public/offers/v1/events/categories", eventCategories()),
                list("GetProductCategories", "/public/offers/v1/products/categories", productCategories()),
                list("GetShowTypes", "/public/offers/v1/show_types", labels(Nomenclature.showTypes())),
                list(
                        "GetAllTiteliveMusicTypes",
                        "/public/offers/v1/music_types/all",
                        labels(Nomenclature.musicTypes())),
                list(
                        "GetEventTiteliveMusicTypes",
                        "/public/offers/v1/music_types/event",
                        labels(Nomenclature.eventMusicTypes())));
    }

    private static Route list(String operation, String path, ArrayNode list) {
        return Route.partner(operation, "GET", path, call -> Response.ok(list));
    }

    private static ArrayNode eventCategories() {
        ArrayNode list = Json.array();
        Nomenclature.all().stream()
                .filter(category -> category.event() && category.selectable())
                .forEach(category -> {
                    ObjectNode json = list.addObject().put("id", category.id()).put("label", category.label());
                    ObjectNode fields = conditionalFields(category);
                    // The server also shows what it keeps inside, which no request can carry.
                    if (fields.has("musicType")) {
                        fields.put("musicSubType", false).put("gtl_id", false);
                    }
                    if (fields.has("showType")) {
                        fields.put("showSubType", true);
                    }
                    json.set("conditionalFields", fields);
                });
        return list;
    }

    private static ArrayNode productCategories() {
        ArrayNode list = Json.array();
        Nomenclature.all().stream()
                .filter(category -> !category.event())
                .filter(category -> category.creatable() || category.id().equals(LISTED_ANYWAY))
                .forEach(category -> {
                    ObjectNode json = list.addObject()
                            .put("id", category.id())
                            .put("locationType", locationType(category.platform()));
                    json.set("conditionalFields", conditionalFields(category));
                });
        return list;
    }

    private static ObjectNode conditionalFields(Category category) {
        ObjectNode fields = Json.object();
        for (String field : category.shown()) {
            // What cannot be created has no list of required fields; a music type is always required.
            fields.put(field, category.required().contains(field) || isMusicTypeOfListedAnyway(category, field));
        }
        return fields;
    }

    private static boolean isMusicTypeOfListedAnyway(Category category, String field) {
        return category.id().equals(LISTED_ANYWAY) && field.equals("musicType");
    }

    private static @Nullable String locationType(Category.Platform platform) {
        return switch (platform) {
            case ONLINE -> "DIGITAL";
            case OFFLINE -> "PHYSICAL";
            case ONLINE_OR_OFFLINE -> null;
        };
    }

    private static ArrayNode labels(Map<String, String> labels) {
        ArrayNode list = Json.array();
        labels.forEach((id, label) -> list.addObject().put("id", id).put("label", label));
        return list;
    }
}
