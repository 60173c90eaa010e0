package fr.passerelle.counsellor;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.counsellor.audit.Audit;
import fr.passerelle.counsellor.audit.HtmlReport;
import fr.passerelle.counsellor.audit.SummaryText;
import fr.passerelle.counsellor.audit.UnusableListException;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.model.credit.Department;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        if (!Files.isRegularFile(source)) {
            throw FailedException.unusable(texts.of("file.missing", source));
        }
        checkTarget(result, source);
        if (report != null) {
            checkTarget(report, source);
            if (same(report, result)) {
                throw FailedException.unusable(texts.of("audit.same-file", report));
            }
        }
        Audit.Outcome outcome;
        try {
            outcome = new Audit(moment, texts).run(source, result);
        } catch (UnusableListException noList) {
            throw FailedException.unusable(source.getFileName() + " : " + noList.sentence(texts));
        }
        if (report != null) {
            LocalDate day = moment.in(Department.PARIS).atZone(Department.PARIS).toLocalDate();
            new HtmlReport(outcome.summary(), day, texts).write(report);
        }
        SummaryText text = new SummaryText(outcome, texts);
        surroundings.out().println(json ? text.json().toPrettyString() : text.plain());
        return ExitCode.OK;
    }

    /** A file to write must not be the list, nor a folder, and its folder must be there. */
    private void checkTarget(Path target, Path source) throws IOException {
        Texts texts = surroundings.texts();
        Path folder = target.toAbsolutePath().getParent();
        if (same(target, source)) {
            throw FailedException.unusable(texts.of("audit.same-file", target));
        }
        if (Files.isDirectory(target) || folder == null) {
            throw FailedException.unusable(texts.of("audit.is-folder", target));
        }
        if (!Files.isDirectory(folder)) {
            throw FailedException.unusable(texts.of("file.missing", folder));
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    }
}
