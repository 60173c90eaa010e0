package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.KeyRing;
import fr.passerelle.internal.signature.MessageSignature;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A key that the programme signs messages with, and a name for it: logs, metrics and listeners tell by that name which
 * key made a signature, so that one sees when an old key is of no more use.
 *
 * @param name 1 to 32 letters, digits, dots, dashes and underscores, such as {@code 2026-06}; no part of the key
 * @param secret the key, as the programme gave it
 */
public record HmacKey(String name, String secret) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /**
     * A key under a name.
     *
     * @throws IllegalArgumentException if the name has other characters or more of them, or the secret is blank or not
     *     text that UTF-8 can encode
     */
    public HmacKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secret, "secret");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of an hmacKey must be 1 to 32 of A-Z, a-z, 0-9, '.', '-', '_'");
        }
        MessageSignature.checkKey(secret);
    }

    /** These keys, to verify with. */
    static KeyRing ring(Collection<HmacKey> keys) {
        return KeyRing.of(keys, HmacKey::name, HmacKey::secret);
    }

    /** The name, without the secret. */
    @Override
    public String toString() {
        return "HmacKey{" + name + "}";
    }
}
