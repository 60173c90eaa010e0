package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cases of the programme leave out of the price with fees. */
class CollectivePricesTest extends CollectiveTest {

    private String withFees(String fees) {
        return body("'servicePrice':40,'additionalFees':[" + fees + "],'numberOfTeachers':2")
                .replace("\"totalPrice\":240,", "");
    }

    private JsonNode made(String fees) {
        var reply = post(OFFERS, withFees(fees));
        assertAccepted(reply);
        return reply.body();
    }

    @ParameterizedTest
    @CsvSource({"10.005, 50.00", "10.015, 50.02", "10.0051, 50.01"})
    void roundsHalfACentToTheEvenOne(String amount, String total) {
        assertThat(made("{'type':'MEAL','amount':" + amount + "}").path("price").decimalValue())
                .isEqualByComparingTo(total);
    }

    @Test
    void anEmptyListTakesTheFeesAway() {
        String path = OFFERS + made("{'type':'MEAL','amount':5}").path("id").asLong();

        JsonNode after = patch(path, "{'additionalFees':[]}").body();

        assertThat(after.path("price").asInt()).isEqualTo(40);
        assertThat(after.path("additionalFees")).isEmpty();
    }

    @Test
    void theTotalIsNeverWritten() {
        assertRefused(patch(offerPath(""), "{'price':10}"), 400, "price");
    }

    @Test
    void takesElevenFeesAndNotTwelve() {
        String eleven = fees(11);

        assertThat(made(eleven).path("additionalFees")).hasSize(11);
        assertRefused(post(OFFERS, withFees(fees(12))), 400, "additionalFees");
    }

    private static String fees(int number) {
        StringBuilder fees = new StringBuilder();
        for (int i = 0; i < number; i++) {
            fees.append(i == 0 ? "" : ",").append("{'type':'OTHER','amount':1,'label':'f" + i + "'}");
        }
        return fees.toString();
    }

    @Test
    void aTotalAboveTheCeilingIsRefusedInTheOlderWayToo() {
        assertRefused(post(OFFERS, body("'totalPrice':60000.01")), 400, "__root__");
        assertAccepted(post(OFFERS, body("'totalPrice':60000")));
    }
}
