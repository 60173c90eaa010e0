package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.value.Siret;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives places, as the server sends it: a venue, a producer, or the ticketing platform that acts for them
 * (invitations 2).
 *
 * @param id minted by the operator
 * @param name of the organisation
 * @param kind what kind of body
 * @param siret its number
 */
public record Donor(
        UUID id, String name, DonorKind kind, @Nullable Siret siret) {

    @JsonCreator
    static Donor read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "kind", required = true) DonorKind kind,
            @JsonProperty("siret") @Nullable Siret siret) {
        return new Donor(id, name, kind, siret);
    }
}
