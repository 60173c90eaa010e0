package fr.passerelle.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose disk is full from one write on: changes and commits throw, and what was changed is rolled back. */
final class FullDisk {

    /** As PostgreSQL says it; the message quotes a row, as drivers do. */
    private static final String DISK_FULL = "53100";

    private static final Set<String> WRITES = Set.of("executeUpdate", "commit");
    private static final long NEVER = Long.MAX_VALUE;

    private final DataSource database;
    private long writes;
    private long fullFrom = NEVER;
    private long fullUntil = NEVER;

    FullDisk(DataSource database) {
        this.database = database;
    }

    /** So many more writes go well, then so many fail. */
    synchronized void fillAfter(long more, long failures) {
        fullFrom = writes + more;
        fullUntil = failures == NEVER ? NEVER : fullFrom + failures;
    }

    /** There is room again. */
    synchronized void free() {
        fullFrom = NEVER;
    }

    /** Whether a write has failed since the disk filled. */
    synchronized boolean hasStruck() {
        return writes > fullFrom;
    }

    private synchronized void write() throws SQLException {
        long number = writes++;
        if (number >= fullFrom && number < fullUntil) {
            throw new SQLException("could not extend file: row (canary@example.org)", DISK_FULL);
        }
    }

    /** The database as its users see it. */
    DataSource source() {
        return proxy(DataSource.class, (method, values) -> {
            Object result = method.invoke(database, values);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, values) -> {
            if (WRITES.contains(method.getName())) {
                write();
            }
            Object result = method.invoke(connection, values);
            return result instanceof PreparedStatement statement ? watched(statement) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, values) -> {
            if (WRITES.contains(method.getName())) {
                write();
            }
            return method.invoke(statement, values);
        });
    }

    private interface Call {
        @Nullable
        Object to(Method method, @Nullable Object @Nullable [] values) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FullDisk.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    try {
                        return call.to(method, values);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
