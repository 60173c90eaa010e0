package fr.passerelle.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Who calls: this SDK in its own version, also where its classes stand in an embedder's jar, whose manifest tells the
 * embedder's.
 */
public final class UserAgent {

    private static final String VERSION = version();

    private UserAgent() {}

    /**
     * The header's value.
     *
     * @param suffix of the embedder, or empty
     */
    public static String of(String suffix) {
        return "passerelle/" + VERSION + (suffix.isEmpty() ? "" : " " + suffix);
    }

    private static String version() {
        Properties built = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream("sdk.properties")) {
            if (file != null) {
                built.load(file);
            }
        } catch (IOException e) {
            // A jar that cannot be read has other troubles; a call does not fail for want of its version.
        }
        return built.getProperty("version", "unknown");
    }
}
