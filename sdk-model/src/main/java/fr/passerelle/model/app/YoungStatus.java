package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Where somebody stands with the programme (rule book 3.9, 3.11). */
public final class YoungStatus extends OpenEnum {

    private static final Constants<YoungStatus> WORDS = new Constants<>(YoungStatus::new);

    /** May ask for a credit and has not got it yet. */
    public static final YoungStatus ELIGIBLE = WORDS.known("eligible");

    /** May not ask for a credit. */
    public static final YoungStatus NON_ELIGIBLE = WORDS.known("non_eligible");

    /** Has a credit. */
    public static final YoungStatus BENEFICIARY = WORDS.known("beneficiary");

    /** Had a credit, which has ended. */
    public static final YoungStatus EX_BENEFICIARY = WORDS.known("ex_beneficiary");

    /** The account is suspended. */
    public static final YoungStatus SUSPENDED = WORDS.known("suspended");

    private YoungStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static YoungStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<YoungStatus> values() {
        return WORDS.all();
    }
}
