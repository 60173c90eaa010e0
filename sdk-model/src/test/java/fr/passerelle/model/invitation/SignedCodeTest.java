package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.OPENING;
import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.Violations;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCodeTest {

    private static final UUID SESSION = id(1);
    private static final Instant DOORS = OPENING.minusSeconds(3_600);
    private static final Instant END = OPENING.plusSeconds(10_800);

    /** The secret key of the first test vector of RFC 8032, 7.1, and its public key. */
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC =
            "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final VoucherSigner SIGNER = new VoucherSigner(3, secretKey(SECRET));
    private static final VoucherVerifier VERIFIER = VoucherVerifier.of(Map.of(3, publicKey()));

    private static PrivateKey secretKey(String hex) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, HexFormat.of().parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey() {
        return VoucherVerifier.readKey(
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(PUBLIC)));
    }

    private static SignedCode code() {
        return SIGNER.sign(SESSION, 17, DOORS, END);
    }

    private static VoucherVerifier.@Nullable Reason reason(String text) {
        return VERIFIER.check(new SignedCode(text), SESSION, OPENING).reason();
    }

    @Test
    void letsInWithoutANetwork() {
        assertThat(VERIFIER.check(code(), SESSION, OPENING)).isEqualTo(new VoucherVerifier.Check(null, 17));
    }

    @Test
    void fitsAnAlphanumericQrCodeBelowOneHundredAndFiftyCharacters() {
        assertThat(code().value())
                .matches("[0-9A-Z $%*+\\-./:]+")
                .hasSizeLessThan(150)
                .doesNotStartWith(" ")
                .doesNotEndWith(" ");
    }

    @Test
    void isTheSameEveryTimeSoThatAVoucherCanBePrintedAgain() {
        assertThat(code()).isEqualTo(code());
    }

    @Test
    void saysWhyItDoesNotLetIn() {
        assertThat(VERIFIER.check(code(), id(2), OPENING).reason()).isEqualTo(VoucherVerifier.Reason.OTHER_SESSION);
        assertThat(VERIFIER.check(code(), SESSION, END).reason()).isEqualTo(VoucherVerifier.Reason.EXPIRED);
        assertThat(VERIFIER.check(code(), SESSION, END.minusMillis(1)).accepted())
                .isTrue();
        assertThat(VERIFIER.check(code(), SESSION, DOORS.minusMillis(1)).reason())
                .isEqualTo(VoucherVerifier.Reason.NOT_YET_VALID);
        VoucherVerifier other = VoucherVerifier.of(Map.of(4, publicKey()));
        assertThat(other.check(code(), SESSION, OPENING).reason()).isEqualTo(VoucherVerifier.Reason.UNKNOWN_KEY);
    }

    @Test
    void aCodeSignedByAnotherKeyIsForged() {
        SignedCode forged = new VoucherSigner(3, secretKey("4c".repeat(32))).sign(SESSION, 17, DOORS, END);

        assertThat(VERIFIER.check(forged, SESSION, OPENING))
                .isEqualTo(new VoucherVerifier.Check(VoucherVerifier.Reason.FORGED, 0));
    }

    @Test
    void everyTruncatedCodeIsRefused() {
        String text = code().value();
        for (int length = 0; length < text.length(); length++) {
            assertThat(reason(text.substring(0, length))).isEqualTo(VoucherVerifier.Reason.NOT_A_CODE);
        }
    }

    @Test
    void everyChangedCharacterIsRefused() {
        String text = code().value();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '7' ? '8' : '7';
            assertThat(reason(text.substring(0, i) + other + text.substring(i + 1)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PV1:", "PV1:.", "PV1:ABC.", "https://example.org/", "PV2:ABC.", "PV1:é."})
    void whatIsNoCodeIsRefused(String text) {
        assertThat(reason(text)).isEqualTo(VoucherVerifier.Reason.NOT_A_CODE);
        assertThat(reason("PV1:" + "0".repeat(5_000) + ".")).isEqualTo(VoucherVerifier.Reason.NOT_A_CODE);
    }

    @Test
    void base45IsThatOfTheRfc() {
        assertThat(Base45.encode("AB".getBytes(StandardCharsets.US_ASCII))).isEqualTo("BB8");
        assertThat(Base45.encode("Hello!!".getBytes(StandardCharsets.US_ASCII))).isEqualTo("%69 VD92EX0");
        assertThat(Base45.encode("base-45".getBytes(StandardCharsets.US_ASCII))).isEqualTo("UJCLQE7W581");
        assertThat(Base45.decode("QED8WEX0")).isEqualTo("ietf!".getBytes(StandardCharsets.US_ASCII));
        assertThat(Base45.decode("GGW")).isNull(); // 65536
        assertThat(Base45.decode("::")).isNull();
    }

    @Test
    void whatCannotBeWrittenIsNotSigned() {
        assertThat(Violations.of(() -> SIGNER.sign(SESSION, 0, END, DOORS)))
                .containsExactly("number too_small 1", "validUntil before_limit validFrom");
        assertThatThrownBy(() -> VoucherVerifier.readKey("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNeitherCodeNorKey() {
        assertThat(code().toString()).doesNotContain("PV1").isEqualTo("SignedCode[redacted]");
        assertThat(SIGNER.toString()).isEqualTo("VoucherSigner[keyId=3]");
    }
}
