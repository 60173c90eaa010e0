package fr.passerelle.season;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.report.OutcomeReport;
import fr.passerelle.season.report.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Tells each outcome, and counts. */
final class Tally implements Consumer<Outcome>, AutoCloseable {

    private final Texts texts;
    private final Console console;
    private final OutcomeReport report;
    private final Progress progress;
    private int published;
    private int unchanged;
    private int refused;

    Tally(Surroundings surroundings, int records) {
        this.texts = surroundings.texts();
        this.console = surroundings.console();
        this.report = new OutcomeReport(console, texts);
        this.progress = new Progress(console, records);
    }

    void begin(String title) {
        console.heading(title);
        progress.show();
    }

    @Override
    public void accept(Outcome outcome) {
        report.tell(outcome);
        progress.step();
        if (outcome instanceof Outcome.Refused) {
            refused++;
        } else if (outcome instanceof Outcome.Published offer && offer.change().isNothing()) {
            unchanged++;
        } else {
            published++;
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    int refused() {
        return refused;
    }

    void end(String text) {
        close();
        console.heading(text);
        console.table(List.of(
                List.of(texts.of("publish.published"), String.valueOf(published)),
                List.of(texts.of("publish.unchanged"), String.valueOf(unchanged)),
                List.of(texts.of("publish.refused"), String.valueOf(refused))));
    }
}
