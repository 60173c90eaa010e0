package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A performance, visit or workshop, as the server sends it (invitations 2). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableSession.class)
@JsonDeserialize(builder = Session.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Session {

    /** The programme's number for it. */
    UUID id();

    /** Who gives places for it. */
    UUID donorId();

    /** The donor's own name for it. */
    String ref();

    /** What is shown. */
    String title();

    /** What kind of session. */
    SessionKind kind();

    /** When it begins. */
    Instant startsAt();

    /** When it ends. */
    @Nullable
    Instant endsAt();

    /** Where it is performed. */
    Place place();

    /** For whom it is accessible. */
    Set<AccessNeed> accessibleFor();

    /** Whether one must understand the language that is spoken. */
    @Nullable
    Boolean languageNeeded();

    /** The youngest age that is admitted, in years. */
    @Nullable
    Integer minimumAge();

    /** What the public pays for one place. */
    @Nullable
    Price regularPrice();

    /** A few words about it. */
    @Nullable
    String description();

    /** Whether it does not take place. */
    @Value.Default
    default boolean cancelled() {
        return false;
    }

    /** Whether it has begun: nothing moves after that (invitations 4). */
    default boolean hasBegun(Instant at) {
        return !at.isBefore(startsAt());
    }

    /** Starts a session, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a session. */
    final class Builder extends ImmutableSession.Builder {
        Builder() {}
    }
}
