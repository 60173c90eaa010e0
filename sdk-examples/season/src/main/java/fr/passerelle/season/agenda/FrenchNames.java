package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Exports of OpenAgenda whose columns were given French names, as those of the heritage days: the same fields under the
 * names that all others have.
 */
final class FrenchNames {

    /** A title or hours under these names tell such an export. */
    private static final List<String> TELLING = List.of("titre_fr", "titre", "horaires_iso");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("titre_fr", "title_fr"),
            Map.entry("titre", "title"),
            Map.entry("description_longue_fr", "longdescription_fr"),
            Map.entry("ville", "city"),
            Map.entry("adresse", "address"),
            Map.entry("code_postal", "postalcode"),
            Map.entry("departement", "department"),
            Map.entry("nom_du_lieu", "placename"),
            Map.entry("wgs84", "latlon"),
            Map.entry("lien", "link"),
            Map.entry("lien_d_inscription", "registration"),
            Map.entry("image_source", "originalimage"),
            Map.entry("credits_image", "imagecredits"),
            Map.entry("accessibilite_fr", "accessibility"),
            Map.entry("age_minimum", "age_min"),
            Map.entry("age_maximum", "age_max"),
            Map.entry("statut", "status"),
            Map.entry("fuseau_horaire", "timezone"));

    private static final List<String> CONDITIONS = List.of(
            "conditions_de_participation", "tarif", "tarifs", "detail_des_conditions_fr", "detail_des_conditions");

    private static final List<String> KEYWORDS =
            List.of("types_d_evenement", "type_d_evenement", "mots_cles_fr", "mots_cles");

    private FrenchNames() {}

    /** The fields under the names of all others, what has one already as it is; other exports are not touched. */
    static JsonNode translated(JsonNode fields) {
        if (TELLING.stream().noneMatch(fields::has) || !fields.isObject()) {
            return fields;
        }
        ObjectNode translated = fields.deepCopy();
        NAMES.forEach((french, name) -> {
            if (fields.has(french) && !fields.has(name)) {
                translated.set(name, fields.get(french));
            }
        });
        if (fields.has("horaires_iso") && !fields.has("timings")) {
            translated.put("timings", fields.path("horaires_iso").asText().replace('\n', ';'));
        }
        // "Gratuit" and, beside it, "Déjeuner payant": only both together say what a place costs.
        join(translated, fields, "conditions_fr", CONDITIONS, "\n");
        join(translated, fields, "keywords_fr", KEYWORDS, ", ");
        return translated;
    }

    private static void join(ObjectNode translated, JsonNode fields, String name, List<String> parts, String between) {
        List<String> texts = new ArrayList<>();
        parts.stream()
                .map(part -> fields.path(part).asText(""))
                .filter(text -> !text.isBlank())
                .forEach(texts::add);
        if (!texts.isEmpty() && !fields.has(name)) {
            translated.put(name, String.join(between, texts));
        }
    }
}
