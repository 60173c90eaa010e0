package fr.passerelle.internal.http;

import fr.passerelle.internal.http.ResponseReader.TooLargeException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Sockets on which no more than so many bytes come in without one going out. A reader of HTTP collects lines and chunk
 * headers of any length before it looks at them: here a response without end meets its limit, whatever it is made of.
 */
final class BoundedSockets extends SocketFactory {

    private final long most;

    BoundedSockets(long most) {
        this.most = most;
    }

    @Override
    public Socket createSocket() {
        return new Bounded(most);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(createSocket(), host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        return connected(socket, host, port);
    }

    private static Socket connected(Socket socket, InetAddress host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private static final class Bounded extends Socket {

        private final AtomicLong read = new AtomicLong();
        private final long most;

        Bounded(long most) {
            this.most = most;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int some = in.read(into, from, length);
                    count(some);
                    return some;
                }
            };
        }

        private void count(int bytes) throws IOException {
            if (bytes > 0 && read.addAndGet(bytes) > most) {
                throw new TooLargeException();
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    read.set(0);
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    read.set(0);
                    out.write(bytes, from, length);
                }
            };
        }
    }
}
