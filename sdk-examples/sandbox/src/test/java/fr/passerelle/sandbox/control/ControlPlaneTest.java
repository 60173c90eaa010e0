package fr.passerelle.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.Http.Reply;
import fr.passerelle.sandbox.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPlaneTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stopTheSandbox() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PT48H, 2026-03-04T10:00:00Z",
        "P6D, 2026-03-08T10:00:00Z",
        "P1M, 2026-04-02T10:00:00Z",
        "P1Y2M3DT4H5M6S, 2027-05-05T14:05:06Z",
        "PT0.5S, 2026-03-02T10:00:00.500000Z",
    })
    void movesTheClock(String by, String now) {
        var clock = stage.http.control("POST", "/clock/advance", "{'by':'" + by + "'}");

        assertThat(clock.path("now").asText()).isEqualTo(now);
        assertThat(clock.path("frozen").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST  | /providers      | {'colour':1}                         | 400",
                "POST  | /providers      | [                                    | 400",
                "POST  | /clock/advance  | {'by':'two days'}                    | 400",
                "PUT   | /clock          | {'now':'soon'}                       | 400",
                "POST  | /offers         | {'venueId':1,'kind':'event','createdBy':'me'} | 400",
                "POST  | /offers         | {'venueId':9,'kind':'event','createdBy':'portal'} | 404",
                "PATCH | /offerers/99    | {'closed':true}                      | 404",
                "GET   | /nothing        | ``                                   | 404",
                "POST  | /bookings       | {'beneficiaryId':1,'stockId':1}      | 404",
            })
    void saysWhatIsWrong(String method, String path, String body, int status) {
        Reply reply = stage.http.call(method, "/sandbox" + path, "", body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isNotEmpty();
    }

    @Test
    void refusesDuplicates() {
        String siret = "{'siret':'" + stage.venue.siret() + "'}";
        String product = "{'ean':'3760000000017','name':'Film','category':'SUPPORT_PHYSIQUE_FILM'}";
        String person = "{'email':'lou@example.org'}";
        stage.http.control("POST", "/catalogue/products", product);
        stage.http.control("POST", "/beneficiaries", person);

        assertThat(stage.http.call("POST", "/sandbox/venues", "", siret).status())
                .isEqualTo(409);
        assertThat(stage.http
                        .call("POST", "/sandbox/catalogue/products", "", product)
                        .status())
                .isEqualTo(409);
        assertThat(stage.http.call("POST", "/sandbox/beneficiaries", "", person).status())
                .isEqualTo(409);
    }

    @Test
    void attachesVenuesOfOneSirenToOneStructure() {
        var first = stage.http.control("POST", "/venues", "{'siren':'700000001'}");
        var second = stage.http.control("POST", "/venues", "{'siren':'700000001'}");

        assertThat(second.path("offererId")).isEqualTo(first.path("offererId"));
        assertThat(second.path("addressId")).isEqualTo(first.path("addressId"));
        assertThat(second.path("siret")).isNotEqualTo(first.path("siret"));
    }

    @Test
    void changesBookingsOnlyAlongTheStateMachine() {
        long stock = stage.product("'name':'Livre'", "'price':500");
        long person = stage.sandbox.beneficiary(30_000).id();
        long booking = stage.http
                .control("POST", "/bookings", "{'beneficiaryId':%d,'stockId':%d}".formatted(person, stock))
                .path("id")
                .asLong();
        String path = "/sandbox/bookings/" + booking;

        assertThat(stage.http.call("POST", path + "/reimburse", "", "{}").status())
                .isEqualTo(409);
        assertThat(stage.http
                        .call("POST", path + "/use", "", "{}")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("USED");
        assertThat(stage.http
                        .call("POST", path + "/reimburse", "", "{}")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("REIMBURSED");
        assertThat(stage.http.call("POST", path + "/cancel", "", "{}").status()).isEqualTo(409);
    }

    @Test
    void usesBookingsWithAnActivationCodeAtOnce() {
        long stock = stage.product(
                "'category':'LIVRE_NUMERIQUE','url':'https://example.org'", "'price':500,'activationCodes':['A','B']");
        long person = stage.sandbox.beneficiary(30_000).id();

        var booking =
                stage.http.control("POST", "/bookings", "{'beneficiaryId':%d,'stockId':%d}".formatted(person, stock));

        assertThat(booking.path("status").asText()).isEqualTo("USED");
        assertThat(booking.path("token").asText()).matches("[A-HJ-NP-Z2-7]{6}");
    }

    @Test
    void dropsEverythingAtReset() {
        stage.http.control("POST", "/reset", "{}");

        assertThat(stage.http
                        .call("GET", "/public/providers/v1/provider", stage.provider.apiKey(), "")
                        .status())
                .isEqualTo(401);
        assertThat(stage.http.control("GET", "/clock", "").path("frozen").asBoolean())
                .isFalse();
        assertThat(stage.http.control("POST", "/venues", "{}").path("id").asLong())
                .isEqualTo(1);
    }
}
