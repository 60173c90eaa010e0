package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal structure and those of its venues that the vendor is linked to (reference operation 4).
 *
 * @param offerer the structure
 * @param venues its venues, by id
 */
public record OffererVenues(Offerer offerer, List<Venue> venues) {

    public OffererVenues {
        venues = List.copyOf(venues);
    }

    @JsonCreator
    static OffererVenues read(
            @JsonProperty(value = "offerer", required = true) Offerer offerer,
            @JsonProperty("venues") @Nullable List<Venue> venues) {
        return new OffererVenues(offerer, venues == null ? List.of() : venues);
    }
}
