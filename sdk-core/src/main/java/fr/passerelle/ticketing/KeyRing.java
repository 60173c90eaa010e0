package fr.passerelle.ticketing;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** The keys that are good at a time: one, or two while they rotate. */
final class KeyRing {

    private record Key(String name, Mac mac) {}

    private final List<Key> keys;

    KeyRing(Collection<HmacKey> keys) {
        this.keys = keys.stream()
                .map(key -> new Key(key.name(), MessageSignature.keyed(key.secret())))
                .toList();
    }

    /** The name of the key that made the signature; null if none did. */
    @Nullable
    String signerOf(SignedDocument document) {
        byte[] signed = document.bytes();
        String signer = null;
        for (Key key : keys) { // all of them, so that the time taken does not tell which one it was
            boolean right =
                    MessageDigest.isEqual(MessageSignature.copy(key.mac()).doFinal(signed), document.claimed());
            signer = right ? key.name() : signer;
        }
        return signer;
    }
}
