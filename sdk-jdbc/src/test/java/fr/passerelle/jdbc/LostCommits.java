package fr.passerelle.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose response to a commit gets lost: what was committed is kept, and the caller is told of a failure. */
final class LostCommits {

    private static final String CONNECTION_FAILURE = "08006";

    private final @Nullable DataSource kept;
    private final AtomicBoolean next = new AtomicBoolean();

    LostCommits(@Nullable DataSource database) {
        kept = database;
    }

    /** The next commit is kept, and throws. */
    void loseTheNext() {
        next.set(true);
    }

    /** The database as its users see it. */
    DataSource source() {
        DataSource database = Objects.requireNonNull(kept, "empty() comes first");
        return proxy(DataSource.class, (method, values) -> {
            Object result = method.invoke(database, values);
            return result instanceof Connection connection ? losing(connection) : result;
        });
    }

    private Connection losing(Connection connection) {
        return proxy(Connection.class, (method, values) -> {
            Object result = method.invoke(connection, values);
            if (method.getName().equals("commit") && next.compareAndSet(true, false)) {
                throw new SQLException("the connection broke", CONNECTION_FAILURE);
            }
            return result;
        });
    }

    private interface Call {
        @Nullable
        Object to(Method method, @Nullable Object @Nullable [] values) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                LostCommits.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    try {
                        return call.to(method, values);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
