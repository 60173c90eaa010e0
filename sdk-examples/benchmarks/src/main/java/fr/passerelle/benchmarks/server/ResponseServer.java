package fr.passerelle.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Function;

/**
 * Answers on the loopback until its standard input ends. Does next to nothing for a request, so that what is measured
 * is the client.
 */
public final class ResponseServer {

    private static final int BACKLOG = 512;

    private ResponseServer() {}

    /** Prints the port, then serves. */
    public static void main(String[] args) throws IOException {
        serve(Connection::new);
    }

    /** Prints the port, then serves each connection on a thread of its own until the standard input ends. */
    static void serve(Function<Socket, Runnable> connection) throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        System.out.println(socket.getLocalPort());
        start(() -> accept(socket, connection));
        while (System.in.read() >= 0) {
            // Whoever started us is still there.
        }
        socket.close();
    }

    private static void accept(ServerSocket socket, Function<Socket, Runnable> connection) {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                peer.setTcpNoDelay(true);
                start(connection.apply(peer));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
