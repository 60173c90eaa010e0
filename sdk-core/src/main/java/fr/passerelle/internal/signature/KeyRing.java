package fr.passerelle.internal.signature;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** The keys that are good at a time: one, or two while they rotate. */
public final class KeyRing {

    private record Key(String name, Mac mac) {}

    private final List<Key> keys;

    private KeyRing(List<Key> keys) {
        this.keys = keys;
    }

    /** These keys. */
    public static <K> KeyRing of(Collection<K> keys, Function<K, String> name, Function<K, String> secret) {
        return new KeyRing(keys.stream()
                .map(key -> new Key(name.apply(key), MessageSignature.keyed(secret.apply(key))))
                .toList());
    }

    /** The name of the key that made the signature; null if none did. */
    public @Nullable String signerOf(byte[] signed, byte[] claimed) {
        String signer = null;
        for (Key key : keys) { // all of them, so that the time taken does not tell which one it was
            boolean right =
                    MessageDigest.isEqual(MessageSignature.copy(key.mac()).doFinal(signed), claimed);
            signer = right ? key.name() : signer;
        }
        return signer;
    }
}
