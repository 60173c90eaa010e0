package fr.passerelle.season;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.PriceList;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.picture.Illustration;
import fr.passerelle.season.picture.Illustrator;
import fr.passerelle.season.publish.AgendaCatalogue;
import fr.passerelle.season.publish.Publisher;
import fr.passerelle.season.publish.Terms;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--contact", paramLabel = "EMAIL", descriptionKey = "publish.contact")
    private @Nullable String contact;

    @Option(names = "--places", paramLabel = "N", defaultValue = "20", descriptionKey = "publish.places")
    private long places;

    @Option(names = "--ticketing", descriptionKey = "publish.ticketing")
    private boolean ticketing;

    @Option(names = "--no-shift", descriptionKey = "publish.no-shift")
    private boolean noShift;

    @Option(names = "--cancel-booked", descriptionKey = "publish.cancel-booked")
    private boolean cancelBooked;

    @Option(names = "--keep-others", descriptionKey = "publish.keep-others")
    private boolean keepOthers;

    @Option(names = "--end-most", descriptionKey = "publish.end-most")
    private boolean endMost;

    @Option(names = "--prices", paramLabel = "CSV", descriptionKey = "publish.prices")
    private @Nullable Path prices;

    @Option(names = "--no-pictures", descriptionKey = "publish.no-pictures")
    private boolean noPictures;

    @Option(names = "--memory", paramLabel = "FILE", descriptionKey = "publish.memory")
    private @Nullable Path memory;

    @Option(names = "--yes", descriptionKey = "publish.yes")
    private boolean yes;

    @Spec
    private CommandSpec command = CommandSpec.create();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.vendor = new VendorOptions(surroundings);
    }

    /** What is asked for, checked. */
    private record Order(Terms terms, Instant now) {}

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Instant now = surroundings.clock().instant();
        vendor.check();
        Order order = new Order(new Terms(contact, capacity(), ticketing), now);
        Optional<String> apiKey = vendor.apiKey(yes);
        AgendaSource source = new AgendaSource(texts);
        PriceList listed = prices == null ? PriceList.NONE : source.prices(prices);
        List<AgendaEntry> agenda = source.read(Objects.requireNonNull(file), new Schedule(now, !noShift), listed);
        try (Tally tally = new Tally(surroundings)) {
            apiKey.ifPresentOrElse(key -> publish(agenda, order, key, tally), () -> preview(agenda, order, tally));
            if (surroundings.interruption().isAsked()) {
                tally.end(texts.of("publish.interrupted"));
                return ExitCode.INTERRUPTED;
            }
            tally.end(texts.of(yes ? "publish.done" : "publish.nothing-sent"));
            return tally.isClean() ? ExitCode.OK : ExitCode.SOME_REFUSED;
        }
    }

    private void preview(List<AgendaEntry> agenda, Order order, Tally tally) {
        tally.begin(surroundings.texts().of("publish.offline", ApiKey.VARIABLE));
        new AgendaCatalogue(agenda, ANY_VENUE, order.terms(), order.now())
                .preview()
                .forEach(tally);
    }

    private void publish(List<AgendaEntry> agenda, Order order, String apiKey, Tally tally) {
        try (PassCultureClient client = vendor.client(apiKey, "season", UnaryOperator.identity());
                Illustrator pictures = new Illustrator()) {
            Venue venue = vendor.venue(client);
            Removal removal = cancelBooked ? Removal.CANCEL_BOOKED : Removal.WITHDRAW_UNBOOKED;
            Publisher publisher = new Publisher(
                    client,
                    order.terms(),
                    surroundings.clock(),
                    removal,
                    !keepOthers,
                    Optional.ofNullable(memory).map(CatalogueMemory::file),
                    noPictures ? listing -> Illustration.NONE : pictures);
            Publisher.Prepared prepared = publisher.prepare(agenda, venue.id());
            if (yes && !endMost && prepared.endsMost()) {
                throw new FailedException(surroundings.texts().of("publish.ends-most", prepared.gone(), agenda.size()));
            }
            tally.begin(surroundings
                    .texts()
                    .of(
                            yes ? "publish.real" : "publish.dry",
                            venue.displayName(),
                            vendor.environment().baseUrl()));
            tally.plan(prepared.plan());
            if (yes) {
                SyncReport report = apply(prepared, tally);
                prepared.done(report).forEach(tally);
                report.stoppedBy()
                        .filter(stopped -> !surroundings.interruption().isAsked())
                        .ifPresent(stopped -> {
                            throw stopped;
                        });
            } else {
                prepared.planned().forEach(tally);
            }
        }
    }

    private SyncReport apply(Publisher.Prepared prepared, Tally tally) {
        surroundings.interruption().protect();
        try {
            return prepared.apply(result -> {
                tally.step();
                surroundings.interruption().betweenSteps();
            });
        } catch (UncheckedIOException unwritten) {
            throw new FailedException(surroundings.texts().of("memory.unwritten", String.valueOf(memory)));
        } finally {
            surroundings.interruption().unprotect();
        }
    }

    private Capacity capacity() {
        try {
            return Capacity.of(places);
        } catch (RuleViolationException negative) {
            throw new ParameterException(
                    command.commandLine(), surroundings.texts().of("places.bad", places));
        }
    }
}
