package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.answering;
import static fr.passerelle.drift.Documents.changes;
import static fr.passerelle.drift.Documents.taking;
import static fr.passerelle.drift.Documents.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private static final String OBJECT = "{'type': 'object', 'properties': {%s}, 'required': [%s]}";

    private static String object(String properties, String required) {
        return OBJECT.formatted(properties, required);
    }

    private static String name(String schema) {
        return object("'name': " + schema, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # before                           | after                                    | kind              | in a body | in an answer
            {'type': 'string'}                 | {'type': ['string', 'null']}             | NOW_NULLABLE      | TOLERATED | BREAKS
            {'type': 'string'}                 | {'type': 'string', 'nullable': true}     | NOW_NULLABLE      | TOLERATED | BREAKS
            {'anyOf': [{'type': 'string'}, {'type': 'null'}]} | {'type': 'string'}        | NO_LONGER_NULLABLE | BREAKS   | TOLERATED
            {'enum': ['A']}                    | {'enum': ['A', 'B']}                     | VALUE_ADDED       | TOLERATED | TOLERATED
            {'enum': ['A', 'B']}               | {'const': 'A'}                           | VALUE_REMOVED     | BREAKS    | TOLERATED
            {'type': 'string'}                 | {'type': 'string', 'enum': ['A']}        | VALUES_CLOSED     | BREAKS    | TOLERATED
            {'enum': ['A']}                    | {}                                       | VALUES_OPENED     | TOLERATED | TOLERATED
            {'type': 'integer'}                | {'type': 'number'}                       | TYPE_WIDENED      | TOLERATED | BREAKS
            {'type': 'integer'}                | {'anyOf': [{'type': 'integer'}, {'type': 'string'}]} | TYPE_WIDENED | TOLERATED | BREAKS
            {'type': 'string'}                 | {'type': 'string', 'format': 'date'}     | TYPE_NARROWED     | BREAKS    | TOLERATED
            {'type': 'string'}                 | {'type': 'integer'}                      | TYPE_CHANGED      | BREAKS    | BREAKS
            {'maxLength': 90}                  | {'maxLength': 80}                        | LIMIT_TIGHTENED   | BREAKS    | TOLERATED
            {'maxLength': 90}                  | {'maxLength': 100}                       | LIMIT_LOOSENED    | TOLERATED | TOLERATED
            {'minimum': 9}                     | {'minimum': 10}                          | LIMIT_TIGHTENED   | BREAKS    | TOLERATED
            {}                                 | {'pattern': '^a$'}                       | LIMIT_TIGHTENED   | BREAKS    | TOLERATED
            {'exclusiveMinimum': 0}            | {}                                       | LIMIT_LOOSENED    | TOLERATED | TOLERATED
            {'default': 1}                     | {'default': 2}                           | DEFAULT_CHANGED   | TOLERATED | TOLERATED
            """)
    void judgesAChangeByItsSide(String before, String after, Kind kind, Verdict inBody, Verdict inResponse) {
        assertThat(told(taking(name(before)), taking(name(after)))).containsExactly(inBody + " " + kind + " body.name");
        assertThat(told(answering(name(before)), answering(name(after))))
                .containsExactly(inResponse + " " + kind + " response.name");
    }

    @Test
    void judgesNewAndRemovedFieldsByTheirSide() {
        String none = object("", "");
        String optional = object("'name': {}", "");
        String required = object("'name': {}", "'name'");

        assertThat(told(taking(none), taking(required))).containsExactly("BREAKS REQUIRED_ADDED body.name");
        assertThat(told(taking(none), taking(optional))).containsExactly("TOLERATED OPTIONAL_ADDED body.name");
        assertThat(told(taking(optional), taking(required))).containsExactly("BREAKS NOW_REQUIRED body.name");
        assertThat(told(taking(optional), taking(none))).containsExactly("BREAKS OPTIONAL_REMOVED body.name");
        assertThat(told(answering(none), answering(required)))
                .containsExactly("TOLERATED REQUIRED_ADDED response.name");
        assertThat(told(answering(required), answering(optional))).containsExactly("BREAKS NOW_OPTIONAL response.name");
        assertThat(told(answering(required), answering(none))).containsExactly("BREAKS REQUIRED_REMOVED response.name");
        assertThat(told(answering(optional), answering(none)))
                .containsExactly("TOLERATED OPTIONAL_REMOVED response.name");
    }

    @Test
    void tellsANewObjectOnce() {
        String after = object("'venue': " + object("'id': {}, 'name': {}", "'id'"), "");
        assertThat(told(taking(object("", "")), taking(after))).containsExactly("TOLERATED OPTIONAL_ADDED body.venue");
    }

    @Test
    void namesTheValuesThatCame() {
        List<Change> changes = changes(answering("{'enum': ['A']}"), answering("{'enum': ['C', 'A', 'B']}"));
        assertThat(changes).singleElement().extracting(Change::after).isEqualTo("B, C");
    }

    @Test
    void looksIntoListsMapsAndReferences() {
        String schema = object(
                "'dates': {'type': 'array', 'items': {'$ref': '#/components/schemas/Date'}},"
                        + "'prices': {'additionalProperties': {'$ref': '#/components/schemas/Date'}}",
                "");
        assertThat(told(
                        taking(schema, "'Date': " + object("'id': {'type': 'integer'}", "")),
                        taking(schema, "'Date': " + object("'id': {'type': 'string'}", ""))))
                .containsExactly("BREAKS TYPE_CHANGED body.dates[].id", "BREAKS TYPE_CHANGED body.prices{}.id");
    }

    @Test
    void whereASchemaIsWrittenDoesNotMatter() {
        String inline = object("'id': {'type': 'integer'}, 'name': {'type': 'string'}", "'id'");
        String split = "{'allOf': [{'$ref': '#/components/schemas/Id~1x'}, %s]}"
                .formatted(object("'name': {'type': 'string'}", ""));
        assertThat(told(taking(inline), taking(split, "'Id/x': " + object("'id': {'type': 'integer'}", "'id'"))))
                .isEmpty();
    }

    @Test
    void endsOnSchemasThatHoldThemselves() {
        String tree = "'Tree': " + object("'left': {'$ref': '#/components/schemas/Tree'}, 'id': {'type': '%s'}", "");
        String root = "{'$ref': '#/components/schemas/Tree'}";
        assertThat(told(taking(root, tree.formatted("integer")), taking(root, tree.formatted("string"))))
                .containsExactly("BREAKS TYPE_CHANGED body.id");
    }
}
