package fr.passerelle.door;

import fr.passerelle.door.DoorJournal.Evening;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an evening, made of the venue's secret and the journal's salt: one for hashes, one for what is encrypted
 * (AES-256-GCM).
 */
final class EveningKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec hashing;
    private final SecretKeySpec sealing;

    private EveningKeys(byte[] secret, byte[] salt) {
        SecretKeySpec master = new SecretKeySpec(secret, HMAC);
        hashing = new SecretKeySpec(hmac(master, derivation("hash", salt)), HMAC);
        sealing = new SecretKeySpec(hmac(master, derivation("seal", salt)), "AES");
    }

    /**
     * The keys of a journal's evening, which begins if it has not.
     *
     * @throws IllegalArgumentException if the journal was begun under another secret
     */
    static EveningKeys of(byte[] secret, DoorJournal journal) {
        byte[] salt = new byte[Evening.SALT];
        RANDOM.nextBytes(salt);
        Evening evening = journal.evening(new Evening(salt, check(secret, salt)));
        if (!MessageDigest.isEqual(check(secret, evening.salt()), evening.check())) {
            throw new IllegalArgumentException("secret: the journal was begun under another one");
        }
        return new EveningKeys(secret, evening.salt());
    }

    private static byte[] check(byte[] secret, byte[] salt) {
        byte[] whole = hmac(new SecretKeySpec(secret, HMAC), derivation("check", salt));
        return Arrays.copyOf(whole, Evening.CHECK);
    }

    private static byte[] derivation(String use, byte[] salt) {
        byte[] name = ("passerelle door " + use + " 1 ").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(name, name.length + salt.length);
        System.arraycopy(salt, 0, all, name.length, salt.length);
        return all;
    }

    /** What stands for a code of a source. */
    TicketKey key(String source, String code) {
        return TicketKey.of(hmac(hashing, (source + "\n" + code).getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands for another code of the same ticket, as far as the source's list tells. */
    Optional<TicketKey> alias(DoorSource source, String identity) {
        return source.alias(identity, code -> key(source.name(), code));
    }

    /** Encrypts a code, bound to the ticket that it is of. */
    byte[] seal(TicketKey ticket, String code) {
        return seal(ticket.bytes(), code.getBytes(StandardCharsets.UTF_8));
    }

    /** Decrypts it; empty if it was damaged or sealed for another ticket. */
    Optional<String> open(TicketKey ticket, byte[] sealed) {
        return open(ticket.bytes(), sealed).map(code -> new String(code, StandardCharsets.UTF_8));
    }

    /** Encrypts, bound to what it is of. */
    byte[] seal(byte[] of, byte[] content) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this machine has no AES-GCM", impossible);
        }
    }

    /** Decrypts; empty if a byte of it is another, or it was sealed for something else. */
    Optional<byte[]> open(byte[] of, byte[] sealed) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), of)
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] of) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(of);
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this machine has no " + HMAC, impossible);
        }
    }
}
