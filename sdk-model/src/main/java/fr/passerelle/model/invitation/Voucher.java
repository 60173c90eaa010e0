package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place for one person (invitations 2 and 6). Whoever knows a code can come in with it, so that neither shows in
 * {@code toString}.
 *
 * @param number 1 for the first voucher of its session, without gaps: the uninterrupted series of sibil 1
 * @param code what is said at the door
 * @param signedCode what is scanned at the door
 * @param status its state
 * @param usedAt when it let somebody in
 */
public record Voucher(
        int number,
        VoucherCode code,
        SignedCode signedCode,
        VoucherStatus status,
        @Nullable Instant usedAt) {

    @JsonCreator
    static Voucher read(
            @JsonProperty(value = "number", required = true) int number,
            @JsonProperty(value = "code", required = true) VoucherCode code,
            @JsonProperty(value = "signedCode", required = true) SignedCode signedCode,
            @JsonProperty(value = "status", required = true) VoucherStatus status,
            @JsonProperty("usedAt") @Nullable Instant usedAt) {
        return new Voucher(number, code, signedCode, status, usedAt);
    }
}
