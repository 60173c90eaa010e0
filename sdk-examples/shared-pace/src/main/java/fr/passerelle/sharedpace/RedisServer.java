package fr.passerelle.sharedpace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A Redis of our own on the loopback interface, that keeps nothing when it ends. */
final class RedisServer implements AutoCloseable {

    private static final String READY = "Ready to accept connections";

    private final String programme;
    private final int port;
    private volatile Process process;

    /**
     * Starts one on a free port.
     *
     * @param programme name or path of {@code redis-server}
     * @throws IOException if there is no such programme, or it does not start
     */
    RedisServer(String programme) throws IOException {
        this.programme = programme;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private Process start() throws IOException {
        String[] command = {
            programme, "--bind", "127.0.0.1", "--port", String.valueOf(port), "--save", "", "--appendonly", "no"
        };
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String last = "no output";
        // It says little afterwards, so that nobody need read on.
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(READY)) {
                return started;
            }
            last = line;
        }
        throw new IOException(programme + " did not start: " + last);
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** As a crash would: at once, with all that it held. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, empty, on the same port. */
    void restart() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        kill();
    }
}
