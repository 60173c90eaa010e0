package fr.passerelle.passculture;

import fr.passerelle.http.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says, byte by byte, what no HTTP library would let it. One connection after the other. */
final class RawServer implements AutoCloseable {

    /** What it says to each request, until it is done or the client has gone. */
    interface Speech {
        void to(OutputStream client) throws IOException;
    }

    private final ServerSocket socket;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    RawServer(Speech speech) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(speech), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says the same for ever. */
    static Speech endless(String beginning, String again) {
        byte[] repeated = again.repeat(100).getBytes(StandardCharsets.US_ASCII);
        return client -> {
            client.write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                client.write(repeated);
            }
        };
    }

    Environment environment() {
        return Environment.of("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void serve(Speech speech) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                clients.add(client);
                readHead(client.getInputStream());
                requests.incrementAndGet();
                speech.to(client.getOutputStream());
            } catch (IOException gone) {
                // The client, or this server: either way there is nobody to talk to.
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int line = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' && line == 0) {
                return;
            }
            line = c == '\n' ? 0 : c == '\r' ? line : line + 1;
        }
        throw new IOException("no request");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
