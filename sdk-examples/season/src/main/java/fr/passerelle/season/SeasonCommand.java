package fr.passerelle.season;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The programme itself; the work is done by its commands. */
@Command(name = "season", versionProvider = Version.class)
final class SeasonCommand implements Runnable {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    SeasonCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), surroundings.texts().of("command.missing"));
    }
}
