package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A call as the server sends it (invitations 5). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableCall.class)
@JsonDeserialize(builder = Call.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Call {

    /** Its id, minted by the operator. */
    UUID id();

    /** What structures read. */
    String title();

    /** What is drawn. */
    List<UUID> allotmentIds();

    /** When wishes close. */
    Instant closesAt();

    /** Its state. */
    CallStatus status();

    /** SHA-256 of the secret. */
    String commitment();

    /** Which public value goes into the seed. */
    String publicValueName();

    /** The secret, in hexadecimal digits; null before the draw. */
    @Nullable
    String secret();

    /** The public value; null before the draw. */
    @Nullable
    String publicValue();

    /** Most places for one structure. */
    int maximumPlaces();

    /** Most outings for one structure. */
    int maximumOutings();

    /** Hours to confirm an allocation. */
    int confirmWithinHours();

    /** Starts a call, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a call. */
    final class Builder extends ImmutableCall.Builder {
        Builder() {}
    }
}
