package fr.passerelle.season;

import picocli.CommandLine.Option;

/** The options that every command has. The language is needed before they are parsed: {@link Language} reads it. */
final class CommonOptions {

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, descriptionKey = "version")
    private boolean version;

    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
    private String lang = "";
}
