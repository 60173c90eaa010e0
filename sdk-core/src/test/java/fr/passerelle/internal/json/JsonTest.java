package fr.passerelle.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.passerelle.model.collective.CollectiveOfferSummary;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void aListThatIsNullIsEmpty() throws JsonProcessingException {
        CollectiveOfferSummary offer = Json.mapper().readValue("""
                        {"id":40,"offerStatus":"DRAFT","startDatetime":"2027-01-12T09:00:00",\
                        "endDatetime":"2027-01-12T11:00:00","venueId":535,"bookings":null}""", CollectiveOfferSummary.class);

        assertThat(offer.bookings()).isEmpty();
    }
}
