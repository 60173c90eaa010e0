package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One of several clients that write at once. Each write succeeds, or nobody knows: then the server is gone. */
final class KillLane implements Writer {

    /** The server was killed while a write was under way. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone(UncheckedIOException cause) {
            super(cause);
        }
    }

    /** A write that can be sent again, to another server too. */
    record Write(
            String operation,
            String subject,
            String secret,
            String method,
            String path,
            @Nullable Object body) {

        /** As the audit log names it. */
        String key() {
            return operation + " " + subject;
        }

        Api.Result send(KilledServer server) {
            Api api = server.api(secret);
            if (body == null) {
                return method.equals("DELETE") ? api.delete(path) : api.put(path);
            }
            return method.equals("POST") ? api.post(path, body) : api.put(path, body);
        }
    }

    /** How often each write was acknowledged, over all lanes and servers. */
    static final class Acknowledged {
        final Map<String, Integer> counts = new ConcurrentHashMap<>();
        final Map<String, Long> nanos = new ConcurrentHashMap<>();

        void add(Write write, long took) {
            counts.merge(write.key(), 1, Integer::sum);
            nanos.put(write.operation(), took);
        }
    }

    private final KilledServer server;
    private final SmallSeason season;
    private final Acknowledged acknowledged;
    private final boolean first;
    private volatile @Nullable Write underWay;

    /** Is run before each write, with its operation. */
    interface Watch {
        void before(String operation);
    }

    private Watch watch = operation -> {};

    KillLane(KilledServer server, SmallSeason season, Acknowledged acknowledged, boolean first) {
        this.server = server;
        this.season = season;
        this.acknowledged = acknowledged;
        this.first = first;
    }

    void watch(Watch before) {
        watch = before;
    }

    @Override
    public SmallSeason season() {
        return season;
    }

    @Override
    public boolean isFirst() {
        return first;
    }

    @Override
    public Api.Result send(String secret, String method, String path, @Nullable Object body) {
        OpenApi.Operation operation =
                OpenApi.document().find(method, URI.create(path).getRawPath()).orElseThrow();
        Write write = new Write(operation.id(), subject(operation.path(), path), secret, method, path, body);
        watch.before(operation.id());
        underWay = write;
        long before = System.nanoTime();
        Api.Result result;
        try {
            result = write.send(server);
        } catch (UncheckedIOException broken) {
            throw new Gone(broken);
        }
        assertThat(result.status()).as(operation.id() + " " + result.text()).isBetween(200, 299);
        underWay = null;
        acknowledged.add(write, System.nanoTime() - before);
        return result;
    }

    private static String subject(String template, String path) {
        String[] names = template.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                return path.split("/", -1)[i];
            }
        }
        return "null";
    }

    /** Of which nobody knows whether it was done; null if there is none. */
    @Nullable
    Write underWay() {
        return underWay;
    }

    @Override
    public String toString() {
        return "KillLane["
                + (underWay == null ? "-" : Objects.requireNonNull(underWay).operation()) + "]";
    }
}
