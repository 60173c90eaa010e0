package fr.passerelle.season;

import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.report.OutcomeReport;
import fr.passerelle.season.report.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells each outcome, and counts. */
final class Tally implements Consumer<Outcome>, AutoCloseable {

    private final Texts texts;
    private final Console console;
    private final OutcomeReport report;
    private Optional<SyncPlan> plan = Optional.empty();
    private Optional<Progress> progress = Optional.empty();
    private int published;
    private int unchanged;
    private int ended;
    private int refused;
    private int left;
    private int failed;

    Tally(Surroundings surroundings) {
        this.texts = surroundings.texts();
        this.console = surroundings.console();
        this.report = new OutcomeReport(console, texts);
    }

    void begin(String title) {
        console.heading(title);
    }

    /** What is ahead: a step for each change. */
    void plan(SyncPlan next) {
        plan = Optional.of(next);
        Progress bar = new Progress(console, next.changes().size());
        bar.show();
        progress = Optional.of(bar);
    }

    /** One more change is dealt with. */
    void step() {
        progress.ifPresent(Progress::step);
    }

    @Override
    public void accept(Outcome outcome) {
        close();
        report.tell(outcome);
        failed += outcome.hasFailed() ? 1 : 0;
        if (outcome.refusal().isPresent()) {
            refused++;
            ended += outcome.isChanged() ? 1 : 0;
            left += outcome.isChanged() ? 0 : 1;
        } else if (!outcome.isChanged()) {
            unchanged++;
        } else if (outcome.offering().isPresent()) {
            published++;
        } else {
            ended++;
        }
    }

    @Override
    public void close() {
        progress.ifPresent(Progress::close);
    }

    /** Whether every record is as it should be. */
    boolean isClean() {
        return refused == 0 && failed == 0;
    }

    void end(String text) {
        close();
        console.heading(text);
        List<List<String>> rows = new ArrayList<>(List.of(
                row("publish.published", published),
                row("publish.unchanged", unchanged),
                row("publish.ended", ended),
                row("publish.refused", refused)));
        if (failed > 0) {
            rows.add(row("publish.failed", failed));
        }
        plan.ifPresent(known -> {
            rows.add(row("publish.bookings", known.bookings()));
            rows.add(row("publish.calls", known.calls()));
        });
        console.table(rows);
        if (plan.isPresent() && left > 0) {
            console.remark(texts.of("publish.left"));
        }
    }

    private List<String> row(String key, long number) {
        return List.of(texts.of(key), String.valueOf(number));
    }
}
