package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event, its fields as a developer would type them. */
public record FloorEvent(
        long id,
        String status,
        String name,
        @Nullable String description,
        Accessibility accessibility,
        @Nullable String bookingContact,
        @Nullable String bookingEmail,
        Category categoryRelatedFields,
        @Nullable Boolean enableDoubleBookings,
        @Nullable Integer eventDuration,
        @Nullable String externalTicketOfficeUrl,
        boolean hasTicket,
        @Nullable String idAtProvider,
        @Nullable Image image,
        @Nullable String itemCollectionDetails,
        Location location,
        List<PriceCategory> priceCategories,
        @Nullable Instant publicationDatetime,
        @Nullable Instant bookingAllowedDatetime,
        @Nullable String videoUrl) {

    /** A page of them. */
    public record Page(List<FloorEvent> events) {}

    record Accessibility(
            @Nullable Boolean audioDisabilityCompliant,
            @Nullable Boolean mentalDisabilityCompliant,
            @Nullable Boolean motorDisabilityCompliant,
            @Nullable Boolean visualDisabilityCompliant) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Category(
            String category,
            @Nullable String showType,
            @Nullable String author,
            @Nullable String stageDirector,
            @Nullable String performer) {}

    record Image(String url, @Nullable String credit) {}

    record Location(String type, long venueId) {}

    record PriceCategory(
            long id, String label, long price, @Nullable String idAtProvider) {}
}
