package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.report.Pass;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--refused", paramLabel = "FILE", descriptionKey = "upsert.refused")
    private @Nullable Path refused;

    @Option(names = "--columns", paramLabel = "NAME=HEADING,…", descriptionKey = "upsert.columns")
    private @Nullable String columns;

    @Option(names = "--memory", paramLabel = "FILE", descriptionKey = "upsert.memory")
    private @Nullable Path memory;

    @Option(names = "--withdraw", descriptionKey = "upsert.withdraw")
    private boolean withdraw;

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
        this.vendor = new VendorOptions(surroundings);
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Path books = Objects.requireNonNull(file);
        Inventory inventory =
                new Inventory(books, refused == null ? Inventory.refusedBeside(books) : refused, checkedColumns());
        vendor.check();
        if (withdraw && memory == null) {
            throw usage("withdraw.memory");
        }
        Polling polling = polling();
        Optional<String> apiKey = vendor.apiKey(yes);
        boolean clean = apiKey.map(key -> online(inventory, key, polling)).orElseGet(() -> offline(inventory));
        if (!clean) {
            surroundings.console().line(texts.of("report.refused-file", inventory.refused()));
        }
        if (surroundings.interruption().isAsked()) {
            surroundings.console().line(texts.of("upsert.interrupted"));
            return ExitCode.INTERRUPTED;
        }
        surroundings.console().line(texts.of(yes ? "upsert.done" : "upsert.nothing-sent"));
        return clean ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private @Nullable String checkedColumns() {
        try {
            BookFile.checkColumns(columns);
            return columns;
        } catch (IllegalArgumentException noColumn) {
            throw usage("columns.bad", String.valueOf(noColumn.getMessage()));
        }
    }

    private boolean offline(Inventory inventory) {
        surroundings.console().line(surroundings.texts().of("upsert.offline", ApiKey.VARIABLE));
        return inventory.run(surroundings, Pass.READ, Job::read);
    }

    private boolean online(Inventory inventory, String apiKey, Polling polling) {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        try (PassCultureClient client = vendor.client(apiKey, "bookshop", this::paced)) {
            Venue venue = vendor.venue(client);
            if (!yes) {
                console.line(texts.of(
                        "upsert.dry", venue.displayName(), vendor.environment().baseUrl()));
                return inventory.run(surroundings, Pass.CHECK, job -> job.check(client));
            }
            console.line(texts.of(
                    "upsert.real", venue.displayName(), vendor.environment().baseUrl()));
            console.line(texts.of("upsert.dates"));
            ProductMemory known = memory(venue.id());
            return inventory.run(
                    surroundings, Pass.UPSERT, job -> job.upsert(client, venue.id(), polling, known, withdraw));
        }
    }

    private ProductMemory memory(long venueId) {
        return memory == null ? ProductMemory.inMemory() : checked(memory, venueId);
    }

    /** What was seen of the venue's products; looked at first, so that a file that is none is told at once. */
    private ProductMemory checked(Path file, long venueId) {
        ProductMemory known = ProductMemory.file(file);
        try {
            known.open(venueId).close();
            return known;
        } catch (IllegalStateException open) {
            throw new FailedException(surroundings.texts().of("memory.open", file));
        } catch (IllegalArgumentException anotherVenue) {
            throw new FailedException(surroundings.texts().of("memory.venue", file));
        } catch (UncheckedIOException unusable) {
            throw new FailedException(surroundings.texts().of("memory.unusable", file));
        }
    }

    private PassCultureClient.Builder paced(PassCultureClient.Builder client) {
        return unpaced ? client.rateLimiter(RateLimiter.unlimited()) : client;
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

    private ParameterException usage(String key, Object... details) {
        return new ParameterException(
                command.commandLine(), surroundings.texts().of(key, details));
    }
}
