package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Whether an account can be used, as signing in tells it. */
public final class AccountState extends OpenEnum {

    private static final Constants<AccountState> WORDS = new Constants<>(AccountState::new);

    /** It can be used. */
    public static final AccountState ACTIVE = WORDS.known("ACTIVE");

    /** It was never activated. */
    public static final AccountState INACTIVE = WORDS.known("INACTIVE");

    /** The programme has suspended it. */
    public static final AccountState SUSPENDED = WORDS.known("SUSPENDED");

    /** Its holder has suspended it, and may take that back within 60 days. */
    public static final AccountState SUSPENDED_UPON_USER_REQUEST = WORDS.known("SUSPENDED_UPON_USER_REQUEST");

    /** Its holder has reported that somebody else signed in. */
    public static final AccountState SUSPICIOUS_LOGIN_REPORTED = WORDS.known("SUSPICIOUS_LOGIN_REPORTED_BY_USER");

    /** It is gone. */
    public static final AccountState DELETED = WORDS.known("DELETED");

    /** It will be made anonymous. */
    public static final AccountState WAITING_FOR_ANONYMIZATION = WORDS.known("WAITING_FOR_ANONYMIZATION");

    /** It is anonymous. */
    public static final AccountState ANONYMIZED = WORDS.known("ANONYMIZED");

    private AccountState(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AccountState of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<AccountState> values() {
        return WORDS.all();
    }
}
