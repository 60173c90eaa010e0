package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Ending.Claim.DONE;
import static fr.passerelle.sandbox.settle.Ending.Claim.ESCAPED;
import static fr.passerelle.sandbox.settle.Ending.Claim.NOT_DONE;
import static fr.passerelle.sandbox.settle.Ending.Claim.UNDECIDED;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.FaultProxy.Evidence;
import fr.passerelle.sandbox.settle.FaultProxy.Plan;
import fr.passerelle.sandbox.settle.WireFault.Trait;
import fr.passerelle.sandbox.settle.Write.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every writing operation in every kind of fault, in worlds where the thing is there already, where something nearly
 * like it is, and where somebody else is about, against the sandbox over the loopback. A call that returns has had its
 * effect once, and this call's own; one that says that nothing happened has had none; and what can be known is known.
 * The table goes to {@code target/fault-matrix.txt}.
 */
@Timeout(600)
class FaultMatrixTest {

    private static final Path TABLE = Path.of("target", "fault-matrix.txt");

    /** Problems in the assertion's message; there may be thousands. */
    private static final int SHOWN = 40;

    /** What a cell's letter means. */
    private static final Map<Character, String> LETTERS = letters();

    /** Lines that are played at the same time, as some of their cells wait. */
    private static final int AT_ONCE = 3;

    /** A write in one world: a letter for each cell, and what is wrong. */
    private record Line(String letters, List<String> problems) {}

