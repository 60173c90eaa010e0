package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry.
 *
 * @param nonce of the entry
 * @param result whether it let somebody in
 * @param number of the voucher within its session; null if there is none
 * @param usedAt when the voucher let somebody in for the first time; null if it never did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryResult(
        UUID nonce,
        EntryOutcome result,
        @Nullable Integer number,
        @Nullable Instant usedAt) {

    @JsonCreator
    static EntryResult read(
            @JsonProperty(value = "nonce", required = true) UUID nonce,
            @JsonProperty(value = "result", required = true) EntryOutcome result,
            @JsonProperty("number") @Nullable Integer number,
            @JsonProperty("usedAt") @Nullable Instant usedAt) {
        return new EntryResult(nonce, result, number, usedAt);
    }
}
