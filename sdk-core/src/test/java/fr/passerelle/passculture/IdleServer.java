package fr.passerelle.passculture;

import fr.passerelle.http.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A server that answers, and does something to its connections while nobody uses them. */
final class IdleServer implements AutoCloseable {

    /** What becomes of an idle connection. */
    enum End {
        CLOSED,
        RESET,
        STRAY_BYTE
    }

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private final boolean tls;
    private final ServerSocket socket;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Map<Socket, CountDownLatch> clients = new ConcurrentHashMap<>();

    IdleServer(boolean tls) throws IOException {
        this.tls = tls;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HandshakeCertificates identity =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        socket = tls
                ? identity.sslContext().getServerSocketFactory().createServerSocket(0, 50, loopback)
                : new ServerSocket(0, 50, loopback);
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "idle-server");
        thread.setDaemon(true);
        thread.start();
    }

    Environment environment() {
        return Environment.of((tls ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort());
    }

    /** Whom a client has to trust. */
    HandshakeCertificates trusted() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
    }

    int connections() {
        return connections.get();
    }

    /** The first lines of all requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Does something to all connections that there are, some time from now, and waits until it is done. */
    void end(End how, Duration after) throws Exception {
        timer.schedule(
                        () -> clients.forEach((client, served) -> end(client, served, how)),
                        after.toNanos(),
                        TimeUnit.NANOSECONDS)
                .get(60, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                // What is done to an idle connection must not wait until the client has acknowledged the response.
                client.setTcpNoDelay(true);
                CountDownLatch served = new CountDownLatch(1);
                clients.put(client, served);
                connections.incrementAndGet();
                start(() -> {
                    serve(client);
                    served.countDown();
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            InputStream in = client.getInputStream();
            for (String line = read(in); line != null; line = read(in)) {
                requests.add(line);
                boolean write = line.startsWith("PATCH");
                String response = write
                        ? "HTTP/1.1 204 No Content\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nContent-Length: " + Samples.PROVIDER.length() + "\r\n\r\n"
                                + Samples.PROVIDER;
                client.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The client, or this server.
        }
    }

    private static void end(Socket client, CountDownLatch served, End how) {
        try {
            if (how == End.STRAY_BYTE) {
                client.getOutputStream().write('x');
                client.getOutputStream().flush();
            } else {
                client.setSoLinger(how == End.RESET, 0);
                client.close();
                // A socket is not reset before the thread that reads from it has let go.
                served.await();
            }
        } catch (IOException gone) {
            // It is over either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads a request; gives its first line, or null at the end. */
    private static @Nullable String read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String line = first; line != null && !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        return first;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append((char) c);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        socket.close();
        for (Socket client : clients.keySet()) {
            client.close();
        }
    }
}
