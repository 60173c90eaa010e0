package fr.passerelle.season;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.error.RefusedException;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.invitations.InvitationsWebhooks;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.feed.ChangeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Plays the programme of donated places, as a program of a user's would, with the libraries that are on the class path:
 * a write, a refusal, a list of two pages and a webhook, each with the values that a server of this process sends.
 */
final class InvitationsProbe {

    private static final UUID ID = new UUID(0x4000, 0x8000_0000_0000_0001L);
    private static final UUID ALLOTMENT = new UUID(0x4000, 0x8000_0000_0000_0002L);
    private static final String EXPIRES = "2026-11-20T19:00:00Z";

    private static final String HOLD = """
            {"id":"%s","allotmentId":"%s","structureId":"%s","places":3,"status":"ACTIVE","expiresAt":"%s"}""".formatted(ID, ALLOTMENT, ID, EXPIRES);
    private static final String REFUSAL = """
            {"type":"tag:passerelle.fr,2026:capacity-held","title":"capacity-held","status":409,"code":"capacity-held",
            "sentence":{"fr":"Places tenues.","en":"Places are held."},"minutes":7}""";
    private static final String ALLOCATION = """
            {"id":"%s","allotmentId":"%s","structureId":"%s","places":%d,"status":"OFFERED","confirmBefore":"%s"}""";
    private static final String CHANGES = """
            {"id":"%s","changes":[{"sequence":7,"kind":"booking","id":"%s","change":"CONFIRMED","at":"%s"}]}""".formatted(ID, ID, EXPIRES);

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private InvitationsProbe() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/holds/" + ID, exchange -> respond(exchange, OK, HOLD));
        server.createContext("/v1/holds/" + ALLOTMENT, exchange -> respond(exchange, CONFLICT, REFUSAL));
        server.createContext("/v1/allocations", InvitationsProbe::page);
        server.start();
        try (InvitationsClient programme = InvitationsClient.builder()
                .apiKey("probe")
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .build()) {
            play(programme);
        } finally {
            server.stop(0);
        }
    }

    private static void play(InvitationsClient programme) {
        System.out.println("put: "
                + programme.holds().put(hold(ID)).places() + " places until "
                + programme.holds().get(ID).expiresAt());
        try {
            programme.holds().put(hold(ALLOTMENT));
        } catch (RefusedException refused) {
            System.out.println("refused: " + refused.refusal() + " for "
                    + refused.minutes().orElse(0) + " minutes");
        }
        System.out.println("pages: "
                + programme.allocations().list().stream()
                        .map(allocation -> String.valueOf(allocation.places()))
                        .toList());
        Secret secret = Secret.of("pinv_" + "a".repeat(43));
        byte[] body = CHANGES.getBytes(StandardCharsets.UTF_8);
        String signature = InvitationsWebhooks.sign(secret, Instant.now(), body);
        ChangeMessage message =
                InvitationsWebhooks.builder().secret(secret).build().verify(signature, body);
        System.out.println("webhook: " + message.changes().get(0).change());
    }

    private static HoldDraft hold(UUID id) {
        return HoldDraft.builder().id(id).allotmentId(ALLOTMENT).places(3).build();
    }

    /** The second one where the first says that it begins. */
    private static void page(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        boolean second = query.contains("cursor=more");
        String item = ALLOCATION.formatted(ID, ALLOTMENT, ID, second ? 2 : 1, EXPIRES);
        respond(exchange, OK, "{\"items\":[" + item + "]" + (second ? "}" : ",\"next\":\"more\"}"));
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", status == OK ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
