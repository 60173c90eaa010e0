package fr.passerelle.internal.http;

import fr.passerelle.internal.endpoint.Endpoint;
import org.jspecify.annotations.Nullable;

/** Who the client is, for each operation. */
@FunctionalInterface
public interface Credentials {

    /** What to send after {@code Bearer}; null to say nothing. Asked anew for every attempt. */
    @Nullable
    String bearer(Endpoint endpoint);
}
