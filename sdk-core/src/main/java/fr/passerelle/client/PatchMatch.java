package fr.passerelle.client;

import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStock;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an answer shows what a patch asked for, and whether asking twice does harm. */
final class PatchMatch {

    private PatchMatch() {}

    /**
     * Whether a second one, later, would make the same: it moves no event, and sells nothing again that was booked in
     * between. No places at all, and places without end, are the same whatever was booked.
     */
    static boolean absolute(DatePatch patch) {
        return patch.beginning() == null && absolute(patch.remaining());
    }

    /** As for a date; a stock that is deleted stays so. */
    static boolean absolute(ProductPatch patch) {
        ProductStockPatch stock = patch.stock().value();
        return stock == null || absolute(stock.remaining());
    }

    private static boolean absolute(@Nullable Remaining remaining) {
        return remaining == null || remaining.equals(Remaining.unlimited()) || remaining.equals(Remaining.of(0));
    }

    static boolean shows(EventDate date, DatePatch patch) {
        return shows(date.remaining(), patch.remaining())
                && sameTime(date.beginning(), patch.beginning())
                && sameTime(date.bookingLimit(), patch.bookingLimit())
                && shows(date.priceCategory().id(), patch.priceCategoryId())
                && shows(date.idAtProvider(), patch.idAtProvider());
    }

    /** By its stock, and by what else the server keeps as it was sent. */
    static boolean shows(Product product, ProductPatch patch) {
        ProductStockPatch wanted = patch.stock().value();
        ProductStock stock = product.stock();
        return wanted != null
                && stock != null
                && shows(stock.remaining(), wanted.remaining())
                && shows(stock.price(), wanted.price())
                && shows(stock.bookingLimit(), wanted.bookingLimit())
                && shows(product.name(), patch.name())
                && shows(product.description(), patch.description())
                && shows(product.bookingContact(), patch.bookingContact())
                && shows(product.bookingEmail(), patch.bookingEmail())
                && shows(product.duo(), patch.duo())
                && shows(product.idAtProvider(), patch.idAtProvider())
                && shows(product.itemCollectionDetails(), patch.itemCollectionDetails());
    }

    /** A field that null leaves as it is. */
    static <T> boolean shows(@Nullable T shown, @Nullable T wanted) {
        return wanted == null || wanted.equals(shown);
    }

    static <T> boolean shows(@Nullable T shown, Patch<T> wanted) {
        return wanted.isKeep() || Objects.equals(shown, wanted.value());
    }

    /** To the second: the server keeps no more than microseconds. */
    static boolean sameTime(Instant shown, @Nullable Instant wanted) {
        return wanted == null || shown.truncatedTo(ChronoUnit.SECONDS).equals(wanted.truncatedTo(ChronoUnit.SECONDS));
    }
}
