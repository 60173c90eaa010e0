package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.answering;
import static fr.passerelle.drift.Documents.taking;
import static fr.passerelle.drift.Documents.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnionsTest {

    private static final String PLACE =
            "'Place': {'properties': {'type': {'enum': ['physical']}, 'venueId': {'type': '%s'}}}";
    private static final String LINK = "'Link': {'properties': {'type': {'enum': ['digital']}, 'url': {}}}";
    private static final String BOTH =
            "{'oneOf': [{'$ref': '#/components/schemas/Place'}, {'$ref': '#/components/schemas/Link'}]}";
    private static final String MAPPED = """
            {'oneOf': [{'$ref': '#/components/schemas/Place'}%s], 'discriminator': {'propertyName': '%s',
             'mapping': {'PLACE': '#/components/schemas/Place', 'LINK': '#/components/schemas/Link'}}}
            """;

    private static final String SECOND = ", {'$ref': '#/components/schemas/Link'}";

    private static String mapped(String second, String discriminator) {
        return MAPPED.formatted(second, discriminator);
    }

    @Test
    void looksIntoVariantsByTheValueThatTellsThemApart() {
        assertThat(told(taking(BOTH, PLACE.formatted("integer"), LINK), taking(BOTH, PLACE.formatted("string"), LINK)))
                .containsExactly("BREAKS TYPE_CHANGED body(physical).venueId");
    }

    @Test
    void callsVariantsAsTheDiscriminatorDoes() {
        String one = mapped("", "type");
        String two = mapped(SECOND, "type");
        assertThat(told(taking(one, PLACE, LINK), taking(two, PLACE, LINK)))
                .containsExactly("TOLERATED VARIANT_ADDED body(LINK)");
        assertThat(told(taking(two, PLACE, LINK), taking(one, PLACE, LINK)))
                .containsExactly("BREAKS VARIANT_REMOVED body(LINK)");
        assertThat(told(answering(two, PLACE, LINK), answering(one, PLACE, LINK)))
                .containsExactly("TOLERATED VARIANT_REMOVED response(LINK)");
    }

    @Test
    void anotherDiscriminatorBreaks() {
        assertThat(told(answering(mapped(SECOND, "type"), PLACE, LINK), answering(mapped(SECOND, "kind"), PLACE, LINK)))
                .containsExactly("BREAKS DISCRIMINATOR_CHANGED response");
    }

    @Test
    void nullAmongTheMembersIsNullable() {
        assertThat(told(
                        answering("{'anyOf': [{'$ref': '#/components/schemas/Place'}, {'type': 'null'}]}", PLACE),
                        answering("{'allOf': [{'$ref': '#/components/schemas/Place'}], 'nullable': true}", PLACE)))
                .isEmpty();
    }

    @Test
    void simpleMembersShareTheirValues() {
        assertThat(told(
                        taking("{'anyOf': [{'enum': ['UNLIMITED']}, {'type': 'integer', 'maximum': 5}]}"),
                        taking("{'anyOf': [{'enum': ['UNLIMITED']}, {'type': 'integer', 'maximum': 4}]}")))
                .containsExactly("BREAKS LIMIT_TIGHTENED body");
    }
}
