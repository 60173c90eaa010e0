package fr.passerelle.internal.http;

/**
 * Who calls: this SDK in its own version, also where its classes stand in an embedder's jar, whose manifest tells the
 * embedder's.
 */
public final class UserAgent {

    private UserAgent() {}

    /**
     * The header's value.
     *
     * @param suffix of the embedder, or empty
     */
    public static String of(String suffix) {
        return "passerelle/" + SdkVersion.VALUE + (suffix.isEmpty() ? "" : " " + suffix);
    }
}
