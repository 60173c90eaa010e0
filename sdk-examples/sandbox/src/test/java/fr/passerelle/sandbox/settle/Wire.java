package fr.passerelle.sandbox.settle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * As much of HTTP/1.1 as a proxy between a client and a well-behaved server has to know. Bytes are kept as texts in
 * Latin-1, which has a character for each.
 */
final class Wire {

    private static final String CONTENT_LENGTH = "content-length:";
    private static final String CONTENT_TYPE = "content-type:";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private static final List<String> NOT_PASSED_ON =
            List.of("connection:", "accept-encoding:", "upgrade:", "http2-settings:");

    private Wire() {}

    /** A request as it came, with its headers rewritten for a connection of its own. */
    record Request(String method, String path, String bytes) {}

    /** A response, whole and without its encoding. */
    record Response(int status, String contentType, String body) {

        boolean taken() {
            return status >= 200 && status < 300;
        }

        /** With a body of another kind where the server sends none, so that a broken one can be told. */
        String bodyOr(String other) {
            return body.isEmpty() ? other : body;
        }

        /** As a server without tricks writes it. */
        String plain() {
            String length = status == 204 ? "" : "Content-Length: " + body.length() + "\r\n";
            return "HTTP/1.1 " + status + " S\r\nContent-Type: " + contentType + "\r\n" + length + "\r\n" + body;
        }
    }

    /** The next request of a connection; empty once the client has gone. */
    static Optional<Request> read(InputStream client) throws IOException {
        String head = head(client);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder rewritten = new StringBuilder();
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(CONTENT_LENGTH)) {
                length =
                        Integer.parseInt(line.substring(CONTENT_LENGTH.length()).trim());
            }
            if (!line.isEmpty() && NOT_PASSED_ON.stream().noneMatch(lower::startsWith)) {
                rewritten.append(line).append("\r\n");
            }
        }
        rewritten.append("Connection: close").append(END_OF_HEAD);
        byte[] body = client.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("half a request");
        }
        rewritten.append(new String(body, ISO_8859_1));
        String[] words = head.split(" ", 3);
        return Optional.of(new Request(words[0], URI.create(words[1]).getPath(), rewritten.toString()));
    }

    /** Sends a request to the server, on a connection of its own. */
    static Response send(URI server, Request request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request.bytes().getBytes(ISO_8859_1));
            InputStream in = new ByteArrayInputStream(socket.getInputStream().readAllBytes());
            String head = head(in);
            if (head.isEmpty()) {
                throw new EOFException("the server said nothing");
            }
            String lower = head.toLowerCase(Locale.ROOT);
            byte[] body = lower.contains("transfer-encoding: chunked") ? chunks(in) : in.readAllBytes();
            int type = lower.indexOf(CONTENT_TYPE);
            String contentType = type < 0
                    ? "application/json"
                    : head.substring(type + CONTENT_TYPE.length(), head.indexOf("\r\n", type))
                            .trim();
            return new Response(Integer.parseInt(head.split(" ", 3)[1]), contentType, new String(body, ISO_8859_1));
        }
    }

    /** Up to the empty line; empty at the end of the stream. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < END_OF_HEAD.length() || head.lastIndexOf(END_OF_HEAD) != head.length() - 4) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            whole.write(in.readNBytes(size));
            in.skipNBytes(2);
        }
        return whole.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("half a chunk");
            }
            line.append((char) c);
        }
        return Integer.parseInt(line.toString().trim(), 16);
    }
}
