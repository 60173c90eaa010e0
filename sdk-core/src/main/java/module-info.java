/** Talks to culture-access programmes: the pass Culture client. */
module fr.passerelle.core {
    requires transitive fr.passerelle.model;
    requires transitive okhttp3;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    // Automatic modules: they have no descriptor yet, so no jlink image can hold this one either.
    requires resilience4j.circuitbreaker;
    requires resilience4j.ratelimiter;
    requires okio;
    requires org.slf4j;
    requires static org.jspecify;

    exports fr.passerelle.client;
    exports fr.passerelle.client.error;
}
