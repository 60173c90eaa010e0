package fr.passerelle.model.credit;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Why money was added to a credit (rule book 3.11); each can exist once on a credit. */
public final class RecreditType extends OpenEnum {

    private static final Constants<RecreditType> WORDS = new Constants<>(RecreditType::new);

    /** For the 15th birthday. */
    public static final RecreditType RECREDIT_15 = WORDS.known("Recredit15");

    /** For the 16th birthday. */
    public static final RecreditType RECREDIT_16 = WORDS.known("Recredit16");

    /** For the 17th birthday. */
    public static final RecreditType RECREDIT_17 = WORDS.known("Recredit17");

    /** For the 18th birthday. */
    public static final RecreditType RECREDIT_18 = WORDS.known("Recredit18");

    /** For a low family quotient or a disability. */
    public static final RecreditType BONUS = WORDS.known("BonusCredit");

    /** By hand. */
    public static final RecreditType MANUAL_MODIFICATION = WORDS.known("ManualModification");

    /** What was left of the credit before. */
    public static final RecreditType PREVIOUS_DEPOSIT = WORDS.known("PreviousDeposit");

    /** Given back after a finance incident. */
    public static final RecreditType FINANCE_INCIDENT = WORDS.known("FinanceIncidentRecredit");

    private RecreditType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static RecreditType of(String value) {
        return WORDS.of(value);
    }

    /** The recredit of a birthday. */
    public static RecreditType ofAge(int age) {
        return of("Recredit" + age);
    }

    /** Every type known today. */
    public static List<RecreditType> values() {
        return WORDS.all();
    }
}
