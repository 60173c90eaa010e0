package fr.passerelle.sandbox.app;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Handler;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in to the app (changes-2026 6). One session for each sign-in: its two tokens count as long as it is
 * there, by the sandbox's clock. What the control plane gives counts as long as the person. Under the world's lock.
 */
final class Sessions {

    /** What this server issues, and what the real one does. */
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f-]{24,}|[^.]+\\.[^.]+\\.[^.]+");

    private static final String BEARER = "Bearer ";
    private static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    private static final String DEVICE = "deviceInfo";
    private static final String DEVICE_ID = "deviceId";

    private static final Schema SIGN_IN_V1 = Schema.lenient(Dialect.V1)
            .required("identifier", Types.text())
            .required("password", Types.text())
            .nullable("token", Types.text())
            .nullable(
                    DEVICE,
                    Schema.lenient(Dialect.V1)
                            .required(DEVICE_ID, Types.text())
                            .nullable("os", Types.text())
                            .nullable("source", Types.text()));

    private static final Schema DEVICE_V2 = Schema.strict(Dialect.V2)
            .required(DEVICE_ID, Types.text())
            .nullable("os", Types.text())
            .nullable("source", Types.text());
    private static final Schema SIGN_IN_V2 = Schema.lenient(Dialect.V2)
            .required("identifier", Types.text())
            .required("password", Types.text())
            .nullable("token", Types.text())
            .required(DEVICE, DEVICE_V2);
    private static final Schema REFRESH_V2 = Schema.strict(Dialect.V2).required(DEVICE, DEVICE_V2);

    /**
     * A sign-in.
     *
     * @param device its id; empty if the old routes were not told
     * @param end when its refresh token ends, whatever follows that
     */
    private record Session(
            Beneficiary person, String access, Instant accessEnd, String refresh, Instant end, String device) {}

    private final List<Session> open = new ArrayList<>();
    private final World world;

    Sessions(World world) {
        this.world = world;
        world.onReset(open::clear);
    }

    List<Route> routes() {
        return List.of(
                post("signin", "/native/v1/signin", Body.JSON, call -> signIn(SIGN_IN_V1.body(call, world.now()))),
                post("signin_v2", "/native/v2/signin", Body.JSON, call -> signIn(SIGN_IN_V2.body(call, world.now()))),
                post("refresh", "/native/v1/refresh_access_token", Body.RAW, this::refreshV1),
                post("refresh_v2", "/native/v2/refresh_access_token", Body.JSON, this::refreshV2),
                post("signout", "/native/v1/signout", Body.RAW, this::signOut));
    }

    private static Route post(String operation, String template, Body body, Handler handler) {
        return new Route(operation, "POST", template, Access.OPEN, body, true, handler);
    }

    private Response signIn(Form form) {
        String email = form.text("identifier");
        Beneficiary person = world.beneficiaries.all().stream()
                .filter(known -> known.email.equalsIgnoreCase(email))
                .filter(known -> Beneficiary.PASSWORD.equals(form.text("password")))
                .findFirst()
                .orElseThrow(() -> Refusal.listed(400, "general", "Identifiant ou Mot de passe incorrect"));
        Session made = open(person, token(), world.now().plus(REFRESH_LIFE), device(form));
        return Response.ok(Json.object()
                .put("accessToken", made.access())
                .put("refreshToken", made.refresh())
                .put("accountState", "ACTIVE"));
    }

    private static String device(Form form) {
        Form device = form.form(DEVICE);
        return device == null ? "" : device.requiredText(DEVICE_ID);
    }

    private Session open(Beneficiary person, String refresh, Instant end, String device) {
        open.removeIf(session -> !world.now().isBefore(session.end()));
        Session made = new Session(person, token(), world.now().plus(ACCESS_LIFE), refresh, end, device);
        open.add(made);
        return made;
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    /** The refresh token stays, and so does the day on which it ends. */
    private Response refreshV1(Call call) {
        Session old = refreshable(call);
        open.remove(old);
        Session made = open(old.person(), old.refresh(), old.end(), "");
        return Response.ok(Json.object().put("accessToken", made.access()));
    }

    /** Both tokens of before are over at once; the day on which the session ends stays. */
    private Response refreshV2(Call call) {
        Session old = refreshable(call);
        String device = device(REFRESH_V2.body(call, world.now()));
        if (!old.device().isEmpty() && !old.device().equals(device)) {
            throw noToken();
        }
        open.remove(old);
        Session made = open(old.person(), token(), old.end(), device);
        return Response.ok(Json.object().put("accessToken", made.access()).put("refreshToken", made.refresh()));
    }

    private Session refreshable(Call call) {
        String token = bearer(call);
        return open(
                token, session -> session.refresh().equals(token) && world.now().isBefore(session.end()));
    }

    private Response signOut(Call call) {
        if (permanent(bearer(call)) == null) {
            open.remove(accessible(bearer(call)));
        }
        return Response.noContent();
    }

    /**
     * Who calls.
     *
     * @throws Refusal 401 without an access token that counts, 422 with one that never was a token
     */
    Beneficiary caller(Call call) {
        String token = bearer(call);
        Beneficiary person = permanent(token);
        return person != null ? person : accessible(token).person();
    }

    /** Whose access token of the control plane this is. */
    private @Nullable Beneficiary permanent(String token) {
        return world.beneficiaries.all().stream()
                .filter(person -> person.accessToken.equals(token))
                .findFirst()
                .orElse(null);
    }

    private Session accessible(String token) {
        return open(
                token, session -> session.access().equals(token) && world.now().isBefore(session.accessEnd()));
    }

    private Session open(String token, Predicate<Session> counts) {
        return open.stream().filter(counts).findFirst().orElseThrow(() -> {
            boolean neverWas = !token.isEmpty() && !WELL_FORMED.matcher(token).matches();
            return neverWas ? Refusal.bare(422, "msg", "Not enough segments") : noToken();
        });
    }

    private static Refusal noToken() {
        return Refusal.bare(401, "msg", "A token that counts is required");
    }

    private static String bearer(Call call) {
        String header = call.header("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }
}
