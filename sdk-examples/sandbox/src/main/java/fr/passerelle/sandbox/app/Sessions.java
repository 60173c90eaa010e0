package fr.passerelle.sandbox.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.http.Route.Access;
import fr.passerelle.sandbox.http.Route.Body;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who is signed in to the app. Tokens end by the sandbox's clock, but for those that the control plane gives: these
 * last as long as the person. Under the world's lock.
 */
final class Sessions {

    /** What this server issues, and what the real one does. */
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f-]{24,}|[^.]+\\.[^.]+\\.[^.]+");

    private static final String BEARER = "Bearer ";
    private static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    private static final Schema SIGN_IN =
            Schema.lenient(Dialect.V1).required("identifier", Types.text()).required("password", Types.text());

    private record Ticket(Beneficiary person, Instant end) {}

    private final Map<String, Ticket> access = new HashMap<>();
    private final Map<String, Ticket> refresh = new HashMap<>();
    private final World world;

    Sessions(World world) {
        this.world = world;
        world.onReset(() -> {
            access.clear();
            refresh.clear();
        });
    }

    List<Route> routes() {
        return List.of(
                new Route("signin", "POST", "/native/v1/signin", Access.OPEN, Body.JSON, true, this::signIn),
                new Route(
                        "refresh",
                        "POST",
                        "/native/v1/refresh_access_token",
                        Access.OPEN,
                        Body.RAW,
                        true,
                        this::refresh));
    }

    private Response signIn(Call call) {
        Form form = SIGN_IN.body(call, world.now());
        String email = form.text("identifier");
        Beneficiary person = world.beneficiaries.all().stream()
                .filter(known -> known.email.equalsIgnoreCase(email))
                .filter(known -> Beneficiary.PASSWORD.equals(form.text("password")))
                .findFirst()
                .orElseThrow(() -> Refusal.listed(400, "general", "Identifiant ou Mot de passe incorrect"));
        return Response.ok(Json.object()
                .put("accessToken", issue(access, person, ACCESS_LIFE))
                .put("refreshToken", issue(refresh, person, REFRESH_LIFE))
                .put("accountState", "ACTIVE"));
    }

    private Response refresh(Call call) {
        ObjectNode json = Json.object();
        return Response.ok(json.put("accessToken", issue(access, holder(refresh, bearer(call)), ACCESS_LIFE)));
    }

    private String issue(Map<String, Ticket> kind, Beneficiary person, Duration life) {
        String token = UUID.randomUUID().toString();
        kind.put(token, new Ticket(person, world.now().plus(life)));
        return token;
    }

    /**
     * Who calls.
     *
     * @throws Refusal 401 without an access token that counts, 422 with one that never was a token
     */
    Beneficiary caller(Call call) {
        String token = bearer(call);
        return world.beneficiaries.all().stream()
                .filter(person -> person.accessToken.equals(token))
                .findFirst()
                .orElseGet(() -> holder(access, token));
    }

    private Beneficiary holder(Map<String, Ticket> kind, String token) {
        Ticket ticket = kind.get(token);
        if (ticket == null && !token.isEmpty() && !WELL_FORMED.matcher(token).matches()) {
            throw Refusal.bare(422, "msg", "Not enough segments");
        }
        if (ticket == null || !world.now().isBefore(ticket.end)) {
            throw Refusal.bare(401, "msg", "A token that counts is required");
        }
        return ticket.person;
    }

    private static String bearer(Call call) {
        String header = call.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }
}
