package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import fr.passerelle.model.value.Siret;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Who hands places out, as the server sends it (invitations 2). A structure has a key; a person never has one. */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableStructure.class)
@JsonDeserialize(builder = Structure.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Structure {

    /** Its id, minted by the operator. */
    UUID id();

    /** The name of the organisation. */
    String name();

    /** What it does. */
    StructureKind kind();

    /** The code of its department. */
    String department();

    /** How many people it accompanies in a year. */
    int people();

    /** Whether it may ask for places. */
    StructureStatus status();

    /** What it may have in each period. */
    List<PeriodLimit> limits();

    /** Its number. */
    @Nullable
    Siret siret();

    /** Whether it may ask for places. */
    default boolean active() {
        return status().equals(StructureStatus.ACTIVE);
    }

    /** Starts a structure, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a structure. */
    final class Builder extends ImmutableStructure.Builder {
        Builder() {}
    }
}
