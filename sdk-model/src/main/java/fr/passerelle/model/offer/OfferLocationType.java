package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Whether the offers of a category are on site or on line (reference operation 10). */
public final class OfferLocationType extends OpenEnum {

    private static final Constants<OfferLocationType> WORDS = new Constants<>(OfferLocationType::new);

    public static final OfferLocationType PHYSICAL = WORDS.known("PHYSICAL");
    public static final OfferLocationType DIGITAL = WORDS.known("DIGITAL");

    private OfferLocationType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static OfferLocationType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<OfferLocationType> values() {
        return WORDS.all();
    }
}
