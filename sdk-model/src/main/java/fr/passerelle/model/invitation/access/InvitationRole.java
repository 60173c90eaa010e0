package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a key is good for (invitations 1). */
public final class InvitationRole extends OpenEnum {

    private static final Constants<InvitationRole> WORDS = new Constants<>(InvitationRole::new);

    /** Registers donors and structures, opens calls, reads figures. */
    public static final InvitationRole OPERATOR = WORDS.known("OPERATOR");

    /** Gives places. */
    public static final InvitationRole DONOR = WORDS.known("DONOR");

    /** Hands places out. */
    public static final InvitationRole STRUCTURE = WORDS.known("STRUCTURE");

    private InvitationRole(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static InvitationRole of(String value) {
        return WORDS.of(value);
    }

    /** Every role known today. */
    public static List<InvitationRole> values() {
        return WORDS.all();
    }
}
