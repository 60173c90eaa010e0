package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What became of the request for the bonus (rule book 1.9). */
public final class BonusStatus extends OpenEnum {

    private static final Constants<BonusStatus> WORDS = new Constants<>(BonusStatus::new);

    /** May ask. */
    public static final BonusStatus ELIGIBLE = WORDS.known("eligible");

    /** May not ask. */
    public static final BonusStatus NOT_ELIGIBLE = WORDS.known("not_eligible");

    /** Has asked; the response is not there yet. */
    public static final BonusStatus STARTED = WORDS.known("started");

    /** Has got it. */
    public static final BonusStatus GRANTED = WORDS.known("granted");

    /** The parent named is not known to the tax office. */
    public static final BonusStatus CUSTODIAN_NOT_FOUND = WORDS.known("custodian_not_found");

    /** Is not in that household. */
    public static final BonusStatus NOT_IN_TAX_HOUSEHOLD = WORDS.known("not_in_tax_household");

    /** The family quotient is too high. */
    public static final BonusStatus QUOTIENT_TOO_HIGH = WORDS.known("quotient_familial_too_high");

    /** Has asked too often. */
    public static final BonusStatus TOO_MANY_RETRIES = WORDS.known("too_many_retries");

    /** The request is not known any more (since 2026). */
    public static final BonusStatus APPLICATION_NOT_FOUND = WORDS.known("application_not_found");

    /** Refused, and nobody can say why. Until 2026. */
    public static final BonusStatus UNKNOWN_KO = WORDS.known("unknown_ko");

    /** Refused. */
    public static final BonusStatus KO = WORDS.known("ko");

    private BonusStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static BonusStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<BonusStatus> values() {
        return WORDS.all();
    }
}
