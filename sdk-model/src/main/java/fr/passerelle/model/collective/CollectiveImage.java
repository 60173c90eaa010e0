package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.value.ImageFile;
import java.util.Objects;

/**
 * The picture of a collective offer. Both go together: without a credit a new offer is saved without its picture, and a
 * change is refused (reference 8.1 and operation 41).
 *
 * @param file exactly 400 by 600 pixels
 * @param credit who made it
 */
public record CollectiveImage(
        @JsonProperty("imageFile") ImageFile file,
        @JsonProperty("imageCredit") String credit) {

    public CollectiveImage {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(credit, "credit");
    }
}