    @Test
    void whatACallSaysOfItselfIsTrue() throws Exception {
        StringBuilder table = new StringBuilder();
        List<String> problems = new ArrayList<>();
        Map<Character, Integer> counts = new TreeMap<>();
        Map<String, Future<Line>> lines = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Write write : Writes.all()) {
                for (World world : write.worlds()) {
                    String title = String.format(Locale.ROOT, "%-48s %-18s", write, world);
                    lines.put(title, threads.submit(() -> line(Cell.of(write, world))));
                }
            }
            for (Map.Entry<String, Future<Line>> entry : lines.entrySet()) {
                Line line = entry.getValue().get();
                table.append(entry.getKey()).append(line.letters()).append('\n');
                problems.addAll(line.problems());
                line.letters().chars().forEach(letter -> counts.merge((char) letter, 1, Integer::sum));
            }
        } finally {
            threads.shutdownNow();
        }
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.writeString(
                TABLE, legend() + table + "\n" + counted(counts) + "\n\n" + String.join("\n", problems) + "\n");
        System.out.println(table + "\n" + counted(counts));

        assertThat(problems.stream().limit(SHOWN))
                .as("the first of %d, which stand in %s", problems.size(), TABLE)
                .isEmpty();
    }

    @Test
    void noWriteIsLeftOut() {
        assertThat(Writes.all().stream().map(Write::endpoint))
                .containsAll(Arrays.stream(PassCultureEndpoint.values())
                        .filter(endpoint -> endpoint.method() != Endpoint.Method.GET)
                        .toList());
    }

    /**
     * A response that comes twice is left on the connection. Whoever asks for something by its id next does not get it:
     * either the connection is looked at before and found with something to say, so that the read goes by another one;
     * or the response is seen to be about something else. (What has no id, nothing can tell.)
     */
    @Test
    void theNextReadIsNotRespondedByWhatIsLeftOfTheLast() throws Exception {
        Write write = Writes.all().stream()
                .filter(one -> one.endpoint() == PassCultureEndpoint.CREATE_EVENT)
                .findFirst()
                .orElseThrow();
        try (Scene scene = new Scene();
                FaultProxy proxy = new FaultProxy(scene.environment.baseUrl())) {
            scene.through(proxy);
            long other = scene.event().id();
            Action action = write.arrange().apply(scene, World.FRESH);
            proxy.arm(plan(new Cell(write, World.FRESH, WireFault.TWICE, 1, Cell.Reading.ALL.get(0)), action));

            assertThat(action.call().apply(RequestOptions.none()).claim()).isEqualTo(DONE);

            try {
                assertThat(scene.exposed().events().get(other).id()).isEqualTo(other);
            } catch (UnreadableResponseException noticed) {
                assertThat(noticed).hasMessageContaining("another id than the one asked for");
            }
            assertThat(scene.exposed().events().get(other).id()).isEqualTo(other);
        }
    }

    private static Line line(List<Cell> cells) throws Exception {
        StringBuilder letters = new StringBuilder();
        List<String> problems = new ArrayList<>();
        try (Scene scene = new Scene()) {
            for (Cell cell : cells) {
                letters.append(played(scene, cell, problems));
            }
        }
        return new Line(letters.toString(), problems);
    }

    private static char played(Scene scene, Cell cell, List<String> problems) throws Exception {
        try (FaultProxy proxy = new FaultProxy(scene.environment.baseUrl())) {
            scene.through(proxy);
            Action action = cell.write().arrange().apply(scene, cell.world());
            proxy.arm(plan(cell, action));
            scene.dropConnections();
            if (cell.fault().is(Trait.REFUSED)) {
                scene.refuseTheNextConnection();
            }
            long started = System.nanoTime();
            Ending ending = Ending.of(() -> action.call().apply(cell.options()));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            boolean interrupted = Thread.interrupted();
            Evidence evidence = proxy.evidence();

            List<String> wrong = Judge.problems(cell, ending, evidence, interrupted, took);
            if (Judge.countable(cell, ending)) {
                scene.dropConnections();
                int shown = action.effects().getAsInt();
                if (shown != 1) {
                    wrong.add("returned, and the server shows it " + shown + " times");
                }
            }
            wrong.forEach(problem -> problems.add(cell + ": " + problem));
            return letter(cell, action, ending, evidence, wrong);
        } catch (RuntimeException e) {
            problems.add(cell + " cannot be played: " + e);
            return '?';
        }
    }

    private static Plan plan(Cell cell, Action action) {
        PassCultureEndpoint endpoint = cell.write().endpoint();
        Pattern path = Pattern.compile(endpoint.template().replaceAll("\\{[^}]*}", "[^/]+"));
        Runnable meanwhile = cell.world() == World.CHANGED_MEANWHILE ? action.meanwhile() : () -> {};
        return new Plan(
                request -> request.method().equals(endpoint.method().name())
                        && path.matcher(request.path()).matches(),
                cell.fault(),
                cell.fault().is(Trait.REFUSED) ? 0 : cell.strikes(),
                meanwhile,
                Thread.currentThread());
    }

    private static char letter(Cell cell, Action action, Ending ending, Evidence evidence, List<String> wrong) {
        if (!wrong.isEmpty()) {
            return '!';
        }
        if (ending.claim() == UNDECIDED) {
            return 'u';
        }
        if (ending.claim() == NOT_DONE) {
            return evidence.effects().isEmpty() ? 'n' : 'b';
        }
        if (evidence.effects().isEmpty()) {
            return Judge.maySpeakOfAnother(cell) ? 'm' : 'b';
        }
        boolean again = evidence.writes() > 1;
        boolean read = evidence.reads() > action.reads() + (cell.reading().beforeTheWrite() ? 1 : 0);
        return again ? read ? 'x' : 'a' : read ? 'r' : '.';
    }

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new LinkedHashMap<>();
        letters.put('.', DONE + " at the first try");
        letters.put('a', DONE + ", sent again");
        letters.put('r', DONE + ", settled by reading");
        letters.put('x', DONE + ", read and sent again");
        letters.put('n', NOT_DONE + ", and says so");
        letters.put('u', UNDECIDED + ", and says so, with what to do");
        letters.put('b', "believed the programme's own words, which were a lie");
        letters.put('m', "read before and after, and took another's very same change for its own");
        letters.put('!', "a problem, or " + ESCAPED);
        letters.put('?', "could not be played");
        return letters;
    }

    private static String legend() {
        StringBuilder legend = new StringBuilder();
        LETTERS.forEach((letter, meaning) ->
                legend.append(letter).append("  ").append(meaning).append('\n'));
        legend.append("\nThe columns of a fresh world, and those of the others:\n");
        Write first = Writes.all().get(0);
        for (World world : List.of(World.FRESH, World.EXISTS)) {
            legend.append(world).append(": ");
            legend.append(Cell.of(first, world).stream()
                    .map(cell -> cell.fault().title() + (cell.strikes() == 1 ? "" : " (always)"))
                    .collect(joining(" | ")));
            legend.append('\n');
        }
        return legend.append('\n').toString();
    }

    private static String counted(Map<Character, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + LETTERS.get(count.getKey()))
                .collect(joining("\n"));
    }
}
