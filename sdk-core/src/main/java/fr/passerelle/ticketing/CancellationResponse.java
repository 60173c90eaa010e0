package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's response to a cancellation (reference 9.5). There is none for tickets that were void before, as the server
 * does not bear it: its 409 {@code already_cancelled} leaves the beneficiary's booking confirmed for ever and loses the
 * places. Void before, or unknown, is {@link #cancelled} like any other.
 */
public final class CancellationResponse {

    private final ResponseJson json;
    private final DeskOutcome outcome;

    private CancellationResponse(ResponseJson json, DeskOutcome outcome) {
        this.json = json;
        this.outcome = outcome;
    }

    /**
     * The tickets are void, now or since long. Also the response for barcodes that the vendor does not know: orphans
     * exist (reference 9.6).
     *
     * @param remaining what the vendor can sell again, the released places included
     */
    public static CancellationResponse cancelled(Remaining remaining) {
        return new CancellationResponse(ResponseJson.cancelled(remaining), DeskOutcome.CANCELLED);
    }

    /** Not cancelled: the booking stays, and the beneficiary is told so. */
    public static CancellationResponse refused() {
        return new CancellationResponse(ResponseJson.refused(), DeskOutcome.CANCELLATION_REFUSED);
    }

    /** Whether the tickets are void, as the programme takes it. */
    boolean isVoid() {
        return outcome == DeskOutcome.CANCELLED;
    }

    DeskResponse toDeskResponse() {
        return json.toDeskResponse(outcome);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CancellationResponse that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(json);
    }

    @Override
    public String toString() {
        return "CancellationResponse{" + json.status() + " " + json.body() + "}";
    }
}
