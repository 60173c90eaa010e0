package fr.passerelle.season;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CinemaSync;
import fr.passerelle.catalogue.CinemaSyncPlan;
import fr.passerelle.catalogue.CinemaSyncReport;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import fr.passerelle.season.cinema.CinemaReport;
import fr.passerelle.season.cinema.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code season cinema}: replaces a cinema's sessions by those of a table. A dry run, unless told otherwise; and no
 * booking is cancelled, unless told so as well.
 */
@Command(name = "cinema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CinemaCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--file", required = true, paramLabel = "CSV", descriptionKey = "cinema.file")
    private @Nullable Path file;

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--columns", paramLabel = "NAME=HEADING,…", descriptionKey = "cinema.columns")
    private @Nullable String columns;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Europe/Paris", descriptionKey = "cinema.zone")
    private String zone = "";

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "120", descriptionKey = "cinema.wait")
    private int wait;

    @Option(names = "--cancel-booked", descriptionKey = "cinema.cancel-booked")
    private boolean cancelBooked;

    @Option(names = "--end-gone", descriptionKey = "cinema.end-gone")
    private boolean endGone;

    @Option(names = "--memory", paramLabel = "FILE", descriptionKey = "cinema.memory")
    private @Nullable Path memory;

    @Option(names = "--yes", descriptionKey = "cinema.yes")
    private boolean yes;

    @Spec
    private CommandSpec command = CommandSpec.create();

    CinemaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.vendor = new VendorOptions(surroundings);
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        vendor.check();
        checkColumns();
        Polling polling = polling();
        Instant now = surroundings.clock().instant();
        ZoneId clock = zone();
        Dates dates = new Dates(Dates.Order.DAY_FIRST, LocalDate.ofInstant(now, clock), clock);
        Optional<String> apiKey = vendor.apiKey(yes);
        CinemaReport report = new CinemaReport(surroundings.console(), texts);
        Week week = read(dates, now);
        report.read(week);
        if (week.over() > 0) {
            surroundings.console().line(texts.of("cinema.over", texts.count("session", week.over())));
        }
        if (week.isAmbiguous() || week.films().isEmpty()) {
            surroundings.console().line(texts.of(week.isAmbiguous() ? "cinema.ambiguous" : "cinema.empty"));
            return ExitCode.SOME_REFUSED;
        }
        boolean done = apiKey.map(key -> online(week, report, key, polling)).orElseGet(() -> offline(week, report));
        if (surroundings.interruption().isAsked()) {
            surroundings.console().line(texts.of("cinema.interrupted"));
            return ExitCode.INTERRUPTED;
        }
        return done && week.bad().isEmpty() ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }

    private Week read(Dates dates, Instant now) {
        Texts texts = surroundings.texts();
        Path sessions = Objects.requireNonNull(file);
        try (InputFile input = InputFile.open(sessions)) {
            return Week.read(input, columns, dates, now);
        } catch (MissingColumnsException noTable) {
            String missing = noTable.missing().stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new FailedException(texts.of("cinema.no-columns", sessions, missing));
        } catch (FileProblemException wrong) {
            throw new FailedException(Programme.told(wrong, texts));
        } catch (IOException unreadable) {
            throw new FailedException(texts.of("file.unreadable", sessions));
        }
    }

    private boolean offline(Week week, CinemaReport report) {
        Texts texts = surroundings.texts();
        surroundings.console().heading(texts.of("cinema.offline", ApiKey.VARIABLE));
        report.offline(week);
        surroundings.console().line(texts.of("cinema.nothing-sent"));
        return true;
    }

    private boolean online(Week week, CinemaReport report, String apiKey, Polling polling) {
        Texts texts = surroundings.texts();
        try (PassCultureClient client = vendor.client(apiKey, "season", UnaryOperator.identity())) {
            Venue venue = vendor.venue(client);
            CinemaProgramme programme = new CinemaProgramme(venue.id(), week.films());
            surroundings
                    .console()
                    .heading(texts.of(
                            yes ? "cinema.real" : "cinema.dry",
                            venue.displayName(),
                            vendor.environment().baseUrl()));
            CinemaSync sync = CinemaSync.of(client)
                    .removal(cancelBooked ? Removal.CANCEL_BOOKED : Removal.WITHDRAW_UNBOOKED)
                    .memory(memory == null ? CatalogueMemory.inMemory() : CatalogueMemory.file(memory))
                    .endsGoneFilms(endGone)
                    .polling(polling)
                    .build();
            CinemaSyncPlan plan = sync.plan(programme);
            return yes ? send(sync, plan, report) : dry(plan, report);
        }
    }

    private boolean dry(CinemaSyncPlan plan, CinemaReport report) {
        report.plan(plan.films());
        boolean cancels = !cancelBooked && plan.films().bookedPlaces() > 0;
        surroundings
                .console()
                .line(surroundings.texts().of(cancels ? "cinema.nothing-sent-booked" : "cinema.nothing-sent"));
        return true;
    }

    /** Films are left as they are whose sessions are booked and not in the table. */
    private boolean send(CinemaSync sync, CinemaSyncPlan plan, CinemaReport report) {
        Texts texts = surroundings.texts();
        CinemaSyncReport done = applied(sync, plan);
        boolean interrupted = surroundings.interruption().isAsked();
        if (interrupted && done.changes().stoppedBy().isPresent()) {
            report.interrupted(done.changes().results());
            return false;
        }
        done.changes().stoppedBy().ifPresent(failure -> {
            throw failure;
        });
        boolean kept = report.results(plan.films(), done.films());
        if (!interrupted) {
            surroundings.console().line(texts.of(kept ? "cinema.kept" : "cinema.done"));
        }
        return !kept && done.changes().complete();
    }

    private CinemaSyncReport applied(CinemaSync sync, CinemaSyncPlan plan) {
        surroundings.interruption().protect();
        try {
            return sync.apply(plan, result -> {});
        } finally {
            surroundings.interruption().unprotect();
        }
    }

    private void checkColumns() {
        try {
            Week.checkColumns(columns);
        } catch (IllegalArgumentException noColumn) {
            throw usage("columns.bad", String.valueOf(noColumn.getMessage()));
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            throw usage("cinema.bad-zone", zone);
        }
    }

    private Polling polling() {
        try {
            return new Polling(Polling.DEFAULT.interval(), Duration.ofSeconds(wait));
        } catch (IllegalArgumentException outOfBounds) {
            throw usage("cinema.bad-wait", Polling.DEFAULT.interval().toSeconds(), wait);
        }
    }

    private ParameterException usage(String key, Object... details) {
        return new ParameterException(
                command.commandLine(), surroundings.texts().of(key, details));
    }
}
