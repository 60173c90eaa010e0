package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.MessageSignature;
import java.nio.charset.StandardCharsets;

/** A message exactly as the programme sends it, for a vendor's own tests. Made by {@link TicketingDesk#sign}. */
public final class SignedMessage {

    private final String signature;
    private final String body;

    SignedMessage(String hmacKey, String innerJson) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(innerJson)) {
            throw new IllegalArgumentException("innerJson must be text that UTF-8 can encode: no lone surrogates");
        }
        this.signature = MessageSignature.of(hmacKey, innerJson);
        this.body = WireJson.quoted(innerJson);
    }

    /** The value of the {@value TicketingDesk#SIGNATURE_HEADER} header: 64 lowercase hexadecimal digits. */
    public String signature() {
        return signature;
    }

    /** The bytes of the request's body: the document inside a JSON string. */
    public byte[] body() {
        return body.getBytes(StandardCharsets.US_ASCII);
    }

    /** Neither the signature nor the body. */
    @Override
    public String toString() {
        return "SignedMessage{" + body.length() + " bytes}";
    }
}
