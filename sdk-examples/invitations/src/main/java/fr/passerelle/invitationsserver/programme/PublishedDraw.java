package fr.passerelle.invitationsserver.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.draw.Draw;
import fr.passerelle.model.invitation.draw.DrawInput;
import fr.passerelle.model.invitation.draw.DrawResult;
import fr.passerelle.model.invitation.draw.DrawSecret;
import java.nio.charset.StandardCharsets;

/**
 * What is published of a call after its draw, in one file: enough for anybody to make the draw again.
 *
 * @param secret of the operator, hexadecimal digits
 * @param publicValue the value that was named beforehand
 * @param input what the draw depended on
 */
public record PublishedDraw(String secret, String publicValue, DrawInput input) {

    @JsonCreator
    static PublishedDraw read(
            @JsonProperty(value = "secret", required = true) String secret,
            @JsonProperty(value = "publicValue", required = true) String publicValue,
            @JsonProperty(value = "input", required = true) DrawInput input) {
        return new PublishedDraw(secret, publicValue, input);
    }

    /**
     * Reads a file.
     *
     * @throws fr.passerelle.invitationsserver.web.ProblemException if it is none
     */
    public static PublishedDraw read(String json) {
        return Wire.request(json.getBytes(StandardCharsets.UTF_8), PublishedDraw.class);
    }

    /** As a file. */
    public String json() {
        return Wire.text(this);
    }

    /** The draw again. */
    public DrawResult replay() {
        return Draw.run(input, DrawSecret.ofHex(secret), publicValue);
    }
}
