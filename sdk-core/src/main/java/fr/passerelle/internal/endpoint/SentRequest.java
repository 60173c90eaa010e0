package fr.passerelle.internal.endpoint;

import fr.passerelle.error.CallSite;
import java.util.Collection;
import java.util.List;

/** A request that has left, as far as its response needs to know it. */
public interface SentRequest {

    /** What it was for. */
    Endpoint endpoint();

    /** The id that it was given; empty if none. */
    String requestId();

    /** Every value that it carried, in its path, query, headers and body: no message repeats one of them. */
    Collection<String> values();

    /** How exceptions name its call. */
    default CallSite site(int attempts) {
        return endpoint().site(attempts, requestId());
    }

    /** One that carried nothing. */
    static SentRequest to(Endpoint endpoint) {
        return new SentRequest() {
            @Override
            public Endpoint endpoint() {
                return endpoint;
            }

            @Override
            public String requestId() {
                return "";
            }

            @Override
            public Collection<String> values() {
                return List.of();
            }
        };
    }
}
