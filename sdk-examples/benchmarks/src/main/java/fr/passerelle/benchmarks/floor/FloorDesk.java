package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Verifies and binds a booking message, and nothing else. */
public final class FloorDesk {

    /** A booking message; its datetimes carry no zone. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record BookingMessage(
            LocalDateTime bookingCreationDate,
            @Nullable LocalDateTime bookingConfirmationDate,
            int bookingQuantity,
            long offerId,
            @Nullable String offerIdAtProvider,
            String offerName,
            @Nullable String offerEan,
            long offerPrice,
            @Nullable Long priceCategoryId,
            @Nullable String priceCategoryIdAtProvider,
            @Nullable String priceCategoryLabel,
            long stockId,
            @Nullable String stockIdAtProvider,
            long venueId,
            String venueName,
            @Nullable String venueAddress,
            @Nullable String venueDepartmentCode,
            String userFirstName,
            String userLastName,
            String userEmail,
            @Nullable String userPhone,
            LocalDate userBirthDate) {}

    private final SecretKeySpec key;

    public FloorDesk(String hmacKey) {
        key = new SecretKeySpec(hmacKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The message in a body that is a JSON document in a JSON string. */
    public BookingMessage read(String signature, byte[] body) throws IOException, GeneralSecurityException {
        String document = FloorJson.MAPPER.readValue(body, String.class);
        byte[] signed = document.getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        if (!MessageDigest.isEqual(mac.doFinal(signed), HexFormat.of().parseHex(signature))) {
            throw new GeneralSecurityException("wrong signature");
        }
        return FloorJson.MESSAGE.readValue(document);
    }
}
