package fr.passerelle.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that a test keeps from connecting: nothing is sent then. For OkHttp, which connects them itself. */
public final class FailingSockets extends SocketFactory {

    private final Obstacle obstacle;

    /** What stands before a connection. */
    @FunctionalInterface
    public interface Obstacle {

        /**
         * Fails, or lets the socket connect.
         *
         * @param timeout how long the socket may try, in milliseconds
         * @throws IOException why there is no connection
         */
        void meet(int timeout) throws IOException;
    }

    /** Sockets that meet an obstacle each time they connect. */
    public FailingSockets(Obstacle obstacle) {
        this.obstacle = obstacle;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                obstacle.meet(timeout);
                super.connect(address, timeout);
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
}
