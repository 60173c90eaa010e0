package fr.passerelle.sandbox.http;

import java.io.IOException;

/**
 * Stands around every call that is not a control call: pace, faults and journal are interceptors. It decides whether
 * the call is handled at all, and how its response is written.
 */
@FunctionalInterface
public interface Interceptor {

    /** Hands every call on and sends its response as it is. */
    Interceptor NONE = (exchange, handling) -> exchange.send(handling.handle());

    /** Handles the call: its effects happen, and its response is what the real server would have sent. */
    @FunctionalInterface
    interface Handling {
        Response handle() throws IOException;
    }

    /** Must end the exchange: send a response, or abort. Runs without the world's lock. */
    void intercept(Exchange exchange, Handling handling) throws IOException;
}
