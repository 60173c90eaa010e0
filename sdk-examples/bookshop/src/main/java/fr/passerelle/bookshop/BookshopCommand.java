package fr.passerelle.bookshop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The programme itself; the work is done by its commands. */
@Command(name = "bookshop", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class BookshopCommand implements Runnable {

    private final Surroundings surroundings;

    // Told of so that every command takes it; Language has read it by then, to translate the help.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    private String lang = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    BookshopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), surroundings.texts().of("command.missing"));
    }
}
