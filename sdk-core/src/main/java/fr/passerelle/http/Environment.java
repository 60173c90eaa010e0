package fr.passerelle.http;

import java.net.URI;
import java.util.Objects;

/**
 * Where a programme's server is found: one of its two public environments, or any base URL (a sandbox, a proxy).
 *
 * @param baseUrl the URL in front of every path, without a trailing slash
 */
public record Environment(URI baseUrl) {

    /** Real offers, real people, real money. */
    public static final Environment PRODUCTION = of("https://backend.passculture.app");

    /** The programme's own test environment: same API, nothing is sold. */
    public static final Environment INTEGRATION = of("https://backend.integration.passculture.pro");

    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException if the URL is not http or https, has no host, or carries a query, a fragment or
     *     user info
     */
    public Environment {
        Objects.requireNonNull(baseUrl, "baseUrl");
        String scheme = baseUrl.getScheme();
        boolean web = "http".equals(scheme) || "https".equals(scheme);
        boolean more =
                baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null || baseUrl.getRawUserInfo() != null;
        if (!web || baseUrl.getHost() == null || more) {
            throw new IllegalArgumentException(
                    "baseUrl must be http(s)://host[:port][/path], without query, fragment or user info");
        }
        String text = baseUrl.toString();
        if (text.endsWith("/")) {
            baseUrl = URI.create(text.substring(0, text.length() - 1));
        }
    }

    /** Whether this is the programme's production server, however its URL is written. */
    public boolean isProduction() {
        return hostOf(PRODUCTION.baseUrl).equalsIgnoreCase(hostOf(baseUrl));
    }

    /** Without the dot that may end a name: it leads to the same server. */
    private static String hostOf(URI url) {
        String host = url.getHost();
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /**
     * An environment of your own.
     *
     * @param baseUrl for instance {@code http://localhost:8080}
     * @throws IllegalArgumentException if the URL is not http or https, has no host, or carries a query, a fragment or
     *     user info
     */
    public static Environment of(String baseUrl) {
        return new Environment(URI.create(baseUrl));
    }
}
