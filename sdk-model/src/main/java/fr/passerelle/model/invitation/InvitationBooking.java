package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A structure's places for a party, as the server sends them (invitations 2). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableInvitationBooking.class)
@JsonDeserialize(builder = InvitationBooking.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface InvitationBooking {

    /** Its id, minted by the structure. */
    UUID id();

    /** Who booked. */
    UUID structureId();

    /** Of which allotment. */
    UUID allotmentId();

    /** Who comes. */
    Party party();

    /** Its state. */
    InvitationBookingStatus status();

    /** The pathway that it is a step of. */
    @Nullable
    UUID pathwayId();

    /** What the donor should know. */
    @Nullable
    String note();

    /** One for each place, once it is confirmed; those given back stay in the list, void. */
    List<Voucher> vouchers();

    /** How many people came; null until somebody said. */
    @Nullable
    Integer attended();

    /** The vouchers that still let somebody in, or did. */
    default long places() {
        return vouchers().stream()
                .filter(voucher -> !voucher.status().equals(VoucherStatus.VOID))
                .count();
    }

    /** Starts a booking, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a booking. */
    final class Builder extends ImmutableInvitationBooking.Builder {
        Builder() {}
    }
}
