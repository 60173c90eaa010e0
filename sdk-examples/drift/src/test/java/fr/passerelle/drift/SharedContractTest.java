package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.changes;
import static fr.passerelle.drift.Documents.sharedDocument;
import static fr.passerelle.drift.Documents.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programme's real document, as it is and edited; fields and operations to edit are drawn by seed. */
class SharedContractTest {

    private static ObjectNode schema(JsonNode document, String name) {
        return (ObjectNode) document.at("/components/schemas/" + name);
    }

    private static <T> T drawn(List<T> all, long seed) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.get(0);
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(property -> property.getKey()).toList();
    }

    @Test
    void hasNotChangedFromItself() throws IOException {
        assertThat(changes(sharedDocument(), sharedDocument())).isEmpty();
    }

    @Test
    void isCoveredByTheSdk() throws IOException {
        Contract document = ContractReader.read(sharedDocument());
        List<Change> changes =
                Comparison.of(SdkContract.documentedIn(document), SdkContract.outline(document), SdkContract.whole());
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missesARemovedOperation(long seed) throws IOException {
        JsonNode edited = sharedDocument();
        String path = drawn(names(edited.path("paths")), seed);
        int verbs = edited.path("paths").path(path).size();
        ((ObjectNode) edited.path("paths")).remove(path);
        assertThat(told(changes(sharedDocument(), edited))).hasSize(verbs).containsOnly("BREAKS OPERATION_REMOVED");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missesARemovedField(long seed) throws IOException {
        JsonNode edited = sharedDocument();
        ObjectNode fields = (ObjectNode) schema(edited, "EventOfferCreation").path("properties");
        String field = drawn(names(fields), seed);
        fields.remove(field);
        assertThat(told(changes(sharedDocument(), edited)))
                .singleElement()
                .asString()
                .matches("BREAKS (OPTIONAL|REQUIRED)_REMOVED body." + field);
    }

    @Test
    void toleratesMoreInAnswers() throws IOException {
        JsonNode edited = sharedDocument();
        ((ObjectNode) schema(edited, "EventOfferResponse").path("properties"))
                .putObject("mood")
                .put("type", "string");
        ((ArrayNode) schema(edited, "OfferStatus").path("enum")).add("DREAMT");
        assertThat(changes(sharedDocument(), edited))
                .isNotEmpty()
                .allMatch(change -> change.verdict() == Verdict.TOLERATED)
                .extracting(Change::kind)
                .containsOnly(Kind.OPTIONAL_ADDED, Kind.VALUE_ADDED);
    }

    @Test
    void seesAFieldThatIsNowRequired() throws IOException {
        JsonNode edited = sharedDocument();
        ((ArrayNode) schema(edited, "EventOfferCreation").path("required")).add("bookingEmail");
        assertThat(told(changes(sharedDocument(), edited))).containsExactly("BREAKS NOW_REQUIRED body.bookingEmail");
    }
}
