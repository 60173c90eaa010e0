package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.drift.Field.Role;
import fr.passerelle.drift.Shape.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/** Lays schemas out flat: one field a place. */
final class FieldsReader {

    private final ShapeReader schemas;
    private final List<Field> fields = new ArrayList<>();

    FieldsReader(ShapeReader schemas) {
        this.schemas = schemas;
    }

    Fields fields() {
        return Fields.of(fields);
    }

    /** Reads a schema and all that it holds. */
    void add(String place, JsonNode schema, boolean required) {
        add(place, "", required ? Role.REQUIRED : Role.OPTIONAL, List.of(new Source(schema, Set.of())));
    }

    /** Notes a list of names that is no schema, such as the media types of a body. */
    void addNames(String place, NavigableSet<String> names) {
        fields.add(Field.required(place, Optional.of(names)));
    }

    private void add(String place, String parent, Role role, List<Source> sources) {
        Shape shape = schemas.read(sources);
        fields.add(new Field(place, parent, role, shape.nullable, shape.types, shape.values, shape.limits));
        shape.properties.forEach((name, sub) ->
                add(place + "." + name, place, shape.required.contains(name) ? Role.REQUIRED : Role.OPTIONAL, sub));
        shape.variants.forEach((name, sub) -> add(place + "(" + name + ")", place, Role.VARIANT, sub));
        if (!shape.items.isEmpty()) {
            add(place + "[]", place, Role.OPTIONAL, shape.items);
        }
        if (!shape.entries.isEmpty()) {
            add(place + "{}", place, Role.OPTIONAL, shape.entries);
        }
    }
}
