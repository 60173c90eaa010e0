package fr.passerelle.model.offer;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One call of the EAN upsert (reference operation 30): at most 500 products at one place. The server accepts it at
 * once, works on it later and reports nothing: what became of a product shows when it is read again. When an EAN occurs
 * twice, the last one usually wins.
 *
 * @param location where the products are sold; a digital location counts as the venue's address
 * @param products what is sold
 */
public record EanUpsert(Location location, List<EanProductDraft> products) {

    /** Most products in one call. */
    public static final int MAX_PRODUCTS = 500;

    /** Most EANs in one call that reads products or asks whether they could be published (operations 29 and 31). */
    public static final int MAX_EANS_READ = 100;

    /**
     * One call.
     *
     * @throws RuleViolationException if there are too many products, or the location cannot be sent
     */
    public EanUpsert {
        Objects.requireNonNull(location, "location");
        products = List.copyOf(products);
        new RuleCheck()
                .nested("location", location.violations())
                .size("products", products, MAX_PRODUCTS)
                .raise();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future.
     *
     * @throws RuleViolationException with every violation; paths start with {@code products.N}
     */
    public void checkAt(Instant now) {
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < products.size(); i++) {
            check.nested("products." + i, products.get(i).checkAt(now).violations());
        }
        check.raise();
    }
}
