import org.jspecify.annotations.NullMarked;

/** Talks to culture-access programmes: the pass Culture client and the vendor's ticketing desk. */
@NullMarked
module fr.passerelle.core {
    requires transitive fr.passerelle.model;
    requires transitive okhttp3;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    // Automatic modules: they have no descriptor yet, so no jlink image can hold this one either.
    requires io.github.resilience4j.circuitbreaker;
    requires okio;
    requires org.slf4j;
    // For those who use fr.passerelle.ratelimit.bucket4j, fr.passerelle.metrics or fr.passerelle.tracing, and require
    // them
    // themselves.
    requires static io.github.bucket4j.core;
    requires static io.opentelemetry.api;
    requires static io.opentelemetry.context;
    requires static micrometer.core;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;

    exports fr.passerelle.catalogue;
    exports fr.passerelle.error;
    exports fr.passerelle.http;
    exports fr.passerelle.invitations;
    exports fr.passerelle.metrics;
    exports fr.passerelle.passculture;
    exports fr.passerelle.ratelimit;
    exports fr.passerelle.ratelimit.bucket4j;
    exports fr.passerelle.reconciliation;
    exports fr.passerelle.ticketing;
    exports fr.passerelle.tracing;
}
