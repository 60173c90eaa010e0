package fr.passerelle.passculture;

import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductStock;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Ean;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an offer with what was sent by its EAN. */
final class EanMatch {

    /** The server drops the seconds of some instants. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private EanMatch() {}

    /** The EAN of a product; null if its category has none. */
    static @Nullable Ean ean(ProductCategory category) {
        if (category instanceof ProductCategory.Book book) {
            return book.ean();
        }
        if (category instanceof ProductCategory.Recording recording) {
            return recording.ean();
        }
        return category instanceof ProductCategory.Article article ? article.ean() : null;
    }

    /** Whether the offer shows what was sent: exactly, as less could as well be what it showed before. */
    static boolean shows(Product offer, EanProductDraft sent) {
        ProductStock stock = offer.stock();
        EanDates dates = sent.dates();
        return stock != null
                && stock.price().equals(sent.price())
                && stock.remaining().equals(sent.remaining())
                && agree(stock.bookingLimit(), dates.bookingLimit())
                && agree(offer.bookingAllowedDatetime(), dates.bookingAllowed())
                && linked(offer.externalTicketOfficeUrl(), sent.externalTicketOfficeUrl())
                && published(offer.publicationDatetime(), dates.publication());
    }

    /** That an upsert without a link takes an earlier one away is not certain: it is not looked at. */
    private static boolean linked(@Nullable String shown, @Nullable String sent) {
        return sent == null || (shown != null && withoutSlash(shown).equals(withoutSlash(sent)));
    }

    /** The server ends a bare host with a slash. */
    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean published(@Nullable Instant shown, Publication sent) {
        return sent.equals(Publication.now()) ? shown != null : agree(shown, sent.instant());
    }

    private static boolean agree(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return Duration.between(one, other).abs().compareTo(TOLERANCE) < 0;
    }
}
