package fr.passerelle.sandbox.http;

/**
 * One row of the routing table.
 *
 * @param operation the operation's id in the public OpenAPI document, or a name of ours for the other routes
 * @param method the HTTP method
 * @param template the path, see {@link PathTemplate}
 * @param access who may call
 * @param body what the request carries
 * @param locking whether the handler runs under the world's lock, or takes it itself
 * @param handler what answers
 */
public record Route(
        String operation, String method, String template, Access access, Body body, boolean locking, Handler handler) {

    /** Who may call a route. */
    public enum Access {
        /** Anybody; the handler checks what it needs. */
        OPEN,
        /** An active provider, by its API key; found by {@link Call#provider()}. */
        PROVIDER
    }

    /** What the request of a route carries. */
    public enum Body {
        NONE,
        /** A JSON document, found by {@link Call#json()}. */
        JSON,
        /** Anything; the handler reads {@link Call#bytes()}. */
        RAW
    }

    /** A route of the partner API without a request body. */
    public static Route partner(String operation, String method, String template, Handler handler) {
        return new Route(operation, method, template, Access.PROVIDER, Body.NONE, true, handler);
    }

    /** A route of the partner API that takes a JSON body. */
    public static Route partnerJson(String operation, String method, String template, Handler handler) {
        return new Route(operation, method, template, Access.PROVIDER, Body.JSON, true, handler);
    }

    /** A route of the partner API that takes files. */
    public static Route partnerRaw(String operation, String method, String template, Handler handler) {
        return new Route(operation, method, template, Access.PROVIDER, Body.RAW, true, handler);
    }

    /** A route of the control plane; its body, if any, is read by the handler. */
    public static Route control(String method, String template, Handler handler) {
        return new Route(method + " " + template, method, template, Access.OPEN, Body.RAW, true, handler);
    }

    /** The same route with a handler that takes the world's lock itself, so that it may wait for others meanwhile. */
    public Route unlocked() {
        return new Route(operation, method, template, access, body, false, handler);
    }
}
