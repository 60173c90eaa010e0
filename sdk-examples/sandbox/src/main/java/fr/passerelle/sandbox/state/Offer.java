package fr.passerelle.sandbox.state;

import fr.passerelle.sandbox.nomenclature.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event or product offer. */
public final class Offer {

    /** What the platform's review says of an offer. */
    public enum Validation {
        DRAFT,
        PENDING,
        REJECTED,
        APPROVED
    }

    /** How tickets reach the beneficiary. */
    public enum Withdrawal {
        /** By the vendor's ticketing, in the app: what {@code hasTicket} means. */
        IN_APP,
        NO_TICKET;

        /** The way of an offer, null when its category has nothing to collect. */
        public static @Nullable Withdrawal of(Category category, boolean hasTicket) {
            if (hasTicket) {
                return IN_APP;
            }
            return category.withdrawable() ? NO_TICKET : null;
        }
    }

    /** An illustration, by where it could be seen. */
    public record Image(String url, @Nullable String credit) {}

    public final long id;
    public final Venue venue;
    public final boolean event;
    public final String category;

    /** The extra fields of the category that were given, by their wire name. */
    public final Map<String, String> extra = new TreeMap<>();

    public final List<PriceCategory> priceCategories = new ArrayList<>();

    /** Deleted ones included. */
    public final List<Stock> stocks = new ArrayList<>();

    public String name;
    public Address address;
    public @Nullable String addressLabel;
    public Validation validation = Validation.DRAFT;

    /** Who last wrote it; null for offers made in the portal. */
    public @Nullable Provider lastProvider;

    public @Nullable String description;
    public @Nullable String bookingContact;
    public @Nullable String bookingEmail;
    public @Nullable String itemCollectionDetails;
    public @Nullable String externalTicketOfficeUrl;
    public @Nullable String idAtProvider;
    public @Nullable String ean;

    /** The catalogue product it is tied to, if any. */
    public @Nullable CatalogueProduct product;

    public @Nullable String url;
    public @Nullable String videoUrl;
    public @Nullable Image image;

    /** Minutes. */
    public @Nullable Long eventDuration;

    public @Nullable Withdrawal withdrawal;
    public boolean doubleBookings;
    public Accessibility accessibility = Accessibility.NONE;

    /** Null is unpublished. */
    public @Nullable Instant publication;

    /** From when it can be booked; null is as soon as it is published. */
    public @Nullable Instant bookingAllowed;

    public Offer(long id, Venue venue, boolean event, String category, String name) {
        this.id = id;
        this.venue = venue;
        this.event = event;
        this.category = category;
        this.name = name;
        this.address = venue.address;
    }

    /** Whether the vendor's ticketing delivers the tickets. */
    public boolean hasTicket() {
        return withdrawal == Withdrawal.IN_APP;
    }

    /** Gives it an address and what the address is called there. */
    public void place(Address where, @Nullable String label) {
        address = where;
        addressLabel = label;
    }

    /** Whether it is out at a moment. */
    public boolean isPublished(Instant now) {
        return publication != null && !publication.isAfter(now);
    }

    /** The one stock of a product, if it has any. */
    public @Nullable Stock productStock() {
        return liveStocks().stream().findFirst().orElse(null);
    }

    /** The stocks that have not been deleted, by id. */
    public List<Stock> liveStocks() {
        return stocks.stream().filter(stock -> !stock.deleted).toList();
    }
}
