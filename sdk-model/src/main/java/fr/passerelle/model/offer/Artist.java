package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An artist of the programme's catalogue who is linked to an event.
 *
 * @param name as the catalogue has it
 * @param role what the artist is to the event
 */
public record Artist(
        @Nullable String name,
        @JsonProperty("artistType") @Nullable ArtistRole role) {}
