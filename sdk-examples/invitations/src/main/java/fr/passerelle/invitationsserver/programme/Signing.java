package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.VoucherKeys;
import fr.passerelle.model.invitation.VoucherSigner;
import fr.passerelle.model.invitation.VoucherVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The keys that vouchers are signed with. They stand in the database, so that all servers have the same ones: whoever
 * can read it can make vouchers. The newest signs; all are published.
 */
public final class Signing {

    /** Doors open before a session begins. */
    private static final Duration BEFORE = Duration.ofHours(3);

    /** How long a session is if nobody said, and how long its vouchers stay good after its end. */
    private static final Duration AFTER = Duration.ofHours(4);

    private record StoredKey(int number, String privateKey, String publicKey, Instant createdAt) {}

    private final VoucherSigner signer;
    private final VoucherKeys keys;
    private final VoucherVerifier verifier;

    private Signing(VoucherSigner signer, VoucherKeys keys) {
        this.signer = signer;
        this.keys = keys;
        this.verifier = keys.verifier();
    }

    /** The keys in this database; makes the first one. */
    public static Signing of(Database database) {
        List<StoredKey> stored = database.write(tx -> {
            List<StoredKey> found = stored(tx);
            if (found.isEmpty()) {
                mint(tx, 0);
                return stored(tx);
            }
            return found;
        });
        StoredKey newest = stored.get(stored.size() - 1);
        return new Signing(
                new VoucherSigner(newest.number(), privateKey(newest.privateKey())),
                new VoucherKeys(stored.stream()
                        .map(key -> VoucherKeys.VoucherKey.of(key.number(), publicKey(key.publicKey())))
                        .toList()));
    }

    private static List<StoredKey> stored(Transaction tx) throws SQLException {
        return tx.list(
                "SELECT * FROM signing_keys ORDER BY created_at, number",
                row -> new StoredKey(
                        row.getInt("number"),
                        row.getString("private_key"),
                        row.getString("public_key"),
                        instant(row, "created_at")));
    }

    private static void mint(Transaction tx, int number) throws SQLException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            tx.change(
                    "INSERT INTO signing_keys VALUES (?, ?, ?, ?)",
                    number,
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    tx.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key in the database is broken", e);
        }
    }

    private static PublicKey publicKey(String base64) {
        return VoucherVerifier.readKey(base64);
    }

    /** The code of a voucher: good from some hours before the session until some hours after it. */
    SignedCode sign(Session session, int number) {
        return signer.sign(session.id(), number, opens(session), closes(session));
    }

    private static Instant opens(Session session) {
        return session.startsAt().minus(BEFORE);
    }

    private static Instant closes(Session session) {
        return Objects.requireNonNullElse(session.endsAt(), session.startsAt()).plus(AFTER);
    }

    /** Whether a door may let somebody in then: a code that is said has no dates of its own. */
    static boolean isOpen(Session session, Instant at) {
        return !at.isBefore(opens(session)) && at.isBefore(closes(session));
    }

    /** What is published. */
    VoucherKeys keys() {
        return keys;
    }

    /** Says what a code is worth. */
    VoucherVerifier verifier() {
        return verifier;
    }
}
