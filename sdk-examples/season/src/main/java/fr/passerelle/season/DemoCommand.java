package fr.passerelle.season;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code season demo}: the whole story on an offline programme. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--file", paramLabel = "EXPORT", descriptionKey = "demo.file")
    private @Nullable Path file;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        // Whole minutes, as the programme keeps its publication dates.
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Schedule schedule = new Schedule(now, true);
        AgendaSource source = new AgendaSource(texts);
        List<AgendaEntry> agenda = file == null ? source.shipped(schedule) : source.read(file, schedule);
        Path folder = Files.createTempDirectory("season");
        try (Sandbox sandbox = Sandbox.start()) {
            console.heading(texts.of("demo.title"));
            console.facts(List.of(
                    List.of(texts.of("demo.sandbox"), sandbox.baseUrl().toString()),
                    List.of(texts.of("demo.agenda"), file == null ? texts.of("demo.shipped") : file.toString()),
                    List.of(texts.of("demo.records"), String.valueOf(agenda.size())),
                    List.of(texts.of("demo.now"), texts.moment(now, Schedule.PARIS))));
            new Demo(sandbox, folder, console, texts, now).play(agenda);
        } finally {
            delete(folder);
        }
        return ExitCode.OK;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
