package fr.passerelle.catalogue;

import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStock;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.value.Patch;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import fr.passerelle.passculture.shown.ShownEan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What differs between a product with an own id as it is wanted and as it is shown, and the patch that mends it. */
final class OwnProductComparison {

    static final String PRICE = ShownEan.PRICE;
    static final String PLACES = ShownEan.PLACES;
    static final String LIMIT = "bookingLimitDatetime";

    /** What a product's stock consists of. */
    private static final Set<String> STOCK = Set.of(PRICE, PLACES, LIMIT);

    private static final Map<String, BiConsumer<ProductPatch.Builder, ProductDraft>> PATCHES = Map.ofEntries(
            Map.entry("name", (patch, draft) -> patch.name(draft.name())),
            Map.entry("description", (patch, draft) -> patch.description(to(draft.description()))),
            Map.entry("accessibility", (patch, draft) -> patch.accessibility(draft.accessibility())),
            Map.entry("bookingContact", (patch, draft) -> patch.bookingContact(draft.bookingContact())),
            Map.entry("bookingEmail", (patch, draft) -> patch.bookingEmail(to(draft.bookingEmail()))),
            Map.entry("categoryRelatedFields", (patch, draft) -> patch.category(draft.category())),
            Map.entry("enableDoubleBookings", (patch, draft) -> patch.duo(draft.duo())),
            Map.entry(
                    "externalTicketOfficeUrl",
                    (patch, draft) -> patch.externalTicketOfficeUrl(to(draft.externalTicketOfficeUrl()))),
            Map.entry(
                    "itemCollectionDetails",
                    (patch, draft) -> patch.itemCollectionDetails(to(draft.itemCollectionDetails()))),
            Map.entry("location", (patch, draft) -> patch.location(draft.location())),
            Map.entry("image", (patch, draft) -> patch.image(draft.image())),
            Map.entry("publicationDatetime", (patch, draft) -> patch.publication(draft.publication())),
            Map.entry(
                    "bookingAllowedDatetime",
                    (patch, draft) -> patch.bookingAllowedDatetime(to(draft.bookingAllowedDatetime()))));

    private OwnProductComparison() {}

    /** What can be changed. An instant that has passed counts as reached: none can be sent. */
    static List<Gap> changeable(Product product, ProductDraft draft, Instant now) {
        return Shown.gaps(product, draft).stream()
                .filter(gap -> !isFixed(product, draft, gap))
                .filter(gap -> !EventComparison.isReached(
                        gap, draft.publication(), draft.bookingAllowedDatetime(), product.publicationDatetime(), now))
                .filter(gap -> !gap.field().equals(PLACES) || !sellsAsWanted(product.stock(), draft.stock()))
                .filter(gap -> !gap.field().equals(LIMIT) || isToCome(draft.stock(), now))
                .toList();
    }

    /** What cannot. */
    static List<Gap> fixed(Product product, ProductDraft draft) {
        return Shown.gaps(product, draft).stream()
                .filter(gap -> isFixed(product, draft, gap))
                .toList();
    }

    /**
     * Carries what differs, and nothing else. The pieces are the total that is wanted less what is booked on the
     * product as it was read last.
     */
    static ProductPatch patch(Product last, ProductDraft draft, List<Gap> gaps) {
        ProductPatch.Builder patch = ProductPatch.builder();
        gaps.stream()
                .filter(gap -> !STOCK.contains(gap.field()))
                .forEach(gap -> Objects.requireNonNull(PATCHES.get(gap.field())).accept(patch, draft));
        if (gaps.stream().anyMatch(gap -> STOCK.contains(gap.field()))) {
            patch.stock(stock(last.stock(), Objects.requireNonNull(draft.stock()), gaps));
        }
        return patch.build();
    }

    private static ProductStockPatch stock(@Nullable ProductStock last, ProductStockDraft wanted, List<Gap> gaps) {
        ProductStockPatch.Builder patch = ProductStockPatch.builder();
        if (DateComparison.has(gaps, PRICE)) {
            patch.price(wanted.price());
        }
        if (DateComparison.has(gaps, PLACES)) {
            patch.remaining(wanted.capacity().less(booked(last)));
        }
        if (DateComparison.has(gaps, LIMIT)) {
            patch.bookingLimit(to(wanted.bookingLimit()));
        }
        return patch.build();
    }

    static long booked(@Nullable ProductStock stock) {
        return stock == null ? 0 : stock.bookedQuantity();
    }

    /** A category and an EAN are for life, and so is the link of what is sold on line (partner-api operation 26). */
    private static boolean isFixed(Product product, ProductDraft draft, Gap gap) {
        return switch (gap.field()) {
            case "categoryRelatedFields" ->
                !product.category().id().equals(draft.category().id())
                        || (ShownEan.ean(draft.category()) != null
                                && !Objects.equals(ShownEan.ean(product.category()), ShownEan.ean(draft.category())));
            case "location" ->
                draft.location() instanceof Location.Digital || product.location() instanceof Location.Digital;
            default -> !PATCHES.containsKey(gap.field()) && !STOCK.contains(gap.field());
        };
    }

    /** A product of which more is booked than there are pieces shows more pieces, and sells none. */
    private static boolean sellsAsWanted(@Nullable ProductStock shown, @Nullable ProductStockDraft wanted) {
        return shown != null
                && wanted != null
                && wanted.capacity().less(shown.bookedQuantity()).equals(shown.remaining())
                && wanted.capacity().isUnlimited() == shown.capacity().isUnlimited();
    }

    private static boolean isToCome(@Nullable ProductStockDraft wanted, Instant now) {
        return Optional.ofNullable(wanted)
                .map(ProductStockDraft::bookingLimit)
                .filter(limit -> limit.isAfter(now))
                .isPresent();
    }

    private static <T> Patch<T> to(@Nullable T value) {
        return value == null ? Patch.keep() : Patch.to(value);
    }
}
