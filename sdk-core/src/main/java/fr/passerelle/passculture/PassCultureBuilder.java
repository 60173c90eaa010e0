package fr.passerelle.passculture;

import fr.passerelle.http.ClientBuilder;
import fr.passerelle.http.ClientSettings;
import fr.passerelle.http.Environment;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.Credentials;
import fr.passerelle.internal.pipeline.Pipeline;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What both clients of pass Culture are set up with. */
abstract class PassCultureBuilder<B extends PassCultureBuilder<B>> extends ClientBuilder<B> {

    private Time time = new SystemTime();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    PassCultureBuilder(@Nullable Environment usual) {
        super("passculture", usual);
    }

    /** For tests: time that costs none. */
    B time(Time virtual) {
        time = virtual;
        return self();
    }

    /** For tests: chance that repeats itself. */
    B random(RandomGenerator seeded) {
        random = seeded;
        return self();
    }

    Time time() {
        return time;
    }

    /** Whether calls are spread as the key's quota asks, in real time. */
    boolean sharesTheKeysLimiter() {
        return settings().rateLimiter() == null && time instanceof SystemTime;
    }

    /** A queue for this client alone. */
    PermitQueue ownQueue() {
        RateLimiter given = settings().rateLimiter();
        return new PermitQueue(given != null ? given : RateLimiter.of(Quota.PARTNER_API, time::nanos), time);
    }

    /** See {@link Pipeline}. */
    Pipeline pipeline(Credentials credentials, Supplier<PermitQueue> queues, UnaryOperator<Channel> own) {
        return new Pipeline(settings(), time, random, credentials, queues, own);
    }

    /** What was set; refuses a missing environment. */
    ClientSettings checked() {
        return settings();
    }
}
