package fr.passerelle.model.collective;

import static fr.passerelle.model.collective.CollectiveAction.EDIT_DETAILS;
import static fr.passerelle.model.collective.CollectiveAction.EDIT_DISCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Price;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of a collective offer, in the two ways of the programme (since June 2026). */
class CollectivePriceTest {

    private static final Price FORTY = Price.euros("40");
    private static final AdditionalFee TRAVEL = AdditionalFee.of(FeeType.TRAVEL, Price.euros("10"));
    private static final AdditionalFee SCENERY = AdditionalFee.other("Décors", Price.euros("20.5"));

    private final ObjectMapper json = WireJson.mapper();

    private static CollectiveOfferPatch patch(CollectivePricePatch price) {
        return CollectiveOfferPatch.builder().price(price).build();
    }

    private static CollectiveOffer.Builder offer() {
        return CollectiveResponsesTest.offer(CollectiveOfferStatus.PUBLISHED);
    }

    /** An offer of 800 and fees of 200 in all. */
    private static CollectiveOffer withFees() {
        return offer().totalPrice(Price.euros("1000"))
                .price(Price.euros("1000"))
                .servicePrice(Price.euros("800"))
                .additionalFees(List.of(AdditionalFee.of(FeeType.MEAL, Price.euros("200"))))
                .build();
    }

    @Test
    void isWrittenFlatInOneWayOnly() throws Exception {
        JsonNode draft = json.readTree(json.writeValueAsString(CollectiveOfferDraftTest.juggling()
                .price(CollectivePrice.detailed(FORTY, 3, TRAVEL, SCENERY).details("Prévoir une salle sombre"))
                .build()));

        assertThat(draft.has("totalPrice") || draft.has("price") || draft.has("educationalPriceDetail"))
                .isFalse();
        assertThat(draft.path("servicePrice").decimalValue()).isEqualByComparingTo("40");
        assertThat(draft.path("numberOfTeachers").asInt()).isEqualTo(3);
        assertThat(draft.path("additionalDetails").asText()).isEqualTo("Prévoir une salle sombre");
        assertThat(draft.path("additionalFees"))
                .isEqualTo(json.readTree("[{\"type\":\"TRAVEL\",\"amount\":10.00},"
                        + "{\"type\":\"OTHER\",\"label\":\"Décors\",\"amount\":20.50}]"));
    }

    @Test
    void theTotalIsTheSum() {
        assertThat(CollectivePrice.detailed(FORTY, 3, TRAVEL, SCENERY).total()).isEqualTo(Price.euros("70.5"));
    }

    @ParameterizedTest
    @CsvSource({"10.003, 10.00", "20.504, 20.50", "10.005, 10.00", "10.015, 10.02", "10.0051, 10.01"})
    void anAmountOfMoreDecimalsCanBeRoundedAsTheServerRounds(BigDecimal euros, String cents) {
        assertThat(Price.roundedEuros(euros)).isEqualTo(Price.euros(cents));
    }

    @Test
    void reportsEverythingThatIsWrongWithIt() {
        List<AdditionalFee> fees = List.of(
                TRAVEL,
                TRAVEL,
                new AdditionalFee(FeeType.OTHER, null, Price.FREE),
                new AdditionalFee(FeeType.MEAL, "Pique-nique", Price.cents(-1)));

        assertThat(Violations.of(() -> CollectiveOfferDraftTest.juggling()
                        .price(CollectivePrice.detailed(Price.cents(-1), 51, fees)
                                .details("x".repeat(1_001)))
                        .numberOfTickets(3_001)
                        .build()))
                .containsExactly(
                        "servicePrice too_small 0",
                        "additionalFees.1 duplicate additionalFees.0",
                        "additionalFees.2.label required",
                        "additionalFees.3.label not_allowed",
                        "additionalFees.3.amount too_small 0",
                        "numberOfTeachers too_large 50",
                        "additionalDetails too_long 1000",
                        "numberOfTickets too_large 3000");
    }

    @Test
    void sixtyThousandEurosAreTheMostInAll() {
        AdditionalFee meal = AdditionalFee.of(FeeType.MEAL, Price.euros("1000"));

        assertThat(CollectiveOfferDraftTest.juggling()
                        .price(CollectivePrice.detailed(Price.euros("59000"), 1, meal))
                        .build()
                        .price()
                        .total())
                .isEqualTo(CollectivePrice.MAX_TOTAL);
        assertThat(Violations.of(() -> CollectiveOfferDraftTest.juggling()
                        .price(CollectivePrice.detailed(Price.euros("59000.01"), 1, meal))
                        .build()))
                .containsExactly("additionalFees too_large 6000000");
        assertThat(Violations.of(() -> CollectiveOfferDraftTest.juggling()
                        .totalPrice(Price.euros("60000.01"))
                        .build()))
                .containsExactly("totalPrice too_large 6000000");
    }

