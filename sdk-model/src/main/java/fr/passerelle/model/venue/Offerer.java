package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import fr.passerelle.model.value.Siren;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The legal structure that venues belong to (reference operation 4). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableOfferer.class)
@JsonDeserialize(builder = Offerer.Builder.class)
public interface Offerer {

    /** The programme's number for the structure. */
    long id();

    /** Its legal name; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String name() {
        return "";
    }

    /** Its number in the company register. */
    @Nullable
    Siren siren();

    /** When the programme learnt of it. */
    Instant createdDatetime();

    /** Whether it may make offers to schools. */
    boolean allowedOnAdage();

    /** Starts a structure, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a structure. */
    final class Builder extends ImmutableOfferer.Builder {
        Builder() {}
    }
}
