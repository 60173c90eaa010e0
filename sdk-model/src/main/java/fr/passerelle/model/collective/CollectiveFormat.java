package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What pupils do (reference operation 44). The wire carries the displayed words, not the ids of the list. */
public final class CollectiveFormat extends OpenEnum {

    private static final Constants<CollectiveFormat> WORDS = new Constants<>(CollectiveFormat::new);

    public static final CollectiveFormat ATELIER_DE_PRATIQUE = WORDS.known("Atelier de pratique");
    public static final CollectiveFormat CONCERT = WORDS.known("Concert");
    public static final CollectiveFormat CONFERENCE_RENCONTRE = WORDS.known("Conférence, rencontre");
    public static final CollectiveFormat FESTIVAL_SALON_CONGRES = WORDS.known("Festival, salon, congrès");
    public static final CollectiveFormat PROJECTION_AUDIOVISUELLE = WORDS.known("Projection audiovisuelle");
    public static final CollectiveFormat REPRESENTATION = WORDS.known("Représentation");
    public static final CollectiveFormat VISITE_GUIDEE = WORDS.known("Visite guidée");
    public static final CollectiveFormat VISITE_LIBRE = WORDS.known("Visite libre");

    private CollectiveFormat(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CollectiveFormat of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<CollectiveFormat> values() {
        return WORDS.all();
    }
}
