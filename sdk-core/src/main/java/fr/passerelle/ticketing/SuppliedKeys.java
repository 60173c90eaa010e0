package fr.passerelle.ticketing;

import fr.passerelle.ticketing.KeyQuestions.Given;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a user's supplier, which may change them, throw, give nothing or hang ({@link KeyQuestions}).
 *
 * <ul>
 *   <li>What it gave is good for {@link #FRESH}; then it is asked again before a signature is verified.
 *   <li>A signature that no key made may be that of a new one: the message waits for the next question, and is refused
 *       as wrong only if the supplier, asked since the message came, gave keys and none of them made it. If it gave
 *       none, or is not asked soon enough, the message is refused as one that may be right.
 *   <li>While it gives nothing, what it gave last is good for {@link #LAST_RESORT}.
 * </ul>
 */
final class SuppliedKeys implements SigningKeys {

    static final long FRESH = TimeUnit.SECONDS.toNanos(30);
    static final long LAST_RESORT = TimeUnit.HOURS.toNanos(1);

    private final KeyQuestions questions;
    private final DeskTime time;

    SuppliedKeys(KeyQuestions questions, DeskTime time) {
        this.questions = questions;
        this.time = time;
    }

    @Override
    public CompletableFuture<Verdict> check(SignedDocument document) {
        long arrival = time.nanos();
        return questions.notOlderThan(FRESH).thenCompose(given -> {
            String signer = signer(given, document);
            return signer != null
                    ? CompletableFuture.completedFuture(new Verdict(signer, null))
                    : questions.since(arrival).thenApply(newest -> verdict(newest, document));
        });
    }

    private Verdict verdict(Optional<Given> newest, SignedDocument document) {
        String signer = newest.map(given -> signer(given, document)).orElse(null);
        if (signer != null) {
            return new Verdict(signer, null);
        }
        return new Verdict(null, newest.isPresent() ? DeskOutcome.SIGNATURE_WRONG : DeskOutcome.KEYS_UNAVAILABLE);
    }

    /** Keys that are too old have signed nothing. */
    private @Nullable String signer(Given given, SignedDocument document) {
        return time.nanos() - given.at() > LAST_RESORT ? null : document.signer(given.ring());
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SuppliedKeys{}";
    }
}
