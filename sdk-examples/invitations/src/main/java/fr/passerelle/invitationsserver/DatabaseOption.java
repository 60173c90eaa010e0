package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Texts;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which database. */
final class DatabaseOption {

    private static final String DEFAULT = "${env:INVITATIONS_DATABASE:-jdbc:h2:./invitations}";

    @Option(names = "--database", paramLabel = "jdbc:…", defaultValue = DEFAULT, descriptionKey = "database")
    private String database = DEFAULT;

    /**
     * Its URL.
     *
     * @throws FailedException if it is none of H2 or PostgreSQL
     */
    String url(Texts texts) {
        String lower = database.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("jdbc:h2:") && !lower.startsWith("jdbc:postgresql:")) {
            throw FailedException.unusable(texts.of("database.bad"));
        }
        return database;
    }
}
