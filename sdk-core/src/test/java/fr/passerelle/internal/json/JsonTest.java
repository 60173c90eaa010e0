package fr.passerelle.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.passerelle.model.app.AppOffer;
import fr.passerelle.model.app.AppSettings;
import fr.passerelle.model.collective.CollectiveOfferSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void aListThatIsNullIsEmpty() throws JsonProcessingException {
        CollectiveOfferSummary offer = Json.mapper().readValue("""
                        {"id":40,"offerStatus":"DRAFT","startDatetime":"2027-01-12T09:00:00",\
                        "endDatetime":"2027-01-12T11:00:00","venueId":535,"bookings":null}""", CollectiveOfferSummary.class);

        assertThat(offer.bookings()).isEmpty();
    }

    @Test
    void aDateIsADateAndNothingLikeOne() throws JsonProcessingException {
        assertThat(Json.mapper().readValue("\"2008-02-29\"", LocalDate.class)).isEqualTo(LocalDate.of(2008, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"2007-02-29\"",
                "\"2008-02-29T10:00:00\"",
                "\"29/02/2008\"",
                "13938",
                "[2008,2,29]",
                "true",
                "{}"
            })
    void whatIsLikeADateIsNone(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json, LocalDate.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    /** Settings hold what the programme knows of that day: what is missing is no reason to refuse the rest. */
    @Test
    void settingsCanDoWithoutABonusAndARate() throws JsonProcessingException {
        AppSettings settings = Json.mapper().readValue("""
                        {"accountCreationMinimumAge":15,"depositAmountsByAge":{"age_15":0,"age_16":0,"age_17":5000,\
                        "age_18":15000},"rates":{}}""", AppSettings.class);

        assertThat(settings.bonus()).isNull();
        assertThat(settings.ineligiblePostalCodes()).isEmpty();
        assertThat(settings.rates()).isEqualTo(new AppSettings.Rates(new BigDecimal("0.00838")));
    }

    /** What our own rules refuse to send can have been there for years. */
    @Test
    void anOldNameMayBeLongerThanANewOne() throws JsonProcessingException {
        String name = "Le Bourgeois gentilhomme ".repeat(6);
        AppOffer offer = Json.mapper()
                .readValue(
                        "{\"id\":12,\"name\":\"%s\",\"subcategoryId\":\"JEU_DE_PAUME\"}".formatted(name),
                        AppOffer.class);

        assertThat(offer.name()).hasSize(150);
        assertThat(offer.category().known()).isFalse();
    }
}
