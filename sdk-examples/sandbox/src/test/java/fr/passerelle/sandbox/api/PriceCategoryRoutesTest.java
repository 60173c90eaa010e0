package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceCategoryRoutesTest extends ApiTest {

    private final JsonNode event = event("'priceCategories':[{'label':'Unique','price':900,'idAtProvider':'T1'}]");
    private final String list = EVENTS + "/" + event.path("id").asLong() + "/price_categories";
    private final String first = list + "/" + event.at("/priceCategories/0/id").asLong();

    private static String categories(String items) {
        return "{'priceCategories':[" + items + "]}";
    }

    @Test
    void addsAndListsEverything() {
        post(list, categories("{'label':'Loge','price':4000},{'label':'Balcon','price':2500}"));

        assertThat(get(list + "?limit=1&firstIndex=99").body().path("priceCategories"))
                .hasSize(3);
    }

    @Test
    void refusesTheSameLabelAtTheSamePrice() {
        assertRefusedUnder(post(list, categories("{'label':'Unique','price':900}")), 400, "priceCategories");
        assertThat(post(list, categories("{'label':'Unique','price':901}")).status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnIdTwice() {
        assertRefusedUnder(post(list, categories("{'label':'A','price':1,'idAtProvider':'T1'}")), 400, "idAtProvider");
    }

    @Test
    void holdsFiftyAtMost() {
        String items = IntStream.range(0, 50)
                .mapToObj(index -> "{'label':'R" + index + "','price':5}")
                .collect(Collectors.joining(","));

        assertRefusedUnder(post(list, categories(items)), 400, "priceCategories");
        assertRefused(
                post(list, categories(items + ",{'label':'Z','price':5}")),
                400,
                "{'priceCategories':['ensure this value has at most 50 items']}");
    }

    @Test
    void crashesOnANullPrice() {
        assertRefusedUnder(patch(first, "{'price':null}"), 500, "global");
    }

    @Test
    void clearsTheIdWithANull() {
        assertThat(patch(first, "{'idAtProvider':null}")
                        .body()
                        .path("idAtProvider")
                        .isNull())
                .isTrue();
    }

    @Test
    void protectsTheOffersOfOtherProviders() {
        var other = stage.sandbox.provider();
        stage.sandbox.link(stage.venue, other);

        assertRefusedUnder(stage.http.call("PATCH", first, other.apiKey(), "{'price':1}"), 400, "global");
    }

    @Test
    void keepsTheCeilingOfNewCaledonia() {
        long venue = stage.http
                .control(
                        "POST",
                        "/venues",
                        "{'address':{'street':'1 rue','city':'Nouméa','postalCode':'98800','latitude':-22.2,'longitude':166.4}}")
                .path("id")
                .asLong();
        stage.http.control("PUT", "/venues/" + venue + "/providers/" + stage.provider.id(), "{}");
        String there =
                "'location':{'type':'physical','venueId':" + venue + "},'priceCategories':[{'label':'A','price':";

        assertThat(event(there + "19999}]").path("id").asLong()).isPositive();
        assertRefusedUnder(post(EVENTS, body(there + "20000}]")), 400, "price23865");
    }
}
