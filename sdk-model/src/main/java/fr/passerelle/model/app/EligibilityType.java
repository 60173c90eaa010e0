package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What somebody may ask for now (rule book 3.11). */
public final class EligibilityType extends OpenEnum {

    private static final Constants<EligibilityType> WORDS = new Constants<>(EligibilityType::new);

    /** The credit of 17 and 18. */
    public static final EligibilityType AGE_17_18 = WORDS.known("age-17-18");

    /** Free offers at 15 and 16. */
    public static final EligibilityType FREE = WORDS.known("free");

    /** The former credit of 15 to 17. */
    public static final EligibilityType UNDERAGE = WORDS.known("underage");

    /** The former credit of 18. */
    public static final EligibilityType AGE_18 = WORDS.known("age-18");

    private EligibilityType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static EligibilityType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<EligibilityType> values() {
        return WORDS.all();
    }
}
