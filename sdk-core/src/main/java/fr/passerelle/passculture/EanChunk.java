package fr.passerelle.passculture;

import fr.passerelle.model.offer.EanProductDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of an upsert by EAN, made.
 *
 * @param products what it carried: at most 500, no EAN twice
 * @param readSoFar how many products were taken from the source until now, these included
 * @param failure null if the server accepted the call, which says nothing about the products yet; otherwise a
 *     {@link fr.passerelle.error.CallException}, or a {@link fr.passerelle.model.rule.RuleViolationException} whose
 *     paths count from the first product of this call
 */
public record EanChunk(
        List<EanProductDraft> products,
        long readSoFar,
        @Nullable RuntimeException failure) {

    public EanChunk {
        products = List.copyOf(products);
    }

    /** Whether the server accepted the call. */
    public boolean accepted() {
        return failure == null;
    }

    /** Throws the failure, if there is one. */
    public void orThrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
