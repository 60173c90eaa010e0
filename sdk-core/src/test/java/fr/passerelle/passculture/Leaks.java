package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Counts what calls take and give back: exchanges, connections, threads. */
final class Leaks extends EventListener {

    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final OkHttpClient client =
            new OkHttpClient.Builder().eventListener(this).build();

    /** For the builder of a client whose calls are to be counted. */
    OkHttpClient okHttpClient() {
        return client;
    }

    /** How many exchanges were started at all. */
    int calls() {
        return calls.get();
    }

    void assertNothingLeft() {
        assertThat(exchanges).as("exchanges under way").hasValue(0);
        assertThat(connections).as("connections in use").hasValue(0);
        assertThat(client.connectionPool().idleConnectionCount())
                .as("idle connections, of all there are")
                .isEqualTo(client.connectionPool().connectionCount());
        client.connectionPool().evictAll();
        assertThat(client.connectionPool().connectionCount()).as("connections").isZero();
    }

    /** Threads that do the work of futures, of all clients. */
    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("passerelle-worker"))
                .toList();
    }

    /** Those of the clients' threads that do not end, although there is nothing to do. */
    static List<Thread> threadsLeft() {
        return threads().stream().filter(Leaks::stays).toList();
    }

    private static boolean stays(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return thread.isAlive();
    }

    @Override
    public void callStart(Call call) {
        exchanges.incrementAndGet();
        calls.incrementAndGet();
    }

    @Override
    public void callEnd(Call call) {
        exchanges.decrementAndGet();
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        exchanges.decrementAndGet();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connections.incrementAndGet();
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        connections.decrementAndGet();
    }
}
