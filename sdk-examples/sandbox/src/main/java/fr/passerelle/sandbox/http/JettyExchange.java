package fr.passerelle.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** An exchange carried by Jetty. */
final class JettyExchange implements Exchange {

    private static final int MAX_BODY = 8 * 1024 * 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Dispatcher dispatcher;
    private final OutputStream out;
    private byte @Nullable [] body;

    JettyExchange(Request request, Response response, Callback callback, Dispatcher dispatcher) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.dispatcher = dispatcher;
        this.out = Content.Sink.asOutputStream(response);
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getHttpURI().getPath();
    }

    @Override
    public Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValues());
        }
        return query;
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    @Override
    public @Nullable String operation() {
        return dispatcher.operation(method(), path());
    }

    @Override
    public byte[] body() throws IOException {
        if (body == null) {
            try (InputStream in = Content.Source.asInputStream(request)) {
                byte[] read = in.readNBytes(MAX_BODY + 1);
                if (read.length > MAX_BODY) {
                    // Swallowed, so that a client that is still sending comes to read the response.
                    in.transferTo(OutputStream.nullOutputStream());
                    throw new BodyTooLargeException(MAX_BODY);
                }
                body = read;
            }
        }
        return body;
    }

    @Override
    public void begin(int status, Map<String, String> headers, long length) {
        response.setStatus(status);
        headers.forEach(response.getHeaders()::put);
        if (status != 204) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        }
    }

    @Override
    public void write(byte[] part) throws IOException {
        out.write(part);
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.close();
        callback.succeeded();
    }

    @Override
    public void abort() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("The exchange was aborted on purpose"));
    }
}
