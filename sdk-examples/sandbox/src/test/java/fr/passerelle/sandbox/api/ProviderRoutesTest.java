package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderRoutesTest extends ApiTest {

    private static final String PROVIDER = "/public/providers/v1/provider";

    @Test
    void refusesHalfATicketingService() {
        assertRefusedUnder(patch(PROVIDER, "{'bookingUrl':null}"), 400, "ticketing_urls");
    }

    @Test
    void namesTheEventsThatStillNeedTickets() {
        stage.product("'name':'Livre'", "'price':500");
        stage.date(true, "10");
        long event = get(EVENTS).body().at("/events/0/id").asLong();

        var reply = patch(PROVIDER, "{'bookingUrl':null,'cancelUrl':null}");

        assertRefusedUnder(reply, 400, "ticketing_urls");
        assertThat(reply.body().at("/ticketing_urls/0").asText()).endsWith("[" + event + "]");
    }

    @Test
    void percentEncodesWhatIsNotAscii() {
        assertThat(patch(PROVIDER, "{'notificationUrl':'https://exemple.fr/été'}")
                        .body()
                        .path("notificationUrl")
                        .asText())
                .isEqualTo("https://exemple.fr/%C3%A9t%C3%A9");
    }

    @Test
    void speaksTheSecondDialect() {
        assertRefused(patch(PROVIDER, "{'cancelURL':'x'}"), 400, "{'cancelURL':['Extra inputs are not permitted']}");
    }

    @Test
    void showsTheUrlsOfAVenueAtTheVenue() {
        patch("/public/providers/v1/venues/" + stage.venue.id(), "{'notificationUrl':'https://example.org/n'}");

        assertThat(get("/public/offers/v1/venues/" + stage.venue.siret())
                        .body()
                        .path("notificationUrl")
                        .asText())
                .isEqualTo("https://example.org/n");
    }

    @Test
    void wantsASiretThatLooksLikeOne() {
        assertRefusedUnder(get("/public/offers/v1/venues/1234"), 400, "siret");
        assertRefusedUnder(get("/public/offers/v1/venues/NC1234567890XX"), 404, "global");
    }

    @Test
    void listsOnlyVenuesWithAnActiveLink() {
        assertThat(get("/public/offers/v1/offerer_venues").body().at("/0/venues"))
                .hasSize(1);

        stage.http.control(
                "PUT", "/venues/" + stage.venue.id() + "/providers/" + stage.provider.id(), "{'active':false}");

        assertThat(get("/public/offers/v1/offerer_venues").body()).isEmpty();
    }
}
