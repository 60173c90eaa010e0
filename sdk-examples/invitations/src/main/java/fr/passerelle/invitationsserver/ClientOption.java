package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.invitations.InvitationsClient;
import picocli.CommandLine.Option;

/** Which server; the key is read from the environment, so that no list of processes shows it. */
final class ClientOption {

    /** Where the key stands. */
    static final String KEY = "INVITATIONS_API_KEY";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            descriptionKey = "base.url")
    private String baseUrl = "";

    InvitationsClient client(Surroundings surroundings) {
        String key = surroundings.environment().get(KEY);
        if (key == null || key.isBlank()) {
            throw new FailedException(surroundings.texts().of("key.missing", KEY));
        }
        return InvitationsClient.builder().apiKey(key.strip()).baseUrl(baseUrl).build();
    }
}
