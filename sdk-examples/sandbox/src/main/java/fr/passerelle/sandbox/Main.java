package fr.passerelle.sandbox;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the sandbox as a program, until it is stopped. */
@Command(
        name = "sandbox.jar",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "An offline pass Culture to try the partner API against: state in memory, a clock that can be moved,"
                        + " faults on demand (control plane under /sandbox).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "1:could not listen on the port, or not print", "2:wrong option"})
public final class Main implements Callable<Integer> {

    private static final int PARTNER_QUOTA = 200;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8008",
            description = "Port to listen on, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--empty", description = "Start with nothing in it, not even a provider.")
    private boolean empty;

    @Spec
    private CommandSpec command;

    /** Ready for picocli, which fills the fields. */
    Main() {
        command = CommandSpec.create();
    }

    public static void main(String[] args) {
        int exitCode = new CommandLine(new Main()).execute(args);
        // A page of help that breaks off is none.
        System.exit(exitCode == 0 && System.out.checkError() ? 1 : exitCode);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--port must be between 0 and 65535, but is " + port);
        }
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        var stopping = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (Sandbox sandbox = Sandbox.start(port)) {
            sandbox.quota(PARTNER_QUOTA);
            introduce(sandbox, out);
            // The writer does not hear of what becomes of the stream behind it.
            if (out.checkError() || System.out.checkError()) {
                err.println("The keys cannot be printed: is the disk full, or has the reader gone?");
                return 1;
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> letStop(stopping, stopped)));
            stopping.await();
        } catch (UncheckedIOException cannotListen) {
            err.println("Cannot listen on port " + port + ": is another program using it? Try --port 0.");
            return 1;
        }
        stopped.countDown();
        return 0;
    }

    /** Ctrl-C: lets the main thread close the sandbox before the machine goes. */
    private static void letStop(CountDownLatch stopping, CountDownLatch stopped) {
        stopping.countDown();
        try {
            stopped.await();
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void introduce(Sandbox sandbox, PrintWriter out) {
        out.println("Base URL:  " + sandbox.baseUrl());
        if (!empty) {
            SandboxProvider provider = sandbox.provider();
            SandboxVenue venue = sandbox.linkedVenue(provider);
            out.println("API key:   " + provider.apiKey());
            out.println("HMAC key:  " + provider.hmacKey());
            out.println("Venue:     " + venue.id() + ", SIRET " + venue.siret());
        }
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Passerelle sandbox " + (version == null ? "(development)" : version)};
        }
    }
}
