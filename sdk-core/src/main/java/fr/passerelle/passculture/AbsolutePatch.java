package fr.passerelle.passculture;

import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.value.Remaining;
import org.jspecify.annotations.Nullable;

/** Whether a patch may be sent twice. */
final class AbsolutePatch {

    private AbsolutePatch() {}

    /**
     * Whether a second one, later, would make the same: it moves no event, and sells nothing again that was booked in
     * between. No places at all, and places without end, are the same whatever was booked.
     */
    static boolean is(DatePatch patch) {
        return patch.beginning() == null && absolute(patch.remaining());
    }

    /** As for a date; a stock that is deleted stays so. */
    static boolean is(ProductPatch patch) {
        ProductStockPatch stock = patch.stock().value();
        return stock == null || absolute(stock.remaining());
    }

    private static boolean absolute(@Nullable Remaining remaining) {
        return remaining == null || remaining.equals(Remaining.unlimited()) || remaining.equals(Remaining.of(0));
    }
}
