package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import fr.passerelle.passculture.shown.Shown.Gap;
import fr.passerelle.passculture.shown.ShownEan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between a product as it is wanted, as it is remembered, and as it is shown. */
final class ProductComparison {

    /** As a digest shows what it is of: not at all. */
    private static final String UNSEEN = "…";

    private static final int DIGITS = 16;

    private ProductComparison() {}

    /**
     * What would be sent.
     *
     * @param change what is done, and why
     * @param draft what is sent; empty if nothing is
     * @param known what is remembered of it, once it is there
     */
    record Item(Change change, Optional<EanProductDraft> draft, Known known) {}

    /** What is remembered of a product that is sent; nobody has seen it yet. */
    static Known known(EanProductDraft product) {
        ObjectNode rest = Json.mapper().valueToTree(product);
        rest.remove("stock");
        String limit = String.valueOf(product.dates().bookingLimit());
        String digest = Fingerprint.of(rest + "\n" + limit).substring(0, DIGITS);
        return new Known(product.ean(), product.price(), product.remaining(), digest, EanOutcome.PENDING);
    }

    /** Whether the same was sent before, whatever became of it. */
    static boolean isSame(Known one, Known other) {
        return one.price().equals(other.price())
                && one.remaining().equals(other.remaining())
                && one.rest().equals(other.rest());
    }

    /** One of which nothing is remembered. */
    static Item created(EanProductDraft sent, Known now) {
        return new Item(change(Kind.CREATE, now, List.of(), Cause.DIFFERS, false), Optional.of(sent), now);
    }

    /** One that was wanted otherwise, or that nobody has seen since it was sent. */
    static Item changed(EanProductDraft sent, Known now, Known before) {
        List<FieldChange> fields = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        if (!before.price().equals(now.price())) {
            gaps.add(ShownEan.gap(ShownEan.PRICE, before.price(), now.price()));
        }
        if (!before.remaining().equals(now.remaining())) {
            gaps.add(ShownEan.gap(ShownEan.PLACES, before.remaining(), now.remaining()));
        }
        fields.addAll(FieldChange.of(gaps));
        if (!before.rest().equals(now.rest())) {
            fields.add(new FieldChange("dates or link", UNSEEN, UNSEEN));
        }
        return new Item(change(Kind.UPDATE, now, fields, Cause.DIFFERS, false), Optional.of(sent), now);
    }

    /** One that is shown otherwise than it was seen last; that pieces were booked is nobody's change. */
    static Item changedElsewhere(EanProductDraft sent, Known now, Optional<Product> shown) {
        if (shown.isEmpty()) {
            return created(sent, now);
        }
        List<Gap> gaps = ShownEan.gaps(shown.get(), sent);
        boolean elsewhere = gaps.stream().anyMatch(gap -> !gap.field().equals(ShownEan.PLACES));
        return new Item(
                change(Kind.UPDATE, now, FieldChange.of(gaps), Cause.DIFFERS, elsewhere), Optional.of(sent), now);
    }

    /** One that is not wanted any more: hidden and sold out, at the price that it had; its bookings stay. */
    static Item withdrawn(Known known) {
        EanProductDraft hidden = EanProductDraft.of(
                known.ean(), known.price(), Remaining.of(0), EanDates.published(Publication.never()));
        return new Item(change(Kind.WITHDRAW, known, List.of(), Cause.GONE, false), Optional.of(hidden), known(hidden));
    }

    /** One to which nothing is done. */
    static Item kept(Known known, Cause cause) {
        return new Item(change(Kind.KEPT, known, List.of(), cause, false), Optional.empty(), known);
    }

    private static Change change(Kind kind, Known product, List<FieldChange> fields, Cause cause, boolean elsewhere) {
        String ean = product.ean().value();
        return new Change(kind, Subject.PRODUCT, ean, ean, List.of(), Optional.empty(), fields, cause, 0, 0, elsewhere);
    }
}
