package fr.passerelle.invitationsserver.web;

import fr.passerelle.invitationsserver.store.DatabaseException;
import fr.passerelle.model.rule.RuleViolationException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to a reply: route, key, rate, role, handler. Whatever goes wrong is a problem. */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String BEARER = "Bearer ";
    private static final Pattern JSON =
            Pattern.compile("\\s*application/([!-.0-~]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=(?!\\s*\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

    /**
     * A request.
     *
     * @param method of HTTP
     * @param path as it came, without the query
     * @param query parameters; null if nobody can read them
     * @param authorization header; null if there is none
     * @param ifMatch header; null if there is none
     * @param contentType header; null if there is none
     * @param address from where it came
     */
    public record Request(
            String method,
            String path,
            @Nullable Map<String, String> query,
            @Nullable String authorization,
            @Nullable String ifMatch,
            @Nullable String contentType,
            String address) {

        /** Whether a body may be JSON (RFC 8259, RFC 6839 3.1), which is in UTF-8: one that says nothing may. */
        boolean mayBeJson() {
            return contentType == null
                    || (JSON.matcher(contentType).matches()
                            && !OTHER_CHARSET.matcher(contentType).find());
        }

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
    private final RateLimits strangers;
    private final KnownKeys opened = new KnownKeys();

    /**
     * Dispatches to these routes.
     *
     * @param limits of calls, by key
     * @param strangers limits of calls with a wrong key, by address
     */
    public Dispatcher(List<Route> routes, Keys keys, Audit audit, RateLimits limits, RateLimits strangers) {
        this.routes = List.copyOf(routes);
        this.keys = keys;
        this.audit = audit;
        this.limits = limits;
        this.strangers = strangers;
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
        Caller caller = caller(request);
        limits.take(caller.keyId());
        Map<String, String> query = request.query();
        if (query == null) {
            throw ProblemException.malformed("the query cannot be read");
        }
        List<String> segments = List.of(request.path().split("/", -1));
        List<String> methods = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> variables = route.match(segments);
            if (variables != null) {
                methods.add(route.method());
                if (route.method().equals(request.method())) {
                    ApiCall call = new ApiCall(route, caller, variables, query, request.ifMatch(), new byte[0]);
                    return handled(call, request, body);
                }
            }
        }
        throw methods.isEmpty() ? ProblemException.notFound() : ProblemException.methodNotAllowed(methods);
    }

    private Reply handled(ApiCall read, Request request, Body body) throws SQLException {
        Route route = read.route();
        ApiCall call = route.writes() ? read.with(body.read()) : read;
        try {
            if (!route.roles().contains(call.caller().role())) {
                throw ProblemException.forbidden();
            }
            if (call.body().length > 0 && !request.mayBeJson()) {
                throw ProblemException.unsupportedMediaType();
            }
            return route.handler().handle(call);
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

    /**
     * Whose key it is. An address that sent too many wrong ones asks the database no more for a while, but for the keys
     * that opened before: whoever shares the address with a flood is still let in.
     */
    private Caller caller(Request request) {
        String authorization = request.authorization();
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ProblemException.unauthorized();
        }
        String secret = authorization.substring(BEARER.length()).strip();
        String hash = Wire.sha256(secret.getBytes(StandardCharsets.UTF_8));
        if (!opened.contains(hash)) {
            strangers.require(request.address());
        }
        Caller caller = keys.find(hash);
        if (caller == null) {
            opened.remove(hash);
            strangers.take(request.address());
            throw ProblemException.unauthorized();
        }
        opened.add(hash);
        return caller;
    }
}
