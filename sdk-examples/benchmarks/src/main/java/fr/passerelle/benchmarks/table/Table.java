package fr.passerelle.benchmarks.table;

import fr.passerelle.benchmarks.table.Rounds.Ratio;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The ratios as Markdown: the median of the rounds, and their range where it is not the same. */
final class Table {

    private static final String HEAD = """
            | operation | threads | time | goal | bytes | goal | |
            |---|---|---|---|---|---|---|
            """;

    private Table() {}

    static String of(List<Row> rows, Rounds rounds) {
        return rows.stream().map(row -> line(row, rounds.of(row))).collect(Collectors.joining("\n", HEAD, ""));
    }

    private static String line(Row row, List<Ratio> ratios) {
        boolean met = within(ratios, Ratio::time, row.timeGoal()) && within(ratios, Ratio::bytes, row.bytesGoal());
        boolean goal = !Double.isNaN(row.timeGoal());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s |",
                row.operation(),
                row.threads(),
                cell(ratios, Ratio::time),
                goal(row.timeGoal()),
                row.ownProcess() ? "" : cell(ratios, Ratio::bytes),
                goal(row.bytesGoal()),
                !goal ? "" : met ? "met" : "**short**");
    }

    private static boolean within(List<Ratio> ratios, ToDoubleFunction<Ratio> part, double goal) {
        return Double.isNaN(goal) || Math.round(100 * median(ratios, part)) <= Math.round(100 * goal);
    }

    private static String cell(List<Ratio> ratios, ToDoubleFunction<Ratio> part) {
        String median = number(median(ratios, part));
        String least = number(ratios.stream().mapToDouble(part).min().orElse(Double.NaN));
        String most = number(ratios.stream().mapToDouble(part).max().orElse(Double.NaN));
        return least.equals(most) ? median : median + " (" + least + "–" + most + ")";
    }

    private static double median(List<Ratio> ratios, ToDoubleFunction<Ratio> part) {
        double[] sorted = ratios.stream().mapToDouble(part).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String goal(double goal) {
        return Double.isNaN(goal) ? "" : "≤ " + number(goal);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