    @Test
    void elevenFeesAreTheMost() {
        List<AdditionalFee> twelve = Collections.nCopies(12, TRAVEL);

        assertThat(Violations.of(() -> patch(CollectivePricePatch.detailed().additionalFees(twelve))))
                .contains("additionalFees too_many 11");
    }

    @Test
    void aChangeNamesWhatItChanges() throws Exception {
        assertThat(json.writeValueAsString(patch(CollectivePricePatch.detailed().withoutFees())))
                .isEqualTo("{\"additionalFees\":[]}");
        assertThat(json.writeValueAsString(patch(CollectivePricePatch.detailed().clearAdditionalDetails())))
                .isEqualTo("{\"additionalDetails\":null}");
        assertThat(json.writeValueAsString(patch(CollectivePricePatch.total().totalPrice(FORTY))))
                .isEqualTo("{\"totalPrice\":40.00}");
    }

    @Test
    void raisingTheTotalIsAnotherActionThanLoweringIt() {
        CollectiveOffer offer = withFees();

        assertThat(patch(CollectivePricePatch.detailed().servicePrice(Price.euros("801")))
                        .actions(offer))
                .containsExactly(EDIT_DETAILS);
        assertThat(patch(CollectivePricePatch.detailed().servicePrice(Price.euros("800")))
                        .actions(offer))
                .containsExactly(EDIT_DISCOUNT);
        assertThat(patch(CollectivePricePatch.detailed().withoutFees()).actions(offer))
                .containsExactly(EDIT_DISCOUNT);
        assertThat(patch(CollectivePricePatch.detailed()
                                .servicePrice(Price.euros("1100"))
                                .withoutFees())
                        .actions(offer))
                .containsExactly(EDIT_DETAILS);
        assertThat(patch(CollectivePricePatch.detailed().numberOfTeachers(4)).actions(offer))
                .containsExactly(EDIT_DISCOUNT);
        assertThat(patch(CollectivePricePatch.detailed().additionalDetails("x")).actions(offer))
                .containsExactly(EDIT_DETAILS);
    }

    @Test
    void aChangeIsMeasuredAgainstWhatTheOfferHas() {
        CollectiveOffer offer = withFees();

        assertThat(Violations.of(() -> patch(CollectivePricePatch.detailed().servicePrice(Price.euros("59801")))
                        .checkAgainst(offer)))
                .containsExactly("servicePrice too_large 6000000");
        assertThat(Violations.of(() ->
                        patch(CollectivePricePatch.total().totalPrice(FORTY)).checkAgainst(offer)))
                .containsExactly("totalPrice not_allowed");
        assertThat(Violations.of(() ->
                        CollectiveOfferPatch.builder().clearImage().build().checkAgainst(offer)))
                .containsExactly("imageFile nothing_to_clear");
    }

    @Test
    void isReadFromServersOfFebruaryOfAutumnAndOfLater() throws Exception {
        String autumn = json.writeValueAsString(withFees());
        JsonNode february = json.readTree(json.writeValueAsString(offer().build()));
        JsonNode later = json.readTree(autumn);
        ((ObjectNode) later).remove(List.of("totalPrice", "educationalPriceDetail"));
        ((ObjectNode) february)
                .remove(List.of("price", "servicePrice", "additionalFees", "numberOfTeachers", "additionalDetails"));

        assertThat(json.readValue(autumn, CollectiveOffer.class)).isEqualTo(withFees());
        assertThat(json.treeToValue(february, CollectiveOffer.class).total()).isEqualTo(Price.euros("240.5"));
        assertThat(json.treeToValue(later, CollectiveOffer.class).total()).isEqualTo(Price.euros("1000"));
    }

    @Test
    void aTypeThatIsNewIsKeptAsItCame() throws Exception {
        AdditionalFee parking =
                json.readValue("{\"type\":\"PARKING\",\"label\":null,\"amount\":5}", AdditionalFee.class);

        assertThat(parking.type().known()).isFalse();
        assertThat(json.writeValueAsString(parking)).isEqualTo("{\"type\":\"PARKING\",\"amount\":5.00}");
        assertThat(json.readValue("{\"name\":\"MEAL\"}", FeeTypeInfo.class).type())
                .isEqualTo(FeeType.MEAL);
    }
}
