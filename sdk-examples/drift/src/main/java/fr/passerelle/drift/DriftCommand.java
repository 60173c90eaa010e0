package fr.passerelle.drift;

import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command. */
@Command(name = "drift", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DriftCommand implements Callable<Integer> {

    private final Texts texts;

    @Parameters(arity = "1..2", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--sdk", descriptionKey = "sdk")
    private boolean sdk;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** The languages spoken. */
    private enum Spoken {
        FR,
        EN
    }

    // Told of so that picocli takes it; Language has read it by then, to translate the help.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
    private Spoken lang = Spoken.EN;

    @Spec
    private CommandSpec command = CommandSpec.create();

    DriftCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        if (files.size() != (sdk ? 1 : 2)) {
            throw new ParameterException(command.commandLine(), texts.of(sdk ? "files.sdk" : "files.two"));
        }
        Report report = new Report(sdk ? againstTheSdk(files.get(0)) : between(files.get(0), files.get(1)));
        if (json) {
            command.commandLine().getOut().println(report.json());
        } else {
            report.lines(texts).forEach(command.commandLine().getOut()::println);
        }
        return report.covered() ? ExitCode.COVERED : ExitCode.NOT_COVERED;
    }

    private static List<Change> between(Path before, Path after) {
        return Comparison.of(ContractReader.read(before), ContractReader.read(after), SdkContract.whole());
    }

    private static List<Change> againstTheSdk(Path file) {
        Contract document = ContractReader.read(file);
        return Comparison.of(SdkContract.whole(), SdkContract.outline(document), SdkContract.whole());
    }
}
