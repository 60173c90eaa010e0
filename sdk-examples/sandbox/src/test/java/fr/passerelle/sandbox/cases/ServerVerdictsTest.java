package fr.passerelle.sandbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.ServerVerdict;
import fr.passerelle.sandbox.Http.Reply;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox takes and refuses the values of the table as the real server does. */
@Execution(ExecutionMode.SAME_THREAD) // one sandbox for all rows
class ServerVerdictsTest {

    private static final String EVENTS = "/public/offers/v1/events";

    /** These are tested where they are read: they need a picture, a date that is there, or a town that is known. */
    private static final Set<String> ELSEWHERE = Set.of("image", "date.quantity", "street", "city", "postalCode");

    private static Stage stage;
    private static long school;
    private static long domain;

    @BeforeAll
    static void start() {
        stage = new Stage();
        school = stage.http
                .control(
                        "POST",
                        "/institutions",
                        "{'name':'Collège','city':'Rennes','postalCode':'35000','uai':'0350000A','type':'COLLEGE'}")
                .path("id")
                .asLong();
        domain = stage.http
                .control("POST", "/domains", "{'name':'Cirque'}")
                .path("id")
                .asLong();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void noUrls() {
        send(
                "PATCH",
                "/public/providers/v1/provider",
                json("{'notificationUrl':null,'bookingUrl':null,'cancelUrl':null}"));
    }

    static Stream<ServerVerdict> rows() throws IOException {
        return ServerVerdict.all().stream().filter(row -> !ELSEWHERE.contains(row.field()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSandboxAgreesWithTheServer(ServerVerdict row) {
        Reply reply = send(row.field(), row.value());

        int status = reply.status();
        switch (row.verdict()) {
            case YES, STRICT -> assertThat(status).as(reply.body().toString()).isBetween(200, 299);
            case NO -> assertThat(status).as(reply.body().toString()).isEqualTo(400);
            case CRASH -> assertThat(status).as(reply.body().toString()).isEqualTo(500);
        }
    }

    private static Reply send(String field, String value) {
        return switch (field) {
            case "notificationUrl" ->
                send("PATCH", "/public/providers/v1/provider", Json.object().put(field, value));
            case "bookingUrl" ->
                send(
                        "PATCH",
                        "/public/providers/v1/provider",
                        Json.object().put(field, value).put("cancelUrl", "https://desk.example.org/c"));
            case "location.url" -> {
                ObjectNode event = event("RENCONTRE_EN_LIGNE").put("enableDoubleBookings", false);
                event.putObject("location")
                        .put("type", "digital")
                        .put("venueId", stage.venue.id())
                        .put("url", value);
                yield send("POST", EVENTS, event);
            }
            case "author" -> {
                ObjectNode event = event("CONCERT").put("bookingContact", "a@exemple.fr");
                event.putObject("categoryRelatedFields")
                        .put("category", "CONCERT")
                        .put("musicType", "JAZZ-BLUES")
                        .put("author", value);
                yield send("POST", EVENTS, event);
            }
            case "eventDuration" -> send("POST", EVENTS, event("RENCONTRE").put(field, Long.parseLong(value)));
            case "contactEmail", "contactPhone" -> send("POST", "/v2/collective/offers/", school().put(field, value));
            case "bookingEmails" -> {
                ObjectNode offer = school();
                offer.putArray(field).add(value);
                yield send("POST", "/v2/collective/offers/", offer);
            }
            case "totalPrice" -> send("POST", "/v2/collective/offers/", school().put(field, new BigDecimal(value)));
            case "numberOfTickets" ->
                send("POST", "/v2/collective/offers/", school().put(field, Long.parseLong(value)));
            case "numberOfTeachers" -> {
                ObjectNode offer = school().put(field, Long.parseLong(value)).put("servicePrice", 0);
                offer.putArray("additionalFees");
                offer.remove("totalPrice");
                yield send("POST", "/v2/collective/offers/", offer);
            }
            case "stock.quantity" -> {
                ObjectNode product = event("SUPPORT_PHYSIQUE_FILM");
                product.remove("hasTicket");
                product.putObject("categoryRelatedFields")
                        .put("category", "SUPPORT_PHYSIQUE_FILM")
                        .put("ean", "3760000000017");
                product.putObject("stock").put("price", 0).put("quantity", Long.parseLong(value));
                product.putNull("publicationDatetime");
                yield send("POST", "/public/offers/v1/products", product);
            }
            case "ean" -> send("POST", "/public/offers/v1/products/ean", shelf(value, 1));
            case "ean.quantity" ->
                send("POST", "/public/offers/v1/products/ean", shelf("9782070541270", Long.parseLong(value)));
            case "filmId" -> {
                ObjectNode body = Json.object().put("venueId", stage.venue.id());
                ObjectNode film = body.putArray("offers").addObject().put("filmId", value);
                film.putArray("priceCategories")
                        .addObject()
                        .put("idAtProvider", "PC")
                        .put("label", "")
                        .put("price", 0);
                film.putArray("stocks");
                yield send("PUT", EVENTS + "/cinema_sessions", body);
            }
            default -> send("POST", EVENTS, event("RENCONTRE").put(field, value));
        };
    }

    private static Reply send(String method, String path, ObjectNode body) {
        return stage.http.call(
                method,
                path,
                stage.provider.apiKey(),
                // The helper takes apostrophes for quotes.
                new String(Json.write(body), StandardCharsets.UTF_8).replace("'", "\\u0027"));
    }

    private static ObjectNode json(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return (ObjectNode) Objects.requireNonNull(Json.read(bytes), text);
    }

    private static ObjectNode event(String category) {
        return json(("{'name':'Veillée','location':{'type':'physical','venueId':%d},'hasTicket':false,"
                        + "'accessibility':{'audioDisabilityCompliant':true,'mentalDisabilityCompliant':false,"
                        + "'motorDisabilityCompliant':true,'visualDisabilityCompliant':false},"
                        + "'categoryRelatedFields':{'category':'%s'}}")
                .formatted(stage.venue.id(), category));
    }

    private static ObjectNode school() {
        return json(("{'venueId':%d,'name':'Jongler en classe','description':'Initiation',"
                        + "'formats':['Atelier de pratique'],'bookingEmails':['resa@exemple.fr'],"
                        + "'contactEmail':'contact@exemple.fr','contactPhone':'+33199001234','domains':[%d],"
                        + "'students':['COLLEGE4'],'location':{'type':'SCHOOL'},"
                        + "'startDatetime':'2026-04-01T10:00:00Z','bookingLimitDatetime':'2026-03-22T10:00:00Z',"
                        + "'totalPrice':240,'numberOfTickets':28,'educationalInstitutionId':%d}")
                .formatted(stage.venue.id(), domain, school));
    }

    private static ObjectNode shelf(String ean, long quantity) {
        return json(("{'location':{'type':'physical','venueId':%d},"
                        + "'products':[{'ean':'%s','stock':{'price':0,'quantity':%d}}]}")
                .formatted(stage.venue.id(), ean, quantity));
    }
}
