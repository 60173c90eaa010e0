package fr.passerelle.catalogue;

import fr.passerelle.catalogue.WantedEvent.State;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product of the vendor's catalogue that is known by the vendor's own id: an instrument, a pass, a subscription,
 * what is sold on line (partner-api 6.3). Paper books, CDs and vinyl are {@link WantedProduct}s.
 *
 * <p>What the draft leaves out stays as it is at the programme, whoever set it; a publication that is left out is one
 * at once. The pieces of its stock are all of them, booked ones included.
 */
public final class WantedOwnProduct {

    private final String id;
    private final State state;
    private final Optional<ProductDraft> draft;

    private WantedOwnProduct(String id, State state, Optional<ProductDraft> draft) {
        this.id = id;
        this.state = state;
        this.draft = draft;
    }

    /**
     * A product on sale.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if its {@code idAtProvider} is missing or holds a comma
     */
    public static WantedOwnProduct onSale(ProductDraft product) {
        String id = checked(product.idAtProvider());
        ProductDraft draft = product.publication() == null
                ? product.toBuilder().publication(Publication.now()).build()
                : product;
        return new WantedOwnProduct(id, State.ON_SALE, Optional.of(draft));
    }

    /** A product of which nothing more is sold: it is hidden, its stock and bookings stay. */
    public static WantedOwnProduct closed(String id) {
        return new WantedOwnProduct(checked(id), State.CLOSED, Optional.empty());
    }

    /** A product that is not handed out any more: it ends as one that is gone does, see {@link OwnProductSync}. */
    public static WantedOwnProduct cancelled(String id) {
        return new WantedOwnProduct(checked(id), State.CANCELLED, Optional.empty());
    }

    /** A product that is to be left as it is, and does not count as gone. */
    public static WantedOwnProduct asIs(String id) {
        return new WantedOwnProduct(checked(id), State.AS_IS, Optional.empty());
    }

    private static String checked(@Nullable String id) {
        new RuleCheck()
                .required("idAtProvider", id)
                .text("idAtProvider", id, 1, Integer.MAX_VALUE)
                .require(id == null || id.indexOf(',') < 0, "idAtProvider", RuleCode.HOLDS_COMMA)
                .raise();
        return Objects.requireNonNull(id);
    }

    /** The vendor's own name for it. */
    public String id() {
        return id;
    }

    /** What the catalogue says of it. */
    public State state() {
        return state;
    }

    /** What it is; there for a product on sale only. */
    public Optional<ProductDraft> draft() {
        return draft;
    }

    @Override
    public String toString() {
        return "WantedOwnProduct[" + id + " " + state + "]";
    }
}
