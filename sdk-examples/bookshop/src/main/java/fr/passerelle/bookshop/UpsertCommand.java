package fr.passerelle.bookshop;

import fr.passerelle.bookshop.report.Console;
import fr.passerelle.bookshop.report.Pass;
import fr.passerelle.bookshop.report.Texts;
import fr.passerelle.client.Environment;
import fr.passerelle.client.Pacing;
import fr.passerelle.client.PassCultureClient;
import fr.passerelle.client.Polling;
import fr.passerelle.client.error.NotFoundException;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Venue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bookshop upsert}: puts the products of a file on sale. A dry run, unless told otherwise. */
@Command(name = "upsert", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class UpsertCommand implements Callable<Integer> {

    /** Looks at a server without quota may be close to each other. */
    private static final Duration UNPACED_INTERVAL = Duration.ofMillis(250);

    private final Surroundings surroundings;

    @Option(names = "--file", required = true, paramLabel = "CSV", descriptionKey = "upsert.file")
    private @Nullable Path file;

    @Option(names = "--base-url", required = true, paramLabel = "URL", descriptionKey = "upsert.base-url")
    private String baseUrl = "";

    @Option(names = "--siret", required = true, paramLabel = "SIRET", descriptionKey = "upsert.siret")
    private String siret = "";

    @Option(names = "--api-key-file", paramLabel = "FILE", descriptionKey = "upsert.api-key-file")
    private @Nullable Path apiKeyFile;

    @Option(names = "--refused", paramLabel = "FILE", descriptionKey = "upsert.refused")
    private @Nullable Path refused;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "120", descriptionKey = "upsert.wait")
    private int wait;

    @Option(names = "--unpaced", descriptionKey = "upsert.unpaced")
    private boolean unpaced;

    @Option(names = "--yes", descriptionKey = "upsert.yes")
    private boolean yes;

    @Spec
    private CommandSpec command = CommandSpec.create();

    UpsertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Path books = Objects.requireNonNull(file);
        Inventory inventory = new Inventory(books, refused == null ? Inventory.refusedBeside(books) : refused);
        Siret number = siret();
        Environment environment = environment();
        Polling polling = polling();
        Optional<String> apiKey = new ApiKey(surroundings).read(apiKeyFile);
        if (yes && apiKey.isEmpty()) {
            throw new FailedException(texts.of("key.missing", ApiKey.VARIABLE));
        }
        if (inventory
                .refused()
                .toAbsolutePath()
                .normalize()
                .equals(books.toAbsolutePath().normalize())) {
            throw usage("refused.bad", inventory.refused());
        }
        boolean clean = apiKey.map(key -> online(inventory, key, environment, number, polling))
                .orElseGet(() -> offline(inventory));
        if (!clean) {
            surroundings.console().line(texts.of("report.refused-file", inventory.refused()));
        }
        surroundings.console().line(texts.of(yes ? "upsert.done" : "upsert.nothing-sent"));
        return clean ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private boolean offline(Inventory inventory) {
        surroundings.console().line(surroundings.texts().of("upsert.offline", ApiKey.VARIABLE));
        return inventory.run(surroundings, Pass.READ, Job::read);
    }

    private boolean online(Inventory inventory, String apiKey, Environment environment, Siret number, Polling polling) {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        try (PassCultureClient client = client(apiKey, environment)) {
            Venue venue = venue(client, number);
            if (!yes) {
                console.line(texts.of("upsert.dry", venue.displayName(), environment.baseUrl()));
                return inventory.run(surroundings, Pass.CHECK, job -> job.check(client));
            }
            console.line(texts.of("upsert.real", venue.displayName(), environment.baseUrl()));
            console.line(texts.of("upsert.dates"));
            return inventory.run(surroundings, Pass.UPSERT, job -> job.upsert(client, venue.id(), polling));
        }
    }

    private Venue venue(PassCultureClient client, Siret number) {
        try {
            return client.venues().bySiret(number);
        } catch (NotFoundException unknown) {
            throw new FailedException(surroundings.texts().of("siret.unknown", number.value()));
        }
    }

    private PassCultureClient client(String apiKey, Environment environment) {
        try {
            PassCultureClient.Builder builder = PassCultureClient.builder()
                    .apiKey(apiKey)
                    .environment(environment)
                    .clock(surroundings.clock())
                    .userAgentSuffix("bookshop");
            return (unpaced ? builder.pacing(Pacing.unlimited()) : builder).build();
        } catch (IllegalArgumentException unusable) {
            throw new FailedException(surroundings.texts().of("key.unusable"));
        }
    }

    private Polling polling() {
        Duration interval = unpaced ? UNPACED_INTERVAL : Polling.DEFAULT.interval();
        try {
            return new Polling(interval, Duration.ofSeconds(wait));
        } catch (IllegalArgumentException outOfBounds) {
            throw usage(
                    "wait.bad",
                    interval.plusMillis(999).toSeconds(),
                    Duration.ofDays(1).toSeconds(),
                    wait);
        }
    }

    private Siret siret() {
        try {
            return Siret.of(siret);
        } catch (RuleViolationException broken) {
            throw usage("siret.bad", broken.message(surroundings.texts().locale()));
        }
    }

    private Environment environment() {
        try {
            return Environment.of(baseUrl);
        } catch (IllegalArgumentException noUrl) {
            throw usage("base-url.bad", baseUrl);
        }
    }

    private ParameterException usage(String key, Object... details) {
        return new ParameterException(
                command.commandLine(), surroundings.texts().of(key, details));
    }
}
