package fr.passerelle.sandbox.traffic;

import fr.passerelle.sandbox.http.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that writes its line in the journal just before the first byte of the response leaves, so that a client
 * that has its response finds the line.
 */
final class JournaledExchange implements Exchange {

    private final Exchange exchange;
    private final Journal journal;
    private final @Nullable String key;
    private final @Nullable String fault;
    private boolean written;
    private long requestBytes;

    JournaledExchange(Exchange exchange, Journal journal, @Nullable String key, @Nullable String fault) {
        this.exchange = exchange;
        this.journal = journal;
        this.key = key;
        this.fault = fault;
    }

    @Override
    public String method() {
        return exchange.method();
    }

    @Override
    public String path() {
        return exchange.path();
    }

    @Override
    public Map<String, List<String>> query() {
        return exchange.query();
    }

    @Override
    public @Nullable String header(String name) {
        return exchange.header(name);
    }

    @Override
    public @Nullable String operation() {
        return exchange.operation();
    }

    @Override
    public byte[] body() throws IOException {
        byte[] body = exchange.body();
        requestBytes = body.length;
        return body;
    }

    @Override
    public void begin(int status, Map<String, String> headers, long length) throws IOException {
        write(status, length);
        exchange.begin(status, headers, length);
    }

    @Override
    public void write(byte[] part) throws IOException {
        exchange.write(part);
    }

    @Override
    public void end() throws IOException {
        exchange.end();
    }

    @Override
    public void abort() {
        write(null, 0);
        exchange.abort();
    }

    private void write(@Nullable Integer status, long responseBytes) {
        if (!written) {
            written = true;
            journal.received(method(), path(), status, key, operation(), fault, requestBytes, responseBytes);
        }
    }
}
