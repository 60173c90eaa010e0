package fr.passerelle.bookshop.report;

import fr.passerelle.bookshop.file.BadRow;
import fr.passerelle.bookshop.file.Column;
import fr.passerelle.bookshop.file.CompletedEan;
import fr.passerelle.bookshop.file.Problem;
import fr.passerelle.bookshop.file.RefusedRows;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.ProductResult;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.EanOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows, tells the first troubles as they come, and writes all of them into a file. */
public final class Report {

    /** Troubles told on the console; more would hide the table. */
    private static final int TOLD = 20;

    /** Rows between two looks of whom watches. */
    private static final int PROGRESS_STEP = 100;

    private final Console console;
    private final Texts texts;
    private final Pass pass;
    private final RefusedRows refusedRows;
    private final Map<EanOutcome, Long> counts = new EnumMap<>(EanOutcome.class);
    private long badRows;
    private long completedEans;
    private long unchanged;
    private long withdrawn;
    private long left;
    private long done;

    /** An empty report. */
    public Report(Console console, Texts texts, Pass pass, RefusedRows refusedRows) {
        this.console = console;
        this.texts = texts;
        this.pass = pass;
        this.refusedRows = refusedRows;
    }

    /** How the file is read: what was understood of its form is not left to be guessed. */
    public void begin(Table<Column> table) {
        String columns = table.columns().entrySet().stream()
                .map(column -> column.getKey().title() + " = “" + column.getValue() + "”")
                .collect(Collectors.joining(", "));
        console.line(texts.of("report.read-as", columns, table.charset().name()));
        if (table.skippedLines() > 0) {
            console.line(texts.of("report.skipped", texts.number(table.skippedLines())));
        }
    }

    /** A number that was completed. */
    public void completed(CompletedEan completed) {
        completedEans++;
        if (completedEans <= TOLD) {
            console.line(texts.of("row.completed", completed.line(), completed.written(), completed.ean()));
        }
    }

    /** A row of the file that cannot be sent. */
    public void bad(BadRow row) {
        badRows++;
        for (Problem problem : row.problems()) {
            String sentence = ProblemText.of(problem, texts);
            refusedRows.add(row, problem, sentence);
            tell(row.line(), sentence);
        }
        step();
    }

    /** What became of a product that is not as the programme was last seen to have it, or not in the file. */
    public void product(long line, ProductResult result) {
        Ean ean = new Ean(result.change().offer());
        boolean gone = result.change().cause() == Change.Cause.GONE;
        if (result.outcome().isEmpty()) {
            left++;
        } else if (gone && result.state() == ChangeResult.State.DONE) {
            withdrawn++;
        } else {
            outcome(line, ean, result.outcome().get(), result.failure().orElse(null));
            done -= gone ? 1 : 0;
        }
    }

    /** Products of the file that are as the programme was last seen to have them. */
    public void unchanged(long products) {
        unchanged += products;
        done += products;
    }

    /** What became of a row's product. */
    public void outcome(long line, Ean ean, EanOutcome outcome, @Nullable RuntimeException failure) {
        counts.merge(outcome, 1L, Long::sum);
        if (outcome != EanOutcome.APPLIED) {
            String label = label(outcome);
            String reason = failure == null ? "" : " (" + firstLine(failure) + ")";
            refusedRows.add(line, ean.value(), outcome.name(), label + reason);
            tell(line, ean + ": " + label + reason);
        }
        step();
    }

    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private long refused() {
        return badRows
                + counts.values().stream().mapToLong(Long::longValue).sum()
                - counts.getOrDefault(EanOutcome.APPLIED, 0L);
    }

    private void tell(long line, String sentence) {
        if (refused() <= TOLD) {
            console.line(line == 0 ? sentence : texts.of("row.problem", line, sentence));
        }
    }

    private void step() {
        done++;
        if (done % PROGRESS_STEP == 0) {
            console.passing(texts.of("progress", texts.number(done)));
        }
    }

    /** Whether a row could not be read, or not be sent. */
    public boolean hasBadRows() {
        return badRows > 0;
    }

    /** Whether every row was taken. */
    public boolean isClean() {
        return refused() == 0;
    }

    /** How many products had this outcome. */
    public long count(EanOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /**
     * Ends the report with its table.
     *
     * @param rows how many were read
     */
    public void end(long rows) {
        console.clear();
        if (refused() > TOLD) {
            console.line(texts.of("row.more", texts.number(refused() - TOLD)));
        }
        console.heading(texts.of(pass.key("report")));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(texts.of("report.rows"), texts.number(rows)));
        table.add(List.of(texts.of("report.bad"), texts.number(badRows)));
        addIfAny(table, "report.completed", completedEans);
        addIfAny(table, "report.unchanged", unchanged);
        addIfAny(table, "report.withdrawn", withdrawn);
        addIfAny(table, "report.left", left);
        for (EanOutcome outcome : EanOutcome.values()) {
            if (count(outcome) > 0 || isAlwaysShown(outcome)) {
                table.add(List.of(label(outcome), texts.number(count(outcome))));
            }
        }
        addIfAny(table, "report.unsettled", rows - done);
        console.table(table);
    }

    private void addIfAny(List<List<String>> table, String label, long count) {
        if (count > 0) {
            table.add(List.of(texts.of(label), texts.number(count)));
        }
    }

    private boolean isAlwaysShown(EanOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> true;
            case UNKNOWN, NOT_ALLOWED, NOT_COMPLIANT -> pass != Pass.READ;
            case PENDING -> pass == Pass.UPSERT;
            case REJECTED, NOT_SENT -> false;
        };
    }

    private String label(EanOutcome outcome) {
        return texts.of(outcome == EanOutcome.APPLIED ? pass.key("outcome.APPLIED") : "outcome." + outcome.name());
    }
}
