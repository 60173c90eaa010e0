package fr.passerelle.boxoffice;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Passerelle box office " + (version == null ? "(development)" : version)};
    }
}
