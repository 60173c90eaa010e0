package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRoutesTest extends ApiTest {

    private JsonNode book(long stock, String more) {
        return stage.http.control(
                "POST",
                "/bookings",
                "{'beneficiaryId':%d,'stockId':%d%s}"
                        .formatted(stage.sandbox.beneficiary(30_000).id(), stock, more));
    }

    private Reply operate(String operation, String token) {
        return operation.equals("get")
                ? get(BOOKINGS + "/token/" + token)
                : patch(BOOKINGS + "/" + operation + "/token/" + token, "");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, 200, 204, 403 booking, 204",
        "USED, 410 booking, 410 booking, 204, 410 booking",
        "CANCELLED, 410 booking, 410 booking, 410 booking, 410 booking",
        "REIMBURSED, 403 payment, 403 payment, 403 payment, 403 payment",
    })
    void responsesByState(String state, String read, String use, String keep, String cancel) {
        assertOutcome("get", state, read);
        assertOutcome("use", state, use);
        assertOutcome("keep", state, keep);
        assertOutcome("cancel", state, cancel);
    }

    private void assertOutcome(String operation, String state, String outcome) {
        long stock = stage.product("'name':'Livre'", "'price':500");
        String token = book(stock, ",'status':'" + state + "'").path("token").asText();
        Reply reply = operate(operation, token);
        String key = reply.status() < 300 ? "" : " " + reply.body().fieldNames().next();
        assertThat(reply.status() + key).as(operation + " " + state).isEqualTo(outcome);
    }

    @Test
    void waitsForTheEndOfTheUsersWindow() {
        String token = book(stage.date(false, "10"), "").path("token").asText();
        stage.sandbox.clock().advance(Duration.ofHours(47));
        assertRefusedUnder(operate("use", token), 403, "booking");

        stage.sandbox.clock().advance(Duration.ofHours(1));
        assertRefusedUnder(operate("cancel", token), 403, "booking");
        assertThat(operate("use", token).status()).isEqualTo(204);
    }

    @Test
    void takesTheCountermarkInAnyCase() {
        JsonNode booking = book(stage.product("'name':'Livre'", "'price':500"), "");

        Reply reply = operate("get", booking.path("token").asText().toLowerCase(Locale.ROOT));

        assertThat(reply.body().path("id").asLong())
                .isEqualTo(booking.path("id").asLong());
        assertThat(reply.body().toString()).doesNotContain(booking.path("token").asText());
    }

    @Test
    void hidesTheCountermarksOfOtherVenues() {
        String token = book(stage.date(false, "10"), "").path("token").asText();
        String stranger = stage.sandbox.provider().apiKey();

        assertRefused(
                stage.http.call("GET", BOOKINGS + "/token/" + token, stranger, ""),
                404,
                "{'global':'This countermark cannot be found'}");
    }

    @Test
    void refusesTheCountermarksOfAClosedStructure() {
        String token = book(stage.product("'name':'Livre'", "'price':500"), "")
                .path("token")
                .asText();
        stage.http.control("PATCH", "/offerers/" + stage.venue.offererId(), "{'closed':true}");

        Reply reply = operate("use", token);

        assertRefusedUnder(reply, 403, "booking");
        assertThat(reply.body().path("booking").isArray()).isTrue();
    }

    @Test
    void givesThePlacesBackWhenCancelled() {
        long stock = stage.product("'name':'Livre'", "'price':500,'quantity':3");
        String token = book(stock, ",'quantity':2").path("token").asText();

        operate("cancel", token);

        assertThat(get("/public/offers/v1/products/1")
                        .body()
                        .at("/stock/bookedQuantity")
                        .asInt())
                .isZero();
    }
}
