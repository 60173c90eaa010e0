package fr.passerelle.internal.http;

import java.time.Duration;

/** What an attempt carries through OkHttp: its connect timeout, and whether it has begun to leave. */
final class Flight {

    private final Duration connectTimeout;
    private volatile boolean sent;

    Flight(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    void markSent() {
        sent = true;
    }

    boolean sent() {
        return sent;
    }
}
