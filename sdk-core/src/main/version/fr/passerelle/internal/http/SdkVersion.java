package fr.passerelle.internal.http;

/** Filled in by the build. A constant: reading a file of the jar costs a client's first call some milliseconds. */
final class SdkVersion {

    static final String VALUE = "${project.version}";

    private SdkVersion() {}
}
