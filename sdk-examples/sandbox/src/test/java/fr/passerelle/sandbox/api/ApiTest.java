package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import fr.passerelle.sandbox.Stage;
import org.junit.jupiter.api.AfterEach;

/** What tests of the partner API share: a sandbox at a fixed time, and calls with the provider's key. */
abstract class ApiTest {

    static final String EVENTS = "/public/offers/v1/events";
    static final String PRODUCTS = "/public/offers/v1/products";
    static final String BOOKINGS = "/public/bookings/v1";

    final Stage stage = new Stage();

    @AfterEach
    void stopTheSandbox() {
        stage.close();
    }

    Reply get(String path) {
        return call("GET", path, "");
    }

    Reply post(String path, String json) {
        return call("POST", path, json);
    }

    Reply patch(String path, String json) {
        return call("PATCH", path, json);
    }

    Reply delete(String path) {
        return call("DELETE", path, "");
    }

    Reply call(String method, String path, String json) {
        return stage.http.call(method, path, stage.provider.apiKey(), json);
    }

    /** The body of a DVD; {@code more} adds fields or replaces them. */
    String productBody(String more) {
        return body("'categoryRelatedFields':{'category':'SUPPORT_PHYSIQUE_FILM','ean':'3760000000017'}"
                        + (more.isEmpty() ? "" : "," + more))
                .replace("'hasTicket':false,", "");
    }

    /** A product as it was created. */
    JsonNode product(String more) {
        Reply reply = post(PRODUCTS, productBody(more));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    /** The body of an event with an ordinary category; {@code more} adds fields or replaces them. */
    String body(String more) {
        String accessibility = "'accessibility':{'audioDisabilityCompliant':true,'mentalDisabilityCompliant':false,"
                + "'motorDisabilityCompliant':true,'visualDisabilityCompliant':false}";
        String usual = "{'name':'Veillée','location':{'type':'physical','venueId':%d},%s,'hasTicket':false,"
                + "'categoryRelatedFields':{'category':'RENCONTRE'}";
        // Of two fields with one name, the last counts.
        return usual.formatted(stage.venue.id(), accessibility) + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /** An event as it was created. */
    JsonNode event(String more) {
        Reply reply = post(EVENTS, body(more));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    /** The path of an event with one price category and one date, twenty days ahead. */
    String datedEvent() {
        JsonNode event = event("'priceCategories':[{'label':'Unique','price':900}]");
        String path = EVENTS + "/" + event.path("id").asLong();
        Reply dates = post(path + "/dates", "{'dates':[" + date(event, "") + "]}");
        assertThat(dates.status()).as(dates.body().toString()).isEqualTo(200);
        return path;
    }

    /** A date twenty days ahead of the first price category; {@code more} adds fields or replaces them. */
    static String date(JsonNode event, String more) {
        return ("{'beginningDatetime':'2026-03-22T19:00:00Z','bookingLimitDatetime':'2026-03-20T19:00:00Z',"
                                + "'priceCategoryId':%d,'quantity':30")
                        .formatted(event.at("/priceCategories/0/id").asLong())
                + (more.isEmpty() ? "" : "," + more)
                + "}";
    }

    static void assertRefused(Reply reply, int status, String json) {
        assertThat(reply.body().toString().replace('"', '\'')).isEqualTo(json);
        assertThat(reply.status()).isEqualTo(status);
    }

    /** Errors whose text is ours: only the status and the keys count. */
    static void assertRefusedUnder(Reply reply, int status, String... keys) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.body().fieldNames()).toIterable().containsExactly(keys);
    }
}
