package fr.passerelle.catalogue;

import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Ean;
import java.time.Instant;
import java.util.Optional;

/**
 * One paper book, CD or vinyl of the vendor's catalogue, known by its EAN. The pieces of its draft are those that may
 * still be sold on the programme, as the shop knows it now; booked ones come on top.
 */
public final class WantedProduct {

    private final Ean ean;
    private final Optional<EanProductDraft> draft;

    private WantedProduct(Ean ean, Optional<EanProductDraft> draft) {
        this.ean = ean;
        this.draft = draft;
    }

    /** A product on sale; sold out if no piece remains. */
    public static WantedProduct onSale(EanProductDraft product) {
        return new WantedProduct(product.ean(), Optional.of(product));
    }

    /**
     * A product of which the catalogue cannot say what it should be: it stays as it is, and does not count as gone.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if it is not 13 digits
     */
    public static WantedProduct asIs(Ean ean) {
        return new WantedProduct(Ean.of(ean.value()), Optional.empty());
    }

    /** Its number. */
    public Ean ean() {
        return ean;
    }

    /** What it should be; there for a product on sale only. */
    public Optional<EanProductDraft> draft() {
        return draft;
    }

    /** Whether it can be booked at all. */
    static boolean isToCome(EanProductDraft product, Instant now) {
        Instant limit = product.dates().bookingLimit();
        return limit == null || limit.isAfter(now);
    }

    /** As it is sent now: a publication and an opening that lie behind are in force, and cannot be sent again. */
    static EanProductDraft at(Instant now, EanProductDraft product) {
        EanDates dates = product.dates();
        Instant published = dates.publication().instant();
        Instant allowed = dates.bookingAllowed();
        boolean publishedBefore = published != null && !published.isAfter(now);
        boolean allowedBefore = allowed != null && !allowed.isAfter(now);
        if (!publishedBefore && !allowedBefore) {
            return product;
        }
        EanProductDraft.Builder sent = EanProductDraft.builder()
                .ean(product.ean())
                .price(product.price())
                .remaining(product.remaining())
                .dates(new EanDates(
                        publishedBefore ? Publication.now() : dates.publication(),
                        allowedBefore ? null : allowed,
                        dates.bookingLimit()));
        String link = product.externalTicketOfficeUrl();
        return (link == null ? sent : sent.externalTicketOfficeUrl(link)).build();
    }

    @Override
    public String toString() {
        return "WantedProduct[" + ean + "]";
    }
}
