package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code invitations key}: one more key for the operator, for whoever has the database and lost the key. */
@Command(name = "key", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class KeyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "made at the command line",
            descriptionKey = "key.label")
    private String label = "";

    KeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Database open = Database.open(database.url(surroundings.texts()), 2, surroundings.clock())) {
            String secret = Installation.of(open, Programme.Settings.DEFAULT)
                    .firstKey()
                    .orElseGet(() -> Installation.newOperatorKey(open, label))
                    .value();
            surroundings.console().line(surroundings.texts().of("serve.key", secret));
            return ExitCode.OK;
        }
    }
}
