package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The public keys that vouchers are signed with (invitations 6), as the programme publishes them. A door keeps them,
 * and then needs no network.
 *
 * @param keys each with a number of its own
 */
public record VoucherKeys(List<VoucherKey> keys) {

    /** What stands in front of the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW = 32;

    /**
     * One key.
     *
     * @param number which one: a voucher names it
     * @param publicKey its 32 bytes (RFC 8032) in base64url
     */
    public record VoucherKey(int number, String publicKey) {

        @JsonCreator
        static VoucherKey read(
                @JsonProperty(value = "number", required = true) int number,
                @JsonProperty(value = "publicKey", required = true) String publicKey) {
            return new VoucherKey(number, publicKey);
        }

        /**
         * One key.
         *
         * @param number which one, 0 to 255
         * @param key an Ed25519 key
         */
        public static VoucherKey of(int number, PublicKey key) {
            byte[] x509 = key.getEncoded();
            byte[] raw = Arrays.copyOfRange(x509, x509.length - RAW, x509.length);
            return new VoucherKey(
                    number, Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
        }

        /**
         * The key, ready to verify with.
         *
         * @throws IllegalArgumentException if it is no Ed25519 key
         */
        public PublicKey key() {
            byte[] raw = Base64.getUrlDecoder().decode(publicKey);
            if (raw.length != RAW) {
                throw new IllegalArgumentException("an Ed25519 key has 32 bytes, and this one " + raw.length);
            }
            byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW);
            System.arraycopy(raw, 0, x509, X509_PREFIX.length, RAW);
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not an Ed25519 key", e);
            }
        }
    }

    /** Keeps the order. */
    public VoucherKeys {
        keys = List.copyOf(keys);
    }

    @JsonCreator
    static VoucherKeys read(@JsonProperty(value = "keys", required = true) List<VoucherKey> keys) {
        return new VoucherKeys(keys);
    }

    /**
     * What a door checks vouchers with.
     *
     * @throws IllegalArgumentException if one of them is no Ed25519 key
     */
    public VoucherVerifier verifier() {
        return VoucherVerifier.of(keys.stream().collect(Collectors.toMap(VoucherKey::number, VoucherKey::key)));
    }
}
