package fr.passerelle.season.readme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.model.invitation.VoucherCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * As much of a programme of donated places as the snippets need: one session, one allotment, and bookings that are
 * confirmed at once while there are places.
 */
final class DonatedPlaces implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "00000000-0000-4000-8000-000000000001";

    private final HttpServer server;
    private ObjectNode session = JSON.createObjectNode();
    private ObjectNode allotment = JSON.createObjectNode();
    private final ObjectNode bookings = JSON.createObjectNode();
    private final ArrayNode changes = JSON.createArrayNode();
    private int free;

    DonatedPlaces() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/sessions/by-ref/", this::session);
        server.createContext("/v1/allotments/", this::allotment);
        server.createContext("/v1/availabilities", this::availabilities);
        server.createContext("/v1/bookings/", this::booking);
        server.createContext("/v1/changes", this::changes);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void session(HttpExchange exchange) throws IOException {
        session = read(exchange).put("id", ID).put("donorId", ID);
        respond(exchange, 201, session);
    }

    private void allotment(HttpExchange exchange) throws IOException {
        ObjectNode draft = read(exchange);
        draft.remove("sessionRef");
        free = draft.path("quantity").asInt();
        if (!draft.has("releaseAt")) {
            draft.set("releaseAt", session.path("startsAt"));
        }
        allotment = draft.put("donorId", ID)
                .put("sessionId", ID)
                .put("status", "OPEN")
                .put("held", 0)
                .put("booked", 0)
                .put("allocated", 0)
                .put("withdrawn", 0)
                .put("free", free);
        respond(exchange, 201, allotment);
    }

    private void availabilities(HttpExchange exchange) throws IOException {
        ObjectNode page = JSON.createObjectNode();
        ObjectNode found = page.putArray("items").addObject();
        found.set("session", session);
        found.set("allotment", allotment);
        found.put("metres", 1_200);
        respond(exchange, 200, page);
    }

    private void booking(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (exchange.getRequestMethod().equals("PUT") && !bookings.has(id)) {
            ObjectNode draft = read(exchange);
            int people = draft.path("party").path("workers").asInt();
            for (JsonNode count : draft.path("party").path("beneficiaries")) {
                people += count.asInt();
            }
            if (people > free) {
                respond(exchange, 409, held());
                return;
            }
            free -= people;
            draft.put("structureId", ID).put("status", "CONFIRMED");
            ArrayNode vouchers = draft.putArray("vouchers");
            for (int number = 1; number <= people; number++) {
                vouchers.addObject()
                        .put("number", number)
                        .put("code", VoucherCode.ofRandom(number).value())
                        .put("signedCode", "PV1:.")
                        .put("status", "ISSUED");
            }
            bookings.set(id, draft);
            changes.addObject()
                    .put("sequence", changes.size())
                    .put("kind", "booking")
                    .put("id", id)
                    .put("change", "CONFIRMED")
                    .put("at", "2026-11-02T09:00:00Z");
        }
        respond(exchange, 200, bookings.get(id));
    }

    private static ObjectNode held() {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "tag:passerelle.fr,2026:capacity-held")
                .put("title", "Held")
                .put("status", 409)
                .put("code", "capacity-held")
                .put("minutes", 12);
        problem.putObject("sentence").put("fr", "En option.").put("en", "On hold.");
        return problem;
    }

    private void changes(HttpExchange exchange) throws IOException {
        String after = exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1");
        ObjectNode page = JSON.createObjectNode();
        ArrayNode later = page.putArray("changes");
        changes.forEach(change -> {
            if (change.path("sequence").asLong() > Long.parseLong(after)) {
                later.add(change);
            }
        });
        respond(exchange, 200, page.put("next", Math.max(Long.parseLong(after), changes.size())));
    }

    private static ObjectNode read(HttpExchange exchange) throws IOException {
        return (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    private static void respond(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
