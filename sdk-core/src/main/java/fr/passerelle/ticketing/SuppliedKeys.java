package fr.passerelle.ticketing;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a user's supplier, which may change them, throw, give nothing or hang. It is asked by one message at a
 * time, on a thread that is no handler's; that message, and those that come meanwhile, wait for it, but not for long.
 *
 * <ul>
 *   <li>What it gave is good for {@link #FRESH}; then it is asked again before a signature is verified.
 *   <li>A signature that no key made may be that of a new one: it is asked again at once, if what it gave is older than
 *       {@link #JUST_ASKED}.
 *   <li>While it gives nothing, what it gave last is good for {@link #LAST_RESORT}. A signature that none of these keys
 *       made is refused as one that may be right, and after that time each is.
 * </ul>
 */
final class SuppliedKeys implements SigningKeys {

    static final long FRESH = TimeUnit.SECONDS.toNanos(30);
    static final long JUST_ASKED = TimeUnit.SECONDS.toNanos(1);
    static final long LAST_RESORT = TimeUnit.HOURS.toNanos(1);

    /** Keys as they were given at a time. */
    private record Given(KeyRing ring, long at) {}

    private final Supplier<? extends Collection<HmacKey>> supplier;
    private final Executor executor;
    private final DeskTime time;
    private final DeskListeners listeners;
    private final long longestWait;

    private Given last;
    private @Nullable CompletableFuture<Given> asking;
    private long failedAt;
    private boolean failing;

    /**
     * Asks for the first time, on the calling thread.
     *
     * @param longestWait how long a message waits for the supplier, in nanoseconds
     * @throws IllegalArgumentException if it gives nothing
     */
    SuppliedKeys(
            Supplier<? extends Collection<HmacKey>> supplier,
            Executor executor,
            DeskTime time,
            DeskListeners listeners,
            long longestWait) {
        this.supplier = supplier;
        this.executor = executor;
        this.time = time;
        this.listeners = listeners;
        this.longestWait = longestWait;
        long start = time.nanos();
        this.last = new Given(ringOf(supplier), start);
    }

    private static KeyRing ringOf(Supplier<? extends Collection<HmacKey>> supplier) {
        Collection<HmacKey> keys = supplier.get();
        if (keys == null || keys.isEmpty()) {
            throw new IllegalArgumentException("the supplier of hmacKeys gave no key: nothing can be verified");
        }
        return new KeyRing(List.copyOf(keys));
    }

    @Override
    public CompletableFuture<Verdict> check(SignedDocument document) {
        return notOlderThan(FRESH).thenCompose(given -> {
            String signer = signer(given, document);
            return signer != null
                    ? CompletableFuture.completedFuture(new Verdict(signer, null))
                    : notOlderThan(JUST_ASKED).thenApply(newest -> verdict(newest, document));
        });
    }

    private Verdict verdict(Given given, SignedDocument document) {
        String signer = signer(given, document);
        if (signer != null) {
            return new Verdict(signer, null);
        }
        boolean current = time.nanos() - given.at() <= JUST_ASKED + longestWait;
        return new Verdict(null, current ? DeskOutcome.SIGNATURE_WRONG : DeskOutcome.KEYS_UNAVAILABLE);
    }

    /** Keys that are too old have signed nothing. */
    private @Nullable String signer(Given given, SignedDocument document) {
        return time.nanos() - given.at() > LAST_RESORT ? null : given.ring().signerOf(document);
    }

    /** Keys of that age at most, or the last ones if the supplier gives none. */
    private CompletableFuture<Given> notOlderThan(long age) {
        CompletableFuture<Given> round;
        synchronized (this) {
            long now = time.nanos();
            if (now - last.at() < age || (failing && now - failedAt < JUST_ASKED)) {
                return CompletableFuture.completedFuture(last);
            }
            if (asking != null) {
                return asking;
            }
            round = new CompletableFuture<>();
            asking = round;
        }
        ask(round);
        return round;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for these stages
    private void ask(CompletableFuture<Given> round) {
        time.after(longestWait).thenRun(() -> {
            if (round.complete(lastGiven())) {
                listeners.keysLate();
            }
        });
        try {
            executor.execute(() -> {
                long start = time.nanos();
                try {
                    given(round, new Given(ringOf(supplier), start));
                } catch (Throwable failure) {
                    failed(round, failure);
                }
            });
        } catch (Throwable noThread) {
            failed(round, noThread);
        }
    }

    private void given(CompletableFuture<Given> round, Given given) {
        synchronized (this) {
            last = given;
            failing = false;
            asking = null;
        }
        round.complete(given);
    }

    private void failed(CompletableFuture<Given> round, Throwable failure) {
        synchronized (this) {
            failing = true;
            failedAt = time.nanos();
            asking = null;
        }
        listeners.keysFailed(failure);
        round.complete(lastGiven());
    }

    private synchronized Given lastGiven() {
        return last;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SuppliedKeys{}";
    }
}
