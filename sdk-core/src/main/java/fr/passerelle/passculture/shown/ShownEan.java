package fr.passerelle.passculture.shown;

import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductStock;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an offer with what was sent by its EAN: exactly, as less could as well be what it showed before. */
public final class ShownEan {

    /** The wire's name of the price. */
    public static final String PRICE = "price";

    /** The wire's name of the pieces. */
    public static final String PLACES = "quantity";

    /** The server drops the seconds of some instants. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private ShownEan() {}

    /** The EAN of a product; null if its category has none. */
    public static @Nullable Ean ean(ProductCategory category) {
        if (category instanceof ProductCategory.Book book) {
            return book.ean();
        }
        if (category instanceof ProductCategory.Recording recording) {
            return recording.ean();
        }
        return category instanceof ProductCategory.Article article ? article.ean() : null;
    }

    /** Whether the offer shows what was sent. */
    public static boolean shows(Product offer, EanProductDraft sent) {
        return gaps(offer, sent).isEmpty();
    }

    /** Where the offer shows something else than was sent, by the wire's names. */
    public static List<Gap> gaps(Product offer, EanProductDraft sent) {
        List<Gap> gaps = new ArrayList<>();
        ProductStock stock = offer.stock();
        EanDates dates = sent.dates();
        if (stock == null || !stock.price().equals(sent.price())) {
            gaps.add(gap(PRICE, stock == null ? null : stock.price(), sent.price()));
        }
        if (stock == null || !stock.remaining().equals(sent.remaining())) {
            gaps.add(gap(PLACES, stock == null ? null : stock.remaining(), sent.remaining()));
        }
        if (stock != null && !agree(stock.bookingLimit(), dates.bookingLimit())) {
            gaps.add(gap("bookingLimitDatetime", stock.bookingLimit(), dates.bookingLimit()));
        }
        if (!agree(offer.bookingAllowedDatetime(), dates.bookingAllowed())) {
            gaps.add(gap("bookingAllowedDatetime", offer.bookingAllowedDatetime(), dates.bookingAllowed()));
        }
        if (!published(offer.publicationDatetime(), dates.publication())) {
            gaps.add(gap("publicationDatetime", offer.publicationDatetime(), dates.publication()));
        }
        if (!linked(offer.externalTicketOfficeUrl(), sent.externalTicketOfficeUrl())) {
            gaps.add(gap("externalTicketOfficeUrl", offer.externalTicketOfficeUrl(), sent.externalTicketOfficeUrl()));
        }
        return gaps;
    }

    /** One field that differs, in the wire's form. */
    public static Gap gap(String field, @Nullable Object shown, @Nullable Object wanted) {
        return new Gap(field, Json.mapper().valueToTree(shown), Json.mapper().valueToTree(wanted));
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
