package fr.passerelle.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The embedded server, on the loopback interface. */
public final class HttpServer implements AutoCloseable {

    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final Server server = new Server();
    private final ServerConnector connector;

    /**
     * Starts to listen.
     *
     * @param port the port, or 0 for any free one
     * @throws UncheckedIOException when the port cannot be listened on
     */
    public HttpServer(int port, Dispatcher dispatcher) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // A hundred ids of seventy characters fit into a query, and odd paths are answered by our own table.
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                dispatcher.dispatch(new JettyExchange(request, response, callback, dispatcher));
                return true;
            }
        });
        try {
            server.start();
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("Cannot listen on port " + port, cannotListen);
        } catch (Exception unexpected) {
            throw new IllegalStateException("The sandbox server did not start", unexpected);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception unexpected) {
            throw new IllegalStateException("The sandbox server did not stop", unexpected);
        }
    }
}
