package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What is left to do before the credit comes (rule book 2.2). */
public final class SubscriptionStatus extends OpenEnum {

    private static final Constants<SubscriptionStatus> WORDS = new Constants<>(SubscriptionStatus::new);

    /** A step is left to the person. */
    public static final SubscriptionStatus TO_COMPLETE = WORDS.known("has_to_complete_subscription");

    /** The programme is looking at it. */
    public static final SubscriptionStatus PENDING = WORDS.known("has_subscription_pending");

    /** A step has failed. */
    public static final SubscriptionStatus ISSUES = WORDS.known("has_subscription_issues");

    private SubscriptionStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static SubscriptionStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<SubscriptionStatus> values() {
        return WORDS.all();
    }
}
