package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.KeyRing;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where a desk's keys come from: from the builder, or from a supplier that may change them. */
interface SigningKeys {

    /**
     * Whose signature it is.
     *
     * @param key the name of the key that made it; null if none did
     * @param refusal what the message is refused with if none did
     */
    record Verdict(@Nullable String key, @Nullable DeskOutcome refusal) {

        /** The name of the key, or the refusal. */
        String keyOrRefuse() throws RefusedMessageException {
            if (key == null) {
                throw new RefusedMessageException(refusal == null ? DeskOutcome.SIGNATURE_WRONG : refusal);
            }
            return key;
        }
    }

    /** Verifies a signature. Completes soon, whatever a supplier does. */
    CompletableFuture<Verdict> check(SignedDocument document);

    /** Keys that never change. */
    static SigningKeys fixed(KeyRing ring) {
        return document ->
                CompletableFuture.completedFuture(new Verdict(document.signer(ring), DeskOutcome.SIGNATURE_WRONG));
    }
}
