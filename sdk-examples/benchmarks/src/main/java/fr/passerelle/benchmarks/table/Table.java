package fr.passerelle.benchmarks.table;

import fr.passerelle.benchmarks.table.Rounds.Ratio;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The ratios as Markdown. */
final class Table {

    private static final String HEAD = """
            | operation | threads | time | median | goal | bytes | goal | | beside `java.net.http`: time | bytes |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private Table() {}

    static String of(Map<Row, Ratio> ratios) {
        return ratios.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", HEAD, ""));
    }

    private static String line(Row row, Ratio ratio) {
        boolean met = within(ratio.time(), row.timeGoal()) && within(ratio.bytes(), row.bytesGoal());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s |",
                row.operation(),
                row.threads(),
                figure(ratio.time()),
                figure(ratio.median()),
                goal(row.timeGoal()),
                row.ownProcess() ? "" : figure(ratio.bytes()),
                goal(row.bytesGoal()),
                Double.isNaN(row.timeGoal()) ? "" : met ? "met" : "**short**",
                figure(ratio.timeBesideJdk()),
                row.ownProcess() ? "" : figure(ratio.bytesBesideJdk()));
    }

    /** As the table shows it, with two decimals. */
    private static boolean within(double ratio, double goal) {
        return Double.isNaN(goal) || Math.round(100 * ratio) <= Math.round(100 * goal);
    }

    private static String figure(double ratio) {
        return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String goal(double goal) {
        return Double.isNaN(goal) ? "" : String.format(Locale.ROOT, "≤ %.2f", goal);
    }
}
