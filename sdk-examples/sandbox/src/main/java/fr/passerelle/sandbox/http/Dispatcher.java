package fr.passerelle.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.World;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers an exchange in the server's order of checks (reference, section 1.1): route, body, key, and then the handler
 * with its own.
 */
public final class Dispatcher {

    private static final String CONTROL_PREFIX = "/sandbox/";

    /** A page of the machine in front of the server, which knows nothing of JSON. */
    private static final byte[] TOO_LARGE =
            "<html><head><title>413 Request Entity Too Large</title></head></html>".getBytes(StandardCharsets.UTF_8);

    private static final Logger LOGGER = System.getLogger(Dispatcher.class.getName());

    private final World world;
    private final Routes routes;
    private final Interceptor interceptor;

    public Dispatcher(World world, Routes routes, Interceptor interceptor) {
        this.world = world;
        this.routes = routes;
        this.interceptor = interceptor;
    }

    /** The operation a call goes to, or null. */
    public @Nullable String operation(String method, String path) {
        Route route = routes.find(method, path).route();
        return route == null ? null : route.operation();
    }

    public void dispatch(Exchange exchange) throws IOException {
        try {
            if (exchange.path().startsWith(CONTROL_PREFIX)) {
                exchange.send(response(exchange));
            } else {
                interceptor.intercept(exchange, () -> response(exchange));
            }
        } catch (BodyTooLargeException tooLarge) {
            exchange.begin(413, Map.of("Content-Type", "text/html"), TOO_LARGE.length);
            exchange.write(TOO_LARGE);
            exchange.end();
        }
    }

    private Response response(Exchange exchange) throws IOException {
        byte[] bytes = exchange.body();
        try {
            return handle(exchange, bytes);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException unexpected) {
            LOGGER.log(
                    Level.ERROR, "A call to " + operation(exchange.method(), exchange.path()) + " failed", unexpected);
            return Refusal.crash().response();
        }
    }

    private Response handle(Exchange exchange, byte[] bytes) {
        Routes.Match match = routes.find(exchange.method(), exchange.path());
        Route route = match.route();
        if (route == null) {
            if (exchange.method().equals("OPTIONS") && match.pathKnown()) {
                return preflight(routes.methods(exchange.path()));
            }
            throw unserved(exchange, match.pathKnown());
        }
        JsonNode json = route.body() == Route.Body.JSON ? json(exchange, bytes) : null;
        if (!route.locking()) {
            return route.handler().handle(new Call(exchange, match.variables(), bytes, json, caller(exchange, route)));
        }
        return world.locked(() ->
                route.handler().handle(new Call(exchange, match.variables(), bytes, json, caller(exchange, route))));
    }

    /** What a browser asks before it calls from a page of another origin: anything goes, a key included. */
    private static Response preflight(Set<String> methods) {
        return new Response(
                200,
                null,
                Map.of(
                        "Allow", String.join(", ", methods),
                        "Access-Control-Allow-Methods", String.join(", ", methods),
                        "Access-Control-Allow-Headers", "Authorization, Content-Type"));
    }

    private static Refusal unserved(Exchange exchange, boolean pathKnown) {
        if (exchange.path().startsWith(CONTROL_PREFIX)) {
            return Refusal.bare(pathKnown ? 405 : 404, "error", "The control plane has no such call");
        }
        return pathKnown
                ? Refusal.listed(405, "global", "The method is not allowed for the requested URL")
                : Refusal.empty(404);
    }

    private static JsonNode json(Exchange exchange, byte[] bytes) {
        String type = exchange.header("Content-Type");
        JsonNode json =
                type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json") ? Json.read(bytes) : null;
        if (json == null) {
            throw Refusal.listed(400, "global", "The request body is not a JSON document");
        }
        return json;
    }

    private @Nullable Provider caller(Exchange exchange, Route route) {
        if (route.access() == Route.Access.OPEN) {
            return null;
        }
        String header = exchange.header("Authorization");
        String key = header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
        Provider provider = world.locked(() -> world.providerByKey(key));
        if (provider == null) {
            throw Refusal.bare(401, "auth", "API key required");
        }
        if (!provider.active) {
            throw Refusal.listed(403, "auth", "Inactive provider");
        }
        return provider;
    }
}
