package fr.passerelle.benchmarks.table;

import fr.passerelle.benchmarks.storm.StormCommand;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code --table [PATTERN [ROUNDS]]} prints the ratios of the rows whose benchmarks match; {@code --smoke} runs each
 * benchmark once, to see that it works, and the quick storms; {@code --storm [quick]} prints what holds when many call
 * at once. Both end with status 1 if a storm's goal is not met. All else is JMH's own command line.
 */
public final class Main {

    private static final int ROUNDS = 3;

    private Main() {}

    /** Runs. */
    public static void main(String[] args) throws IOException, RunnerException {
        String command = args.length == 0 ? "--table" : args[0];
        if (command.equals("--smoke")) {
            new Rounds(Row.ALL).smoke();
            storm("quick");
        } else if (command.equals("--storm")) {
            storm(args.length > 1 ? args[1] : "full");
        } else if (command.equals("--table")) {
            Pattern wanted = Pattern.compile(args.length > 1 ? args[1] : "");
            List<Row> rows = Row.ALL.stream()
                    .filter(row -> wanted.matcher(row.sdk()).find())
                    .toList();
            Rounds rounds = new Rounds(rows);
            rounds.run(args.length > 2 ? Integer.parseInt(args[2]) : ROUNDS);
            System.out.println(Table.of(rounds.ratios()));
        } else {
            org.openjdk.jmh.Main.main(args);
        }
    }

    private static void storm(String list) {
        if (!StormCommand.run(list)) {
            System.exit(1);
        }
    }
}
