package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What an account is for the programme (rule book 2.4). An empty list of roles is the general public. */
public final class UserRole extends OpenEnum {

    private static final Constants<UserRole> WORDS = new Constants<>(UserRole::new);

    /** Has done the adult steps. */
    public static final UserRole BENEFICIARY = WORDS.known("BENEFICIARY");

    /** Has a credit, and has not done the adult steps. */
    public static final UserRole UNDERAGE_BENEFICIARY = WORDS.known("UNDERAGE_BENEFICIARY");

    /** 15 or 16: free offers. */
    public static final UserRole FREE_BENEFICIARY = WORDS.known("FREE_BENEFICIARY");

    /** Works for a cultural structure. */
    public static final UserRole PRO = WORDS.known("PRO");

    /** Works in culture, for no structure yet. */
    public static final UserRole NON_ATTACHED_PRO = WORDS.known("NON_ATTACHED_PRO");

    /** Works for the programme. */
    public static final UserRole ADMIN = WORDS.known("ADMIN");

    /** Is there for tests. */
    public static final UserRole TEST = WORDS.known("TEST");

    /** Was made anonymous. */
    public static final UserRole ANONYMIZED = WORDS.known("ANONYMIZED");

    private UserRole(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static UserRole of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<UserRole> values() {
        return WORDS.all();
    }
}
