package fr.passerelle.sharedpace;

import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.ratelimit.bucket4j.Bucket4jRateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rate of one API key, kept in Redis. Copy it: these are the settings with which a process notices quickly that
 * Redis is gone, and that it is back.
 */
final class RedisRateLimiter implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMillis(250);
    private static final Duration RECONNECT = Duration.ofMillis(250);

    /** The bucket must outlast the lulls: a new one has no burst. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final ClientResources resources =
            ClientResources.builder().reconnectDelay(Delay.constant(RECONNECT)).build();
    private final RedisClient redis;
    private final String name;
    private final Quota quota;
    private @Nullable Bucket bucket;

    /**
     * Connects with the first call, so that a process starts without Redis too.
     *
     * @param name the same for all processes with the same API key, but never the key itself: whoever sees the Redis
     *     would have it
     */
    RedisRateLimiter(RedisURI uri, String name, Quota quota) {
        this.name = name;
        this.quota = quota;
        redis = RedisClient.create(resources, uri);
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .build());
    }

    /** For the client's builder; with so many processes at most. */
    RateLimiter sharedBy(int processes) {
        return RateLimiter.shared(new Bucket4jRateLimiter(this::bucket), quota, processes);
    }

    private synchronized Bucket bucket() {
        Bucket connected = bucket;
        if (connected == null) {
            connected = connect();
            bucket = connected;
        }
        return connected;
    }

    private Bucket connect() {
        return Bucket4jLettuce.casBasedBuilder(redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(KEPT))
                .build()
                .builder()
                .build("passculture:pace:" + name, () -> Bucket4jRateLimiter.configuration(quota));
    }

    @Override
    public void close() {
        redis.shutdown(Duration.ZERO, TIMEOUT);
        resources.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
