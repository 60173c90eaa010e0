package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a voucher (invitations 3). */
public final class VoucherStatus extends OpenEnum {

    private static final Constants<VoucherStatus> WORDS = new Constants<>(VoucherStatus::new);

    /** Lets one person in. */
    public static final VoucherStatus ISSUED = WORDS.known("ISSUED");

    /** Let one person in. Nothing leads out of it. */
    public static final VoucherStatus USED = WORDS.known("USED");

    /** Given back or cancelled. Nothing leads out of it. */
    public static final VoucherStatus VOID = WORDS.known("VOID");

    private VoucherStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static VoucherStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<VoucherStatus> values() {
        return WORDS.all();
    }
}
