package fr.passerelle.invitationsserver.web;

import fr.passerelle.invitationsserver.store.DatabaseException;
import fr.passerelle.model.rule.RuleViolationException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to a reply: route, key, rate, role, handler. Whatever goes wrong is a problem. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String BEARER = "Bearer ";

    /**
     * A request.
     *
     * @param method of HTTP
     * @param path as it came, without the query
     * @param query parameters
     * @param authorization header; null if there is none
     * @param ifMatch header; null if there is none
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String authorization,
            @Nullable String ifMatch) {

        /** Without what may hold a key or a code. */
        @Override
        public String toString() {
            return "Request[" + method + "]";
        }
    }

    /** Who has a key. */
    @FunctionalInterface
    public interface Keys {
        /** The caller whose secret has this digest; null if there is none. */
        @Nullable
        Caller find(String secretHash);
    }

    /** Writes down what callers did. */
    @FunctionalInterface
    public interface Audit {
        /** A call ended with this outcome. */
        void note(ApiCall call, String outcome);
    }

    /** Reads the body, up to its limit. */
    @FunctionalInterface
    public interface Body {
        /** Reads it. */
        byte[] read();
    }

    private final List<Route> routes;
    private final Keys keys;
    private final Audit audit;
    private final RateLimits limits;

    /** Dispatches to these routes. */
    public Dispatcher(List<Route> routes, Keys keys, Audit audit, RateLimits limits) {
        this.routes = List.copyOf(routes);
        this.keys = keys;
        this.audit = audit;
        this.limits = limits;
    }

    /** What is sent back. */
    public Reply dispatch(Request request, Body body) {
        try {
            return answered(request, body);
        } catch (ProblemException problem) {
            return Reply.problem(problem);
        } catch (RuleViolationException rules) {
            return Reply.problem(ProblemException.invalid(rules.violations()));
        } catch (DatabaseException failed) {
            LOG.warn("{} {}", request.method(), failed.getMessage());
            return Reply.problem(ProblemException.unavailable());
        } catch (RuntimeException | SQLException unexpected) {
            // Its message may hold what was sent: only where it came from is told.
            LOG.error(
                    "{} failed: {} at {}",
                    request.method(),
                    unexpected.getClass().getName(),
                    origin(unexpected));
            return Reply.problem(ProblemException.unavailable());
        }
    }

    private static Object origin(Exception unexpected) {
        StackTraceElement[] trace = unexpected.getStackTrace();
        return trace.length == 0 ? "?" : trace[0];
    }

    private Reply answered(Request request, Body body) throws SQLException {
        Caller caller = caller(request.authorization());
        limits.take(caller.keyId());
        List<String> segments = List.of(request.path().split("/", -1));
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> variables = route.match(segments);
            if (variables != null) {
                known = true;
                if (route.method().equals(request.method())) {
                    return handled(route, request, caller, variables, body);
                }
            }
        }
        throw known ? ProblemException.methodNotAllowed() : ProblemException.notFound();
    }

    private Reply handled(Route route, Request request, Caller caller, Map<String, String> variables, Body body)
            throws SQLException {
        byte[] read = route.writes() ? body.read() : new byte[0];
        ApiCall call = new ApiCall(route, caller, variables, request.query(), request.ifMatch(), read);
        try {
            if (!route.roles().contains(caller.role())) {
                throw ProblemException.forbidden();
            }
            Reply reply = route.handler().handle(call);

            return reply;
        } catch (ProblemException problem) {
            note(call, problem.problem().code());
            throw problem;
        } catch (RuleViolationException rules) {
            note(call, "invalid");
            throw rules;
        }
    }

    private void note(ApiCall call, String outcome) {
        if (call.route().writes()) {
            audit.note(call, outcome);
        }
    }

    private Caller caller(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ProblemException.unauthorized();
        }
        String secret = authorization.substring(BEARER.length()).strip();
        Caller caller = keys.find(Wire.sha256(secret.getBytes(StandardCharsets.UTF_8)));
        if (caller == null) {
            throw ProblemException.unauthorized();
        }
        return caller;
    }
}
