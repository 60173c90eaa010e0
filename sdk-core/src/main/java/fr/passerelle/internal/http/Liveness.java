package fr.passerelle.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Connection;
import okhttp3.Protocol;

/**
 * Finds out that the server closed a connection while it was idle, before a request is written to it: nothing tells
 * afterwards whether the server saw that request. OkHttp itself looks only after ten idle seconds.
 */
final class Liveness {

    /** Looking costs a millisecond. So what was in use just now is not looked at, once the server has earned it. */
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(2);

    /** So many connections in use just now must have been found alive: some servers close right after a response. */
    private static final int TRUSTED = 8;

    private static final int LOOK_MILLIS = 1;

    private static final class LastUse {
        private volatile long nanos = System.nanoTime();

        boolean isRecent() {
            return System.nanoTime() - nanos < IDLE;
        }
    }

    private final AtomicInteger trust = new AtomicInteger();
    /** Without those that are of no use any more, which go when a new connection comes. */
    private final Map<Connection, LastUse> lastUses = new ConcurrentHashMap<>();

    /** A request no longer needs the connection. */
    void released(Connection connection) {
        LastUse last = lastUses.get(connection);
        if (last != null) {
            last.nanos = System.nanoTime();
            return;
        }
        lastUses.values().removeIf(other -> !other.isRecent());
        lastUses.put(connection, new LastUse());
    }

    /** Whether a connection is found closed. It is closed on this side too then. */
    boolean isDead(Connection connection) {
        if (!isHttp1(connection)) {
            return false;
        }
        boolean justInUse = wasJustInUse(connection);
        if (justInUse && trust.get() >= TRUSTED) {
            return false;
        }
        Socket socket = connection.socket();
        if (isSilent(socket)) {
            if (justInUse) {
                trust.incrementAndGet();
            }
            return false;
        }
        trust.set(0);
        try {
            socket.close();
        } catch (IOException e) {
            // Dead it is.
        }
        return true;
    }

    /** One of the user's pool may have been used by the user alone: nobody knows when. */
    private boolean wasJustInUse(Connection connection) {
        LastUse last = lastUses.get(connection);
        return last != null && last.isRecent();
    }

    /** HTTP/2 reads all the time and notices by itself. */
    private static boolean isHttp1(Connection connection) {
        return connection.protocol() == Protocol.HTTP_1_1 || connection.protocol() == Protocol.HTTP_1_0;
    }

    /** An idle connection has nothing to say: a byte, the end and a failure all mean that it is no good. */
    private static boolean isSilent(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(LOOK_MILLIS);
            try {
                socket.getInputStream().read();
                return false;
            } catch (SocketTimeoutException silent) {
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException dead) {
            return false;
        }
    }
}
