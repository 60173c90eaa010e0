package fr.passerelle.invitationsserver.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty in front of a dispatcher. Plain HTTP: whoever listens beyond this machine puts a proxy with TLS before it. */
public final class WebServer implements AutoCloseable {

    /** Largest body, in bytes: a call over 2000 allotments, or 200 scans of a door, have more than 64 KiB. */
    public static final int MAX_BODY = 128 * 1024;

    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_THREADS = 64;
    private static final int IDLE_MILLIS = 30_000;
    private static final int PIECE = 8 * 1024;
    private static final int STOP_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Takes the port. Whoever calls waits for {@link #start}.
     *
     * @param host which interface
     * @param port 0 for any free one
     * @throws UncheckedIOException if it cannot listen there
     */
    public WebServer(String host, int port) {
        server = new Server(new QueuedThreadPool(MAX_THREADS));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MAX_HEADERS);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        server.setErrorHandler((request, response, callback) -> {
            send(Reply.problem(unreadable(response.getStatus())), response, callback);
            return true;
        });
        try {
            connector.open();
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("cannot listen on port " + port, cannotListen);
        }
    }

    /** Lets callers in. */
    public void start(Dispatcher dispatcher) {
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                AtomicBoolean unread = new AtomicBoolean(hasBody(request));
                Reply reply = dispatcher.dispatch(read(request), () -> {
                    unread.set(false);
                    return body(request);
                });
                if (unread.get()) {
                    // What was not read may still come: said beforehand, so that no client sends its next request after
                    // it.
                    response.getHeaders().put(HttpHeader.CONNECTION, "close");
                }
                send(reply, response, callback);
                return true;
            }
        });
        try {
            server.start();
        } catch (Exception unexpected) {
            throw new IllegalStateException("the server did not start", unexpected);
        }
    }

    /** What is so wrong that it never comes to the dispatcher: no page of HTML for a client that reads JSON. */
    private static ProblemException unreadable(int status) {
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return ProblemException.unavailable();
        }
        return status == HttpStatus.URI_TOO_LONG_414 || status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
                ? ProblemException.tooLarge()
                : ProblemException.malformed("this is not a request that can be read");
    }

    private static Dispatcher.Request read(Request request) {
        return new Dispatcher.Request(
                request.getMethod(),
                request.getHttpURI().getPath(),
                query(request),
                request.getHeaders().get(HttpHeader.AUTHORIZATION),
                request.getHeaders().get(HttpHeader.IF_MATCH),
                request.getHeaders().get(HttpHeader.CONTENT_TYPE),
                String.valueOf(Request.getRemoteAddr(request)));
    }

    private static @Nullable Map<String, String> query(Request request) {
        try {
            Map<String, String> query = new LinkedHashMap<>();
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                query.put(field.getName(), field.getValue());
            }
            return query;
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static boolean hasBody(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    }

    private static byte[] body(Request request) {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] read = read(in);
            if (read.length > MAX_BODY) {
                // Swallowed up to a bound, so that a client that is still sending comes to read the response.
                in.skip(16L * MAX_BODY);
                throw ProblemException.tooLarge();
            }
            return read;
        } catch (IOException broken) {
            throw ProblemException.malformed("the body broke off");
        }
    }

    /** Piece by piece, so that whoever sends a byte now and then does not keep a thread for ever. */
    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
        for (int got = in.read(piece); got >= 0 && all.size() <= MAX_BODY; got = in.read(piece)) {
            all.write(piece, 0, got);
            if (System.nanoTime() > deadline) {
                throw ProblemException.malformed("the body took too long");
            }
        }
        return all.toByteArray();
    }

    private static void send(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (reply.status() != 204) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    /** Where it listens. */
    public URI baseUrl() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close(); // it may be open without having been started
        } catch (Exception unexpected) {
            throw new IllegalStateException("the server did not stop", unexpected);
        }
    }
}
