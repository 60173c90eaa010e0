package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.floor.FloorClient;
import fr.passerelle.benchmarks.floor.JdkFloorClient;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.net.URI;
import java.time.Duration;

/** The three that are compared. */
final class Clients {

    private static final String KEY = "benchmark_0123456789abcdef";

    private Clients() {}

    /** As a vendor sets it up, rate limited too; only the rate is one that nobody reaches. */
    static PassCultureClient sdk(URI server) {
        return PassCultureClient.builder()
                .apiKey(KEY)
                .environment(Environment.of(server.toString()))
                .rateLimiter(RateLimiter.of(new Quota(Integer.MAX_VALUE, Duration.ofSeconds(1))))
                .build();
    }

    static FloorClient floor(URI server) {
        return new FloorClient(server, KEY);
    }

    static JdkFloorClient jdkFloor(URI server) {
        return new JdkFloorClient(server, KEY);
    }
}
