package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRoutesTest extends ApiTest {

    private static final String ADDRESSES = "/public/offers/v1/addresses";
    private static final String SEARCH = ADDRESSES + "/search?street=3%20quai%20du%20Port&city=Lyon&postalCode=69003";
    private static final String QUAY = "'street':'3 quai du Port','city':'Lyon','postalCode':'69003'";

    private void baseKnowsLyon() {
        stage.http.control("POST", "/municipalities", "{'city':'Lyon','postalCode':'69003','aliases':['Lugdunum']}");
    }

    private JsonNode created(String fields) {
        var reply = post(ADDRESSES, "{" + fields + "}");
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void storesWhatTheBaseKnowsInItsSpelling() {
        stage.http.control(
                "POST",
                "/addresses",
                "{'street':'3 Quai du Port','city':'Lyon','postalCode':'69003','latitude':45.1,'longitude':4.2,"
                        + "'banId':'ban','stored':false}");

        JsonNode made = created("'street':' 3  QUAI du-Port ','city':'lyon','postalCode':'69003'");

        assertThat(made.path("street").asText()).isEqualTo("3 Quai du Port");
        assertThat(made.path("banId").asText()).isEqualTo("ban");
        assertThat(created(QUAY).path("id")).isEqualTo(made.path("id"));
    }

    @Test
    void roundsCoordinatesHalfUpToFiveDecimals() {
        baseKnowsLyon();

        JsonNode made = created(QUAY + ",'latitude':45.123455,'longitude':'4.123454'");

        assertThat(made.path("latitude").asDouble()).isEqualTo(45.12346);
        assertThat(made.path("longitude").asDouble()).isEqualTo(4.12345);
    }

    @Test
    void spellsTheTownOfAnUnknownAddressAsTheBaseDoes() {
        baseKnowsLyon();

        JsonNode made =
                created("'street':'Sous le pont','city':'LUGDUNUM','postalCode':'69003','latitude':45,'longitude':4");

        assertThat(made.path("city").asText()).isEqualTo("Lyon");
        assertThat(get(ADDRESSES + "/" + made.path("id").asLong()).body()).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'postal_code':'69003'              | postal_code",
                "'street':'   '                     | street",
                "'street':12                        | street",
                "'city':null                        | city",
                "'postalCode':'97A10'               | postalCode",
                "'latitude':-90.1,'longitude':4     | latitude",
                "'latitude':true,'longitude':4      | latitude",
                "'latitude':null,'longitude':4      | latitude",
                "'latitude':45                      | longitude",
                "'street':'Nulle part'              | __root__",
                "'city':'Ys','latitude':1,'longitude':1 | __root__",
            })
    void refusesUnderItsOwnKey(String fields, String key) {
        baseKnowsLyon();

        assertRefusedUnder(post(ADDRESSES, "{" + QUAY + "," + fields + "}"), 400, key);
    }

    @Test
    void searchesStoredRowsOnly() {
        baseKnowsLyon();
        assertThat(get(SEARCH).body().path("addresses")).isEmpty();
        JsonNode made = created(QUAY + ",'latitude':45.1,'longitude':4.2");

        assertThat(get(SEARCH).body().path("addresses")).containsExactly(made);
        assertThat(get(SEARCH + "&latitude=45.100001&longitude=4.2").body().path("addresses"))
                .containsExactly(made);
        assertThat(get(SEARCH + "&latitude=45.2&longitude=4.2").body().path("addresses"))
                .isEmpty();
    }

    @Test
    void failsWhileTheBaseIsDown() {
        baseKnowsLyon();
        stage.http.control("PUT", "/address-base", "{'available':false}");

        assertRefusedUnder(post(ADDRESSES, "{" + QUAY + "}"), 500, "global");
        assertRefusedUnder(get(SEARCH), 500, "global");
        assertRefusedUnder(post(ADDRESSES, "{}"), 400, "city", "postalCode", "street");
        assertThat(get(ADDRESSES + "/" + stage.venue.addressId()).status()).isEqualTo(200);
    }

    @Test
    void responsesABareTextForAnUnknownId() {
        var reply = get(ADDRESSES + "/987654");

        assertRefusedUnder(reply, 404, "address");
        assertThat(reply.body().path("address").isTextual()).isTrue();
    }
}
