package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.changes;
import static fr.passerelle.drift.Documents.partnerApi;
import static fr.passerelle.drift.Documents.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.PartnerDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programme's real contract, as it is and edited; fields and operations to edit are drawn by seed. */
class PartnerContractTest {

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
    void hasNotChangedFromItself() {
        assertThat(changes(partnerApi(), partnerApi())).isEmpty();
    }

    /** The comparison reads the documents in its own way: it would see what the table of facts has lost. */
    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#each")
    void theTableOfFactsLacksOnlyDefaults(PartnerDocument partner) {
        assertThat(changes(partnerApi(), partner.root()))
                .extracting(Change::kind)
                .allMatch(kind -> kind == Kind.DEFAULT_CHANGED);
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#each")
    void isCoveredByTheSdk(PartnerDocument partner) {
        Contract document = ContractReader.read(partner.root());
        List<Change> changes = Comparison.of(SdkContract.whole(), SdkContract.outline(document), SdkContract.whole());
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missesARemovedOperation(long seed) {
        JsonNode edited = partnerApi();
        String path = drawn(names(edited.path("paths")), seed);
        int verbs = edited.path("paths").path(path).size();
        ((ObjectNode) edited.path("paths")).remove(path);
        assertThat(told(changes(partnerApi(), edited))).hasSize(verbs).containsOnly("BREAKS OPERATION_REMOVED");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missesARemovedField(long seed) {
        JsonNode edited = partnerApi();
        ObjectNode fields = (ObjectNode) schema(edited, "EventOfferCreation").path("properties");
        String field = drawn(names(fields), seed);
        fields.remove(field);
        assertThat(told(changes(partnerApi(), edited)))
                .singleElement()
                .asString()
                .matches("BREAKS (OPTIONAL|REQUIRED)_REMOVED body." + field);
    }

    @Test
    void toleratesMoreInResponses() {
        JsonNode edited = partnerApi();
        ((ObjectNode) schema(edited, "EventOfferResponse").path("properties"))
                .putObject("mood")
                .put("type", "string");
        ((ArrayNode) schema(edited, "OfferStatus").path("enum")).add("DREAMT");
        assertThat(changes(partnerApi(), edited))
                .isNotEmpty()
                .allMatch(change -> change.verdict() == Verdict.TOLERATED)
                .extracting(Change::kind)
                .containsOnly(Kind.OPTIONAL_ADDED, Kind.VALUE_ADDED);
    }

    @Test
    void seesAFieldThatIsNowRequired() {
        JsonNode edited = partnerApi();
        ((ArrayNode) schema(edited, "EventOfferCreation").path("required")).add("bookingEmail");
        assertThat(told(changes(partnerApi(), edited))).containsExactly("BREAKS NOW_REQUIRED body.bookingEmail");
    }
}
