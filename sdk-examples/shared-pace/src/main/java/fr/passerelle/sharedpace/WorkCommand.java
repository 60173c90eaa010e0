package fr.passerelle.sharedpace;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.LogManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code shared-pace work}: one of several processes with the same key. Reads its venue over and over, by four people
 * at once, until its input ends or a call fails.
 */
@Command(name = "work", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class WorkCommand implements Callable<Integer> {

    private static final int PEOPLE = 4;

    private final Surroundings surroundings;
    private final InputStream input;

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--redis", required = true, paramLabel = "URL", descriptionKey = "work.redis")
    private String redis = "";

    @Option(names = "--processes", required = true, paramLabel = "N", descriptionKey = "work.processes")
    private int processes;

    @Option(names = "--calls", required = true, paramLabel = "N", descriptionKey = "work.calls")
    private int calls;

    @Option(names = "--window", required = true, paramLabel = "SECONDS", descriptionKey = "window")
    private int window;

    WorkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        vendor = new VendorOptions(surroundings);
        input = System.in;
    }

    @Override
    public Integer call() throws InterruptedException {
        vendor.check();
        String apiKey = vendor.apiKey(true).orElseThrow();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RedisRateLimiter quota = new RedisRateLimiter(uri(), "demo", quota());
                PassCultureClient client =
                        vendor.client(apiKey, "shared-pace", builder -> builder.rateLimiter(shared(quota)))) {
            // Without SLF4J, Lettuce tells the JDK's log of each try to find Redis.
            LogManager.getLogManager().reset();
            ExecutorCompletionService<Void> people = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < PEOPLE; i++) {
                people.submit(() -> readForever(client));
            }
            people.submit(this::awaitEndOfInput);
            people.take().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
        return ExitCode.OK;
    }

    private RedisURI uri() {
        try {
            return RedisURI.create(redis);
        } catch (IllegalArgumentException none) {
            // Not what was given: it may hold a password.
            throw FailedException.unusable(surroundings.texts().of("redis.bad"));
        }
    }

    private Quota quota() {
        try {
            return new Quota(calls, Duration.ofSeconds(window));
        } catch (IllegalArgumentException none) {
            throw FailedException.unusable(Programme.firstLine(none));
        }
    }

    private RateLimiter shared(RedisRateLimiter quota) {
        try {
            return quota.sharedBy(processes);
        } catch (IllegalArgumentException tooMany) {
            throw FailedException.unusable(Programme.firstLine(tooMany));
        }
    }

    private Void readForever(PassCultureClient client) {
        while (!Thread.currentThread().isInterrupted()) {
            vendor.venue(client);
        }
        return null;
    }

    private Void awaitEndOfInput() throws IOException {
        while (input.read() >= 0) {
            // Nothing is said, only that whoever started this is still there.
        }
        return null;
    }
}
