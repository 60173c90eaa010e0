package fr.passerelle.internal.endpoint;

import java.util.Collection;
import java.util.List;

/** A request that has left, as far as its response needs to know it. */
public interface SentRequest {

    /** What it was for. */
    Endpoint endpoint();

    /** Every value that it carried, in its path, query, headers and body: no message repeats one of them. */
    Collection<String> values();

    /** One that carried nothing. */
    static SentRequest to(Endpoint endpoint) {
        return new SentRequest() {
            @Override
            public Endpoint endpoint() {
                return endpoint;
            }

            @Override
            public Collection<String> values() {
                return List.of();
            }
        };
    }
}
