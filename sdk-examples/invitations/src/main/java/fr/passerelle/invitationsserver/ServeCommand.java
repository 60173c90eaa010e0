package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.WorkerRatio;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code invitations serve}: a server, until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", descriptionKey = "serve.host")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "serve.port")
    private int port;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "10", descriptionKey = "serve.connections")
    private int connections;

    @Option(names = "--calls-per-second", paramLabel = "N", defaultValue = "20", descriptionKey = "serve.calls")
    private int callsPerSecond;

    @Option(names = "--calls-at-once", paramLabel = "N", defaultValue = "200", descriptionKey = "serve.atonce")
    private int callsAtOnce;

    @Option(
            names = "--beneficiaries-per-worker",
            paramLabel = "N",
            defaultValue = "4",
            descriptionKey = "serve.workers")
    private int beneficiariesPerWorker;

    @Option(names = "--confirm-hours", paramLabel = "N", defaultValue = "48", descriptionKey = "serve.confirm")
    private int confirmHours;

    @Option(names = "--webhooks-inside", descriptionKey = "serve.inside")
    private boolean webhooksInside;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Texts texts = surroundings.texts();
        Programme.Settings settings = new Programme.Settings(
                new WorkerRatio(beneficiariesPerWorker), Duration.ofHours(confirmHours), webhooksInside);
        InvitationsServer server = InvitationsServer.start(new InvitationsServer.Options(
                host,
                port,
                database.url(texts),
                connections,
                callsPerSecond,
                callsAtOnce,
                Duration.ofSeconds(1),
                settings,
                surroundings.clock()));
        Console console = surroundings.console();
        server.firstKey().ifPresent(key -> console.line(texts.of("serve.key", key.value())));
        console.line(texts.of("serve.listening", server.baseUrl()));
        if (surroundings.out().checkError()) {
            server.close();
            return ExitCode.FAILURE; // a programme whose key nobody has
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "invitations-stop"));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
