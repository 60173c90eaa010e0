package fr.passerelle.bookshop;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Passerelle bookshop " + (version == null ? "(development)" : version)};
    }
}
