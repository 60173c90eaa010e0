package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.floor.FloorClient;
import fr.passerelle.client.Environment;
import fr.passerelle.client.Pacing;
import fr.passerelle.client.PassCultureClient;
import fr.passerelle.client.Quota;
import java.net.URI;
import java.time.Duration;

/** The two that are compared. */
final class Clients {

    private static final String KEY = "benchmark_0123456789abcdef";

    private Clients() {}

    /** As a vendor sets it up, paced too; only the pace is one that nobody reaches. */
    static PassCultureClient sdk(URI server) {
        return PassCultureClient.builder()
                .apiKey(KEY)
                .environment(Environment.of(server.toString()))
                .pacing(Pacing.of(new Quota(Integer.MAX_VALUE, Duration.ofSeconds(1))))
                .build();
    }

    static FloorClient floor(URI server) {
        return new FloorClient(server, KEY);
    }
}
