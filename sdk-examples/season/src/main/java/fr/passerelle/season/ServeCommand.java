package fr.passerelle.season;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code season serve}: the offline programme alone, until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

    /** As the real programme allows. */
    private static final int CALLS_PER_MINUTE = 200;

    private static final int MAX_PORT = 65_535;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8008", descriptionKey = "serve.port")
    private int port;

    @Spec
    private CommandSpec command = CommandSpec.create();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Texts texts = surroundings.texts();
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(command.commandLine(), texts.of("serve.bad-port", port));
        }
        try (Sandbox sandbox = Sandbox.start(port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            sandbox.quota(CALLS_PER_MINUTE);
            introduce(sandbox, texts);
            if (surroundings.out().checkError()) {
                return ExitCode.FAILURE; // nobody has its keys
            }
            // Until the process is told to stop.
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (UncheckedIOException portTaken) {
            throw new FailedException(texts.of("serve.port-taken", port));
        }
    }

    private void introduce(Sandbox sandbox, Texts texts) {
        SandboxProvider provider = sandbox.provider();
        SandboxVenue venue = sandbox.linkedVenue(provider);
        Console console = surroundings.console();
        console.heading(texts.of("serve.title"));
        console.facts(List.of(
                List.of(texts.of("serve.url"), sandbox.baseUrl().toString()),
                List.of(texts.of("serve.api-key"), provider.apiKey()),
                List.of(texts.of("serve.hmac-key"), provider.hmacKey()),
                List.of(texts.of("serve.siret"), venue.siret())));
        console.line(texts.of("serve.stop"));
    }
}
