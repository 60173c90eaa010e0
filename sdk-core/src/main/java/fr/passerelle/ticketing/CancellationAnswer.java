package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vendor's answer to a cancellation: the three that the server understands (reference 9.5), and no other. */
public final class CancellationAnswer {

    private final AnswerJson json;

    private CancellationAnswer(AnswerJson json) {
        this.json = json;
    }

    /**
     * The tickets are void. Also the answer for barcodes that the vendor does not know: orphans exist (reference 9.6).
     *
     * @param remaining what the vendor can sell again, the released places included
     */
    public static CancellationAnswer cancelled(Remaining remaining) {
        return new CancellationAnswer(AnswerJson.cancelled(remaining));
    }

    /**
     * The tickets were void before; the programme cancels on its side.
     *
     * @param remaining what the vendor can sell
     */
    public static CancellationAnswer alreadyCancelled(Remaining remaining) {
        return new CancellationAnswer(AnswerJson.conflict("already_cancelled", remaining));
    }

    /** Not cancelled: the booking stays, and the visitor is told so. */
    public static CancellationAnswer refused() {
        return new CancellationAnswer(AnswerJson.refused());
    }

    /** Whether the tickets are void, as the programme takes it. */
    boolean isVoid() {
        return !json.equals(AnswerJson.refused());
    }

    DeskAnswer toDeskAnswer() {
        return json.toDeskAnswer();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CancellationAnswer that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(json);
    }

    @Override
    public String toString() {
        return "CancellationAnswer{" + json.status() + " " + json.body() + "}";
    }
}
