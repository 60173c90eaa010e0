package fr.passerelle.model.invitation.draw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.regex.Pattern;

/**
 * What a closed call is drawn with (invitations 5): the secret whose commitment was published, and the public value
 * that was named.
 *
 * @param secret hexadecimal digits in lower case, 16 to 64 bytes
 * @param publicValue 1 to 140 characters
 */
public record DrawDraft(String secret, String publicValue) {

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})*");

    /**
     * Checks both.
     *
     * @throws RuleViolationException with every violation
     */
    public DrawDraft {
        RuleCheck check = new RuleCheck()
                .required("secret", secret)
                .text("secret", secret, 2 * DrawSecret.MIN_BYTES, 2 * DrawSecret.MAX_BYTES)
                .require(secret == null || HEX.matcher(secret).matches(), "secret", RuleCode.BAD_COMMITMENT)
                .required("publicValue", publicValue)
                .text("publicValue", publicValue, 1, CallDraft.MAX_TITLE);
        check.raise();
    }

    @JsonCreator
    static DrawDraft read(@JsonProperty("secret") String secret, @JsonProperty("publicValue") String publicValue) {
        return new DrawDraft(secret, publicValue);
    }

    /** Reveals a secret. */
    public static DrawDraft of(DrawSecret secret, String publicValue) {
        return new DrawDraft(secret.hex(), publicValue);
    }

    /** Without the secret: it is told by the log of the draw, and not before. */
    @Override
    public String toString() {
        return "DrawDraft[redacted]";
    }
}
