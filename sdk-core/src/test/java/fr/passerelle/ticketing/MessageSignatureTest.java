package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.internal.signature.KeyRing;
import fr.passerelle.internal.signature.MessageSignature;
import fr.passerelle.ticketing.Vectors.Vector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {

    private static final String KEY = "key-under-test";
    /** Any outcome that is no refusal. */
    private static final DeskOutcome ACCEPTED = DeskOutcome.CANCELLED;

    private static final String GOOD = "{\"barcodes\": [\"A\"]}";

    @Test
    void acceptsTheVectorOfTheReference() {
        assertThat(verdict(Vectors.REFERENCE.key(), Vectors.REFERENCE.signature(), Vectors.REFERENCE.body()))
                .isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.ticketing.Vectors#all")
    void acceptsEverySharedVector(Vector vector) throws RefusedMessageException {
        SignedDocument document = SignedDocument.read(vector.signature(), vector.body(), 1 << 20);

        assertThat(document.text()).isEqualTo(vector.inner());
        assertThat(document.signer(ring(vector.key()))).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.ticketing.Vectors#all")
    void signsEverySharedVectorAsTheServerDoes(Vector vector) {
        SignedMessage message = TicketingDesk.sign(vector.key(), vector.inner());

        assertThat(message.signature()).isEqualTo(vector.signature());
        assertThat(message.body()).isEqualTo(vector.body());
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.ticketing.Vectors#all")
    void refusesEverySharedVectorWithAnyBitFlipped(Vector vector) {
        for (int bit = 0; bit < vector.body().length * 8; bit++) {
            byte[] changed = vector.body().clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(verdict(vector.key(), vector.signature(), changed))
                    .as("bit %d", bit)
                    .isNotEqualTo(ACCEPTED);
        }
    }

    @Test
    void refusesAnyOneByteChangeOfTheBody() {
        byte[] body = Vectors.REFERENCE.body();
        for (int at = 0; at <= body.length; at++) {
            for (int value = 0; value < 256; value++) {
                assertBodyRefused(spliced(body, at, 0, (byte) value));
                if (at < body.length && body[at] != (byte) value) {
                    assertBodyRefused(spliced(body, at, 1, (byte) value));
                }
            }
            if (at < body.length) {
                assertBodyRefused(spliced(body, at, 1));
            }
        }
    }

    @Test
    void refusesAnyOneCharacterChangeOfTheSignatureButItsCase() {
        String signature = Vectors.REFERENCE.signature();
        for (int at = 0; at < signature.length(); at++) {
            for (char value = 0; value < 256; value++) {
                if (Character.toLowerCase(value) != signature.charAt(at)) {
                    String changed = signature.substring(0, at) + value + signature.substring(at + 1);
                    assertThat(verdict(Vectors.REFERENCE.key(), changed, Vectors.REFERENCE.body()))
                            .as("%d at %d", (int) value, at)
                            .isIn(DeskOutcome.SIGNATURE_WRONG, DeskOutcome.SIGNATURE_MALFORMED);
                }
            }
        }
    }

    @Test
    void refusesASignatureOverTheWireBody() {
        assertThat(verdict(Vectors.REFERENCE.key(), Vectors.REFERENCE_SIGNED_OVER_WIRE, Vectors.REFERENCE.body()))
                .isEqualTo(DeskOutcome.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "new"})
    void tellsWhichKeyOfARotationMadeASignature(String key) throws RefusedMessageException {
        SignedMessage message = TicketingDesk.sign(key, GOOD);

        KeyRing rotating = HmacKey.ring(List.of(new HmacKey("the-old", "old"), new HmacKey("the-new", "new")));
        assertThat(SignedDocument.read(message.signature(), message.body(), 1000)
                        .signer(rotating))
                .isEqualTo("the-" + key);
    }

    @Test
    void refusesAKeyThatIsNoLongerInTheRotation() {
        assertThat(verdict(
                        "new",
                        MessageSignature.of("old", GOOD),
                        TicketingDesk.sign("old", GOOD).body()))
                .isEqualTo(DeskOutcome.SIGNATURE_WRONG);
    }

    @Test
    void readsABodyOfExactlyTheLimit() throws RefusedMessageException {
        SignedMessage message = TicketingDesk.sign(KEY, GOOD);
        int length = message.body().length;

        assertThat(SignedDocument.read(message.signature(), message.body(), length)
                        .text())
                .isEqualTo(GOOD);
        assertThatThrownBy(() -> SignedDocument.read(message.signature(), message.body(), length - 1))
                .hasMessage("BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ud800"})
    void refusesAKeyThatCannotSign(String key) {
        assertThatThrownBy(() -> new HmacKey("name", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hmacKey");
    }

    private static void assertBodyRefused(byte[] body) {
        assertThat(verdict(Vectors.REFERENCE.key(), Vectors.REFERENCE.signature(), body))
                .as(() -> Arrays.toString(body))
                .isNotEqualTo(ACCEPTED);
    }

    private static byte[] spliced(byte[] body, int at, int removed, byte... inserted) {
        byte[] changed = new byte[body.length - removed + inserted.length];
        System.arraycopy(body, 0, changed, 0, at);
        System.arraycopy(inserted, 0, changed, at, inserted.length);
        System.arraycopy(body, at + removed, changed, at + inserted.length, body.length - at - removed);
        return changed;
    }

    private static KeyRing ring(String key) {
        return HmacKey.ring(List.of(new HmacKey("0", key)));
    }

    private static DeskOutcome verdict(String key, @Nullable String header, byte @Nullable [] body) {
        try {
            SignedDocument document = SignedDocument.read(header, body, TicketingDesk.DEFAULT_MAX_BODY_BYTES);
            return document.signer(ring(key)) == null ? DeskOutcome.SIGNATURE_WRONG : ACCEPTED;
        } catch (RefusedMessageException refused) {
            return refused.outcome();
        }
    }
}
