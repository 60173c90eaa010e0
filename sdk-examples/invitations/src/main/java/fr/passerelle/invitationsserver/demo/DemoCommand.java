package fr.passerelle.invitationsserver.demo;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code invitations demo}: a whole season in a minute, on a server and a database inside this process. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    /** A demonstration that talks to these surroundings. */
    public DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Demo demo = new Demo(surroundings.console(), surroundings.texts())) {
            demo.play();
        }
        return ExitCode.OK;
    }
}
