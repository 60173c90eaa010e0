package fr.passerelle.counsellor;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.counsellor.audit.Audit;
import fr.passerelle.counsellor.audit.HtmlReport;
import fr.passerelle.counsellor.audit.Summary;
import fr.passerelle.counsellor.audit.SummaryText;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.model.credit.Department;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code counsellor audit}: who of a list is missing out. */
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class AuditCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LIST.csv", descriptionKey = "audit.list")
    private @Nullable Path list;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "RESULT.csv",
            descriptionKey = "audit.output")
    private @Nullable Path output;

    @Option(names = "--report", paramLabel = "REPORT.html", descriptionKey = "audit.report")
    private @Nullable Path report;

    @Option(names = "--columns", paramLabel = "NAME=HEADING,…", descriptionKey = "audit.columns")
    private @Nullable String columns;

    @Option(names = "--month-first", descriptionKey = "audit.month-first")
    private boolean monthFirst;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private MomentOption on = new MomentOption();

    AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = surroundings.texts();
        Path source = Objects.requireNonNull(list);
        Path result = Objects.requireNonNull(output);
        Moment moment = on.moment(surroundings);
        Audit.Form form = new Audit.Form(columns, monthFirst);
        if (report != null) {
            OutputFile.check(report, List.of(source, result));
        }
        try (InputFile people = InputFile.open(source);
                OutputFile judged = OutputFile.begin(result, true, List.of(source))) {
            Audit.Outcome outcome = new Audit(moment, texts).run(people, judged, form);
            judged.finish();
            if (report != null) {
                write(report, outcome.summary(), moment, List.of(source, result));
            }
            SummaryText text = new SummaryText(outcome, texts);
            surroundings.out().println(json ? text.json().toPrettyString() : text.plain());
        } catch (MissingColumnsException noList) {
            throw FailedException.unusable(source.getFileName() + " : "
                    + (noList.cells() == 0 ? texts.of("list.empty") : texts.of("list.no-birth-date", noList.cells())));
        } catch (IllegalArgumentException noColumn) {
            throw FailedException.unusable(texts.of("columns.bad", String.valueOf(noColumn.getMessage())));
        }
        return ExitCode.OK;
    }

    private void write(Path page, Summary summary, Moment moment, List<Path> others) throws IOException {
        LocalDate day = moment.in(Department.PARIS).atZone(Department.PARIS).toLocalDate();
        try (OutputFile file = OutputFile.begin(page, true, others)) {
            file.writer().write(new HtmlReport(summary, day, surroundings.texts()).page());
            file.finish();
        }
    }
}
