package fr.passerelle.season;

import fr.passerelle.client.Environment;
import fr.passerelle.client.PassCultureClient;
import fr.passerelle.client.error.NotFoundException;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.publish.Publication;
import fr.passerelle.season.publish.Publisher;
import fr.passerelle.season.publish.Terms;
import fr.passerelle.season.report.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code season publish}: brings an agenda to a programme. A dry run, unless told otherwise. */
@Command(name = "publish", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class PublishCommand implements Callable<Integer> {

    /** A venue of no programme: without a key nobody can be asked for the real one, and nothing is sent. */
    private static final long ANY_VENUE = 1;

    private final Surroundings surroundings;

    @Option(names = "--file", required = true, paramLabel = "EXPORT", descriptionKey = "publish.file")
    private @Nullable Path file;

    @Option(names = "--base-url", required = true, paramLabel = "URL", descriptionKey = "publish.base-url")
    private String baseUrl = "";

    @Option(names = "--siret", required = true, paramLabel = "SIRET", descriptionKey = "publish.siret")
    private String siret = "";

    @Option(names = "--api-key-file", paramLabel = "FILE", descriptionKey = "publish.api-key-file")
    private @Nullable Path apiKeyFile;

    @Option(names = "--contact", paramLabel = "EMAIL", descriptionKey = "publish.contact")
    private @Nullable String contact;

    @Option(names = "--places", paramLabel = "N", defaultValue = "20", descriptionKey = "publish.places")
    private long places;

    @Option(names = "--ticketing", descriptionKey = "publish.ticketing")
    private boolean ticketing;

    @Option(names = "--no-shift", descriptionKey = "publish.no-shift")
    private boolean noShift;

    @Option(names = "--yes", descriptionKey = "publish.yes")
    private boolean yes;

    @Spec
    private CommandSpec command = CommandSpec.create();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is asked for, checked. */
    private record Order(Siret siret, Environment environment, Terms terms, Instant now) {}

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Instant now = surroundings.clock().instant();
        Order order = new Order(siret(), environment(), new Terms(contact, capacity(), ticketing), now);
        Optional<String> apiKey = new ApiKey(surroundings).read(apiKeyFile);
        if (yes && apiKey.isEmpty()) {
            throw new FailedException(texts.of("key.missing", ApiKey.VARIABLE));
        }
        List<AgendaEntry> agenda =
                new AgendaSource(texts).read(Objects.requireNonNull(file), new Schedule(now, !noShift));
        try (Tally tally = new Tally(surroundings, agenda.size())) {
            apiKey.ifPresentOrElse(key -> publish(agenda, order, key, tally), () -> preview(agenda, order, tally));
            tally.end(texts.of(yes ? "publish.done" : "publish.nothing-sent"));
            return tally.refused() == 0 ? ExitCode.OK : ExitCode.SOME_REFUSED;
        }
    }

    private void preview(List<AgendaEntry> agenda, Order order, Tally tally) {
        tally.begin(surroundings.texts().of("publish.offline", ApiKey.VARIABLE));
        new Publication(agenda, listing -> ANY_VENUE, order.terms(), order.now())
                .preview()
                .forEach(tally);
    }

    private void publish(List<AgendaEntry> agenda, Order order, String apiKey, Tally tally) {
        try (PassCultureClient client = client(apiKey, order.environment())) {
            Venue venue = venue(client, order.siret());
            Publication publication = new Publication(agenda, listing -> venue.id(), order.terms(), order.now());
            tally.begin(surroundings
                    .texts()
                    .of(
                            yes ? "publish.real" : "publish.dry",
                            venue.displayName(),
                            order.environment().baseUrl()));
            if (yes) {
                publication.publish(new Publisher(client), tally);
            } else {
                publication.compare(new Publisher(client), tally);
            }
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
            return PassCultureClient.builder()
                    .apiKey(apiKey)
                    .environment(environment)
                    .clock(surroundings.clock())
                    .userAgentSuffix("season")
                    .build();
        } catch (IllegalArgumentException unusable) {
            throw new FailedException(surroundings.texts().of("key.unusable"));
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

    private Capacity capacity() {
        try {
            return Capacity.of(places);
        } catch (RuleViolationException negative) {
            throw usage("places.bad", places);
        }
    }

    private ParameterException usage(String key, Object detail) {
        return new ParameterException(
                command.commandLine(), surroundings.texts().of(key, detail));
    }
}
