package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event to create, checked by nobody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FloorDraft(
        String name,
        FloorEvent.Location location,
        FloorEvent.Accessibility accessibility,
        @Nullable String description,
        @Nullable String bookingContact,
        FloorEvent.Category categoryRelatedFields,
        boolean hasTicket,
        boolean enableDoubleBookings,
        @Nullable Integer eventDuration,
        @Nullable String idAtProvider,
        @Nullable String externalTicketOfficeUrl,
        List<Price> priceCategories) {

    /** One of its prices. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Price(String label, long price, @Nullable String idAtProvider) {}

    /** A performance to add. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Date(
            Instant beginningDatetime,
            Instant bookingLimitDatetime,
            long priceCategoryId,
            long quantity,
            @Nullable String idAtProvider) {}

    /** Performances, as they are sent. */
    public record Dates(List<Date> dates) {}

    /** A comedy at the theatre. */
    public static FloorDraft comedy(String name, String description, long venueId, List<Price> prices) {
        return new FloorDraft(
                name,
                new FloorEvent.Location("physical", venueId),
                new FloorEvent.Accessibility(true, false, true, false),
                description,
                "billetterie@example.org",
                new FloorEvent.Category("SPECTACLE_REPRESENTATION", "THEATRE-COMEDIE", "Molière", null, null),
                true,
                true,
                140,
                "SAISON26-BG",
                "https://tickets.example.org/bourgeois",
                prices);
    }
}
