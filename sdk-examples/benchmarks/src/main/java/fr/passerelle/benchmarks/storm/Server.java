package fr.passerelle.benchmarks.storm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.passerelle.benchmarks.server.Counts;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * A {@link fr.passerelle.benchmarks.server.CountingServer}, as one storm sees it.
 *
 * @param url where it listens
 * @param key begins all API keys of the storm
 */
record Server(URI url, String key) {

    /** A client to set up, with default options. */
    PassCultureClient.Builder client() {
        return client("", key);
    }

    /** A client to set up, with default options, whose calls the server treats in a certain way. */
    PassCultureClient.Builder client(String way, String apiKey) {
        return PassCultureClient.builder().apiKey(apiKey).environment(Environment.of(url + way));
    }

    Counts counts() throws IOException {
        return get("/counts/" + key);
    }

    /** Once so many requests with a key have arrived; after ten seconds, whatever there is. */
    Counts arrived(String apiKey, int wanted) throws IOException {
        return get("/arrived/" + apiKey + "/" + wanted);
    }

    /** Once the client has gone away from so many requests; after ten seconds, whatever there is. */
    Counts abandoned(String apiKey, int wanted) throws IOException {
        return get("/abandoned/" + apiKey + "/" + wanted);
    }

    private Counts get(String path) throws IOException {
        try (InputStream response = URI.create(url + path).toURL().openStream()) {
            return Counts.of(new String(response.readAllBytes(), US_ASCII));
        }
    }
}
