package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.Http.Reply;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** What tests of the collective API share: a provider with a venue, a school, a domain, and calls with the key. */
abstract class CollectiveTest {

    static final String API = "/v2/collective";
    static final String OFFERS = API + "/offers/";

    final Stage stage = new Stage();
    final long school = institution("0350000A", "");
    final long domain = created("/domains", "{'name':'Arts du cirque'}");

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

    Reply call(String method, String path, String json) {
        return stage.http.call(method, path, stage.provider.apiKey(), json);
    }

    /** A school with this UAI; {@code more} adds fields. */
    final long institution(String uai, String more) {
        return created(
                "/institutions",
                "{'name':'Collège des Tilleuls','city':'Rennes','postalCode':'35000','type':'COLLEGE','uai':'" + uai
                        + "'" + (more.isEmpty() ? "" : "," + more) + "}");
    }

    final long created(String controlPath, String json) {
        return stage.http.control("POST", controlPath, json).path("id").asLong();
    }

    /** An address that the platform holds a row for. */
    long address() {
        return created(
                "/addresses",
                "{'street':'2 place du Théâtre','city':'Lille','postalCode':'59000','latitude':50.6,'longitude':3.1}");
    }

    /** The body of an offer thirty days ahead; {@code changes} adds, replaces or (empty array) removes fields. */
    String body(String changes) {
        ObjectNode body = json(("{'venueId':%d,'name':'Jongler en classe','description':'Initiation',"
                        + "'formats':['Atelier de pratique'],'bookingEmails':['resa@exemple.fr'],"
                        + "'contactEmail':'contact@exemple.fr','contactPhone':'+33199001234','domains':[%d],"
                        + "'students':['COLLEGE4'],'location':{'type':'SCHOOL'},"
                        + "'startDatetime':'2026-04-01T10:00:00Z','bookingLimitDatetime':'2026-03-22T10:00:00Z',"
                        + "'totalPrice':240,'numberOfTickets':28,'educationalInstitutionId':%d}")
                .formatted(stage.venue.id(), domain, school));
        body.setAll(json("{" + changes + "}"));
        return body.toString();
    }

    private static ObjectNode json(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return (ObjectNode) Objects.requireNonNull(Json.read(bytes), text);
    }

    /** An offer made through the API, as it was answered. */
    JsonNode offer(String changes) {
        Reply reply = post(OFFERS, body(changes));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    /** The path of an offer made through the API. */
    String offerPath(String changes) {
        return OFFERS + offer(changes).path("id").asLong();
    }

    /** An offer of this provider to the school, made by the control plane. */
    JsonNode arranged(String fields) {
        return arranged(String.valueOf(stage.provider.id()), fields);
    }

    /** An offer of anybody to the school, made by the control plane. */
    JsonNode arranged(String createdBy, String fields) {
        return stage.http.control(
                "POST",
                "/collective/offers",
                "{'venueId':%d,'createdBy':'%s','institutionId':%d%s}"
                        .formatted(stage.venue.id(), createdBy, school, fields.isEmpty() ? "" : "," + fields));
    }

    /** The path of an offer of this provider that shows a status. */
    String inStatus(String status) {
        return OFFERS + arranged("'status':'" + status + "'").path("id").asLong();
    }

    /** The id of the only booking of an arranged offer. */
    static long booking(JsonNode arranged) {
        return arranged.at("/bookings/0/id").asLong();
    }

    SandboxProvider anotherProvider() {
        SandboxProvider other = stage.sandbox.provider();
        stage.sandbox.link(stage.venue, other);
        return other;
    }

    void switchTheLinkOff() {
        stage.http.control(
                "PUT", "/venues/" + stage.venue.id() + "/providers/" + stage.provider.id(), "{'active':false}");
    }

    static void assertAccepted(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 299);
    }

    /** A refusal under one key, whose value is a list. */
    static void assertRefused(Reply reply, int status, String key) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.body().fieldNames()).toIterable().containsExactly(key);
        assertThat(reply.body().path(key).isArray()).isTrue();
    }

    /** A refusal under one key, whose value is a bare text. */
    static void assertRefusedBarely(Reply reply, int status, String key, String part) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.body().fieldNames()).toIterable().containsExactly(key);
        assertThat(reply.body().path(key).isTextual()).isTrue();
        assertThat(reply.body().path(key).asText()).contains(part);
    }
}
