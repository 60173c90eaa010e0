package fr.passerelle.sandbox.settle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.Recipes;
import fr.passerelle.sandbox.settle.Write.Deed;
import fr.passerelle.sandbox.traffic.Fault;
import fr.passerelle.sandbox.traffic.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every writing operation in every trouble, against the sandbox over the loopback: afterwards the server shows the
 * effect exactly once, or the exception says that nobody knows. The table goes to {@code target/fault-matrix.txt}.
 */
class FaultMatrixTest {

    private static final Path TABLE = Path.of("target", "fault-matrix.txt");

    /** How a cell ended. */
    private enum End {
        DONE("done"),
        AGAIN("again"),
        READ("read"),
        READ_AND_AGAIN("read+again"),
        NOT_DONE("not done"),
        UNDECIDED("undecided");

        final String word;

        End(String word) {
            this.word = word;
        }
    }

    private final List<String> problems = new ArrayList<>();

    @Test
    void everyWriteEndsInOneEffectOrSaysThatItCannotKnow() throws IOException {
        Map<Write, Map<Trouble, End>> matrix = new LinkedHashMap<>();
        for (Write write : Writes.all()) {
            Map<Trouble, End> line = new EnumMap<>(Trouble.class);
            try (Scene scene = new Scene()) {
                for (Trouble trouble : Trouble.values()) {
                    line.put(trouble, cell(scene, write, trouble));
                }
            }
            matrix.put(write, line);
        }
        String table = table(matrix);
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.writeString(TABLE, table);
        System.out.println(table);

        assertThat(problems).isEmpty();
        assertThat(matrix.values()).allMatch(line -> line.size() == Trouble.values().length);
    }

    @Test
    void noWriteIsLeftOut() {
        assertThat(Writes.all().stream().map(Write::endpoint))
                .containsAll(Arrays.stream(Endpoint.values())
                        .filter(endpoint -> endpoint.method() != Endpoint.Method.GET)
                        .toList());
    }

    private End cell(Scene scene, Write write, Trouble trouble) {
        try {
            return played(scene, write, trouble);
        } catch (RuntimeException e) {
            problems.add(write + " / " + trouble.title + " cannot be played: " + e);
            return End.UNDECIDED;
        }
    }

    private End played(Scene scene, Write write, Trouble trouble) {
        Deed deed = write.arrange().apply(scene);
        scene.stage.sandbox.journal().clear();
        if (trouble.effect == null) {
            scene.refuseTheNextConnection();
        } else {
            scene.stage.sandbox.faults().add(Fault.next(trouble.effect).on(method(write), path(write)));
        }
        End end = end(scene, write, trouble, deed);
        scene.stage.sandbox.faults().clear();
        return end;
    }

    private static String method(Write write) {
        return write.endpoint().method().name();
    }

    private static String path(Write write) {
        return "^" + write.endpoint().template().replaceAll("\\{[^}]*}", "[^/]+") + "$";
    }

    private End end(Scene scene, Write write, Trouble trouble, Deed deed) {
        String cell = write + " / " + trouble.title;
        try {
            deed.act().accept(Scene.options(trouble));
        } catch (PassCultureException failure) {
            int effects = deed.effects().getAsInt();
            if (!failure.mayHaveBeenProcessed()) {
                require(effects == 0, cell + ": happened, and says that it did not: " + failure);
                return End.NOT_DONE;
            }
            require(!write.settles(), cell + ": should have been settled: " + failure);
            require(effects <= 1, cell + ": happened " + effects + " times");
            require(
                    failure.getMessage().contains(Recipes.of(write.endpoint())),
                    cell + ": no recipe in " + failure.getMessage());
            return End.UNDECIDED;
        }
        End end = returned(scene, write, deed);
        int effects = deed.effects().getAsInt();
        require(effects == 1, cell + ": returned, and happened " + effects + " times");
        return end;
    }

    private End returned(Scene scene, Write write, Deed deed) {
        List<Journal.Entry> seen = scene.stage.sandbox.journal().entries();
        long reads = seen.stream().filter(entry -> entry.method().equals("GET")).count() - deed.reads();
        boolean struck = scene.stage.sandbox.faults().all().stream().anyMatch(fault -> fault.struck() > 0);
        boolean again = struck
                && seen.stream()
                        .anyMatch(entry -> entry.method().equals(method(write))
                                && entry.fault() == null
                                && entry.path().matches(path(write)));
        if (reads > 0) {
            return again ? End.READ_AND_AGAIN : End.READ;
        }
        return again ? End.AGAIN : End.DONE;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static String table(Map<Write, Map<Trouble, End>> matrix) {
        StringBuilder table = new StringBuilder(
                        "Every write in every trouble. done: at the first try. again: sent again.")
                .append(
                        " read: settled by reading.\nread+again: read, then sent again. not done: the exception says so. undecided: it says so,")
                .append(" with what to do.\n\n");
        row(
                table,
                "",
                Arrays.stream(Trouble.values()).map(trouble -> trouble.title).toList());
        matrix.forEach((write, line) -> row(
                table,
                write.toString(),
                line.values().stream().map(end -> end.word).toList()));
        Map<End, Integer> counts = new EnumMap<>(End.class);
        matrix.values().forEach(line -> line.values().forEach(end -> counts.merge(end, 1, Integer::sum)));
        return table.append('\n')
                .append(counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().word)
                        .collect(joining(", ")))
                .append('\n')
                .toString();
    }

    private static void row(StringBuilder table, String name, List<String> cells) {
        table.append(String.format(Locale.ROOT, "%-44s", name));
        cells.forEach(cell -> table.append(String.format(Locale.ROOT, " %-12s", cell)));
        table.append('\n');
    }
}
