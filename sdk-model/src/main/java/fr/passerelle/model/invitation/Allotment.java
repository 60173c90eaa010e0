package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Places given for a session, as the server sends them (invitations 2). {@link AllotmentLedger} is the arithmetic
 * behind the counts.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAllotment.class)
@JsonDeserialize(builder = Allotment.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Allotment {

    /** Its id, minted by the donor. */
    UUID id();

    /** Who gives. */
    UUID donorId();

    /** For which session. */
    UUID sessionId();

    /** All places given, those withdrawn included. */
    int quantity();

    /** What a beneficiary pays for one. */
    Price price();

    /** How they are given out. */
    AllotmentMode mode();

    /** The smallest group that may book. */
    int minimumGroup();

    /** The largest group that may book. */
    @Nullable
    Integer maximumGroup();

    /** How many of the places take a wheelchair. */
    int wheelchairPlaces();

    /** When what is left goes back to the donor. */
    Instant releaseAt();

    /** What a group must know. */
    @Nullable
    String note();

    /** Its state. */
    AllotmentStatus status();

    /** Places kept by holds. */
    int held();

    /** Places of bookings. */
    int booked();

    /** Places promised by a draw or from the waiting list, and not booked yet. */
    int allocated();

    /** Places that went back to the donor. */
    int withdrawn();

    /** Places that can be asked for. */
    int free();

    /** Whether its places can be asked for. */
    default boolean open() {
        return status().equals(AllotmentStatus.OPEN);
    }

    /** Starts an allotment, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an allotment. */
    final class Builder extends ImmutableAllotment.Builder {
        Builder() {}
    }
}
