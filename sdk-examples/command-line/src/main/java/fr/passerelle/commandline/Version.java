package fr.passerelle.commandline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The name of the programme and the version that stands in its jar. */
public final class Version implements IVersionProvider {

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        String name = command == null ? "" : command.root().name();
        return new String[] {"Passerelle " + name + " " + (version == null ? "(development)" : version)};
    }
}
