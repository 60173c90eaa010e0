package fr.passerelle.passculture;

import fr.passerelle.http.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** A port at which a connection is never opened nor refused: its backlog is full. */
final class FullBacklog implements AutoCloseable {

    private static final int MILLIS = 200;

    private final ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> filling = new ArrayList<>();
    private final Semaphore connecting = new Semaphore(0);
    private volatile boolean inTheWay;

    FullBacklog() throws IOException {
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket();
                filling.add(socket);
                socket.connect(full.getLocalSocketAddress(), MILLIS);
            }
        } catch (IOException nowItIsFull) {
            return;
        }
        throw new IOException("the backlog does not fill up");
    }

    Environment environment() {
        return Environment.of("http://127.0.0.1:" + full.getLocalPort());
    }

    /** From now on, whoever connects anywhere by these sockets connects here; or no longer. */
    void inTheWay(boolean now) {
        inTheWay = now;
    }

    /** Until somebody connects by these sockets. */
    void awaitConnecting() throws InterruptedException {
        if (!connecting.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody connects");
        }
    }

    /** Sockets that connect where they should, unless this is in the way. */
    SocketFactory sockets() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return new Socket() {
                    @Override
                    public void connect(SocketAddress where, int timeout) throws IOException {
                        boolean here = inTheWay;
                        if (here) {
                            connecting.release();
                        }
                        super.connect(here ? full.getLocalSocketAddress() : where, timeout);
                    }
                };
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : filling) {
            socket.close();
        }
        full.close();
    }
}
