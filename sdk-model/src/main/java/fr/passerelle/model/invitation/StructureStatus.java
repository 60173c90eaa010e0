package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Whether a structure may ask for places. */
public final class StructureStatus extends OpenEnum {

    private static final Constants<StructureStatus> WORDS = new Constants<>(StructureStatus::new);

    /** Registered, and not accepted by the operator yet. */
    public static final StructureStatus PENDING = WORDS.known("PENDING");

    /** May book, wish and wait. */
    public static final StructureStatus ACTIVE = WORDS.known("ACTIVE");

    /** May not ask for new places; what it has stays. */
    public static final StructureStatus SUSPENDED = WORDS.known("SUSPENDED");

    /** Gone. Nothing leads out of it. */
    public static final StructureStatus CLOSED = WORDS.known("CLOSED");

    private StructureStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static StructureStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<StructureStatus> values() {
        return WORDS.all();
    }
}
