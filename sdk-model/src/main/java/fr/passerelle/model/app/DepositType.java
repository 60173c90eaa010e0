package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Which kind of credit somebody holds (rule book 3.11). */
public final class DepositType extends OpenEnum {

    private static final Constants<DepositType> WORDS = new Constants<>(DepositType::new);

    /** The credit of 17 and 18, from 2025. */
    public static final DepositType GRANT_17_18 = WORDS.known("GRANT_17_18");

    /** Free offers at 15 and 16, from 2025. */
    public static final DepositType GRANT_FREE = WORDS.known("GRANT_FREE");

    /** The credit of 15 to 17, from 2022 to 2025. */
    public static final DepositType GRANT_15_17 = WORDS.known("GRANT_15_17");

    /** The credit of 18, from 2019 to 2025. */
    public static final DepositType GRANT_18 = WORDS.known("GRANT_18");

    private DepositType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static DepositType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<DepositType> values() {
        return WORDS.all();
    }
}
