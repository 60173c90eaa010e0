package fr.passerelle.bookshop;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.sandbox.Sandbox;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bookshop demo}: the whole story on an offline programme. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000", descriptionKey = "demo.rows")
    private long rows;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "make-csv.seed")
    private long seed;

    @Spec
    private CommandSpec command = CommandSpec.create();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        RowCount.check(rows, command, texts);
        try (Sandbox sandbox = Sandbox.start()) {
            new Demo(sandbox, surroundings, rows, seed).play();
        }
        return ExitCode.OK;
    }
}
