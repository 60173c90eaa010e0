package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a school pays for on top of an activity. The programme's own list is read by its operation. */
public final class FeeType extends OpenEnum {

    private static final Constants<FeeType> WORDS = new Constants<>(FeeType::new);

    /** Nights. */
    public static final FeeType ACCOMMODATION = WORDS.known("ACCOMMODATION");

    /** Journeys. */
    public static final FeeType TRAVEL = WORDS.known("TRAVEL");

    /** Meals. */
    public static final FeeType MEAL = WORDS.known("MEAL");

    /** What is used up. */
    public static final FeeType CONSUMABLE_ITEMS = WORDS.known("CONSUMABLE_ITEMS");

    /** Rights of authors. */
    public static final FeeType COPYRIGHT = WORDS.known("COPYRIGHT");

    /** The handling of the file. */
    public static final FeeType APPLICATION_FEE = WORDS.known("APPLICATION_FEE");

    /** Anything else: it needs a label, and may come several times under different ones. */
    public static final FeeType OTHER = WORDS.known("OTHER");

    private FeeType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static FeeType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<FeeType> values() {
        return WORDS.all();
    }
}
