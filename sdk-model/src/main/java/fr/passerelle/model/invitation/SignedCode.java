package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The signed code of a voucher, to be scanned (invitations 6): text in the alphanumeric alphabet of QR codes, below 150
 * characters. It is kept as it came; {@link VoucherVerifier} says whether it is good. Whoever has it can come in, so it
 * shows in no {@code toString}, log or message.
 *
 * @param value the text of the QR code
 */
public record SignedCode(@JsonValue String value) {

    /** No code has as many characters as this. */
    public static final int MAX_LENGTH = 150;

    /** Keeps what the server sent, or what was scanned. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignedCode {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "SignedCode[redacted]";
    }
}
