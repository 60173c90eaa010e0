package fr.passerelle.benchmarks.floor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking, its fields as a developer would type them. */
public record FloorBooking(
        long id,
        int quantity,
        Instant creationDate,
        @Nullable Instant confirmationDate,
        long price,
        String status,
        long offerId,
        long stockId,
        @Nullable Long priceCategoryId,
        @Nullable String priceCategoryLabel,
        String offerName,
        @Nullable String offerEan,
        @Nullable String offerAddress,
        @Nullable String offerDepartmentCode,
        long venueId,
        String venueName,
        String userEmail,
        @Nullable String userPhoneNumber,
        @Nullable String userFirstName,
        @Nullable String userLastName,
        @Nullable LocalDate userBirthDate,
        @Nullable String userPostalCode) {

    /** A page of them. */
    public record Page(List<FloorBooking> bookings) {}
}
