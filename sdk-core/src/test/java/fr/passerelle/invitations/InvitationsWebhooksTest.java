package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.invitations.WebhookRefusedException.Reason;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.feed.ChangeMessage;
import fr.passerelle.ticketing.HmacKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the programme's own messages of now are taken. */
class InvitationsWebhooksTest {

    private static final Secret SECRET = Secret.of("pinv_" + "a".repeat(43));
    private static final Secret NEXT = Secret.of("pinv_" + "b".repeat(43));
    private static final ChangeMessage MESSAGE =
            new ChangeMessage(id(1), List.of(new Change(7, ChangeKind.BOOKING, id(5), "CONFIRMED", Samples.NOW)));
    private static final byte[] BODY = Samples.json(MESSAGE).getBytes(StandardCharsets.UTF_8);

    private final InvitationsWebhooks webhooks = receiver(SECRET);

    private static InvitationsWebhooks receiver(Secret... secrets) {
        InvitationsWebhooks.Builder builder =
                InvitationsWebhooks.builder().clock(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
        for (Secret secret : secrets) {
            builder.secret(secret);
        }
        return builder.build();
    }

    private static Reason refusal(InvitationsWebhooks webhooks, @Nullable String header, byte[] body) {
        return catchThrowableOfType(WebhookRefusedException.class, () -> webhooks.verify(header, body))
                .reason();
    }

    private static String signed(Instant at) {
        return InvitationsWebhooks.sign(SECRET, at, BODY);
    }

    /** Without the moment. */
    private static String signature(String header) {
        return header.substring(header.indexOf(',') + 1);
    }

    @Test
    void takesAMessageOfNow() {
        assertThat(webhooks.verify(signed(Samples.NOW), BODY)).isEqualTo(MESSAGE);
    }

    /** Made with another program: {@code printf '%s' "t.body" | openssl dgst -sha256 -hmac secret}. */
    @Test
    void agreesWithAnotherProgramsSignature() {
        String header = "t=1793610000,v1=ca80bc11da7fbe3aa36320f2c097fe417d78ed50055f62f9d6f5eba9768d8d21";

        assertThat(InvitationsWebhooks.sign(
                        SECRET, Instant.ofEpochSecond(1_793_610_000L), "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(header);
    }

    @Test
    void takesEitherKeyWhileTheyRotate() {
        String old = signed(Samples.NOW);
        String both = old + "," + signature(InvitationsWebhooks.sign(NEXT, Samples.NOW, BODY));

        assertThat(receiver(SECRET, NEXT).verify(old, BODY)).isEqualTo(MESSAGE);
        assertThat(receiver(NEXT).verify(both, BODY)).isEqualTo(MESSAGE);
        assertThat(webhooks.verify(both, BODY)).isEqualTo(MESSAGE);
        assertThat(refusal(receiver(NEXT), old, BODY)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void partsOfVersionsToComeAreLeftAside() {
        assertThat(webhooks.verify("v2=zz, " + signed(Samples.NOW) + ",x", BODY))
                .isEqualTo(MESSAGE);
    }

    @Test
    void anyBitThatIsAnotherIsNoticed() {
        String header = signed(Samples.NOW);
        for (int bit = 0; bit < BODY.length * 8; bit++) {
            byte[] changed = BODY.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(refusal(webhooks, header, changed)).as("bit %d", bit).isEqualTo(Reason.SIGNATURE_WRONG);
        }
    }

    @Test
    void aMomentThatIsNotTheOneSignedIsNoticed() {
        String later = signed(Samples.NOW)
                .replace("t=" + Samples.NOW.getEpochSecond(), "t=" + (Samples.NOW.getEpochSecond() + 1));

        assertThat(refusal(webhooks, later, BODY)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void anOldMessageIsNotTakenAgain() {
        Duration window = InvitationsWebhooks.DEFAULT_TOLERANCE;

        assertThat(webhooks.verify(signed(Samples.NOW.minus(window)), BODY)).isEqualTo(MESSAGE);
        assertThat(webhooks.verify(signed(Samples.NOW.plus(window)), BODY)).isEqualTo(MESSAGE);
        assertThat(refusal(webhooks, signed(Samples.NOW.minus(window).minusSeconds(1)), BODY))
                .isEqualTo(Reason.TOO_OLD);
        assertThat(refusal(webhooks, signed(Samples.NOW.plus(window).plusSeconds(1)), BODY))
                .isEqualTo(Reason.TOO_EARLY);
    }

    /** Whoever forges a message must not learn by it how far the clock is off. */
    @Test
    void aForgedMessageIsWrongBeforeItIsOld() {
        String forged = InvitationsWebhooks.sign(NEXT, Instant.EPOCH, BODY);

        assertThat(refusal(webhooks, forged, BODY)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "t=1793610000",
                "v1=16a4",
                "t=,v1=%s",
                "t=-5,v1=%s",
                "t=0x10,v1=%s",
                "t=1e9,v1=%s",
                "t=9999999999999,v1=%s",
                "t=1793610000,t=1793610000,v1=%s",
                "t=1793610000;v1=%s",
                "t=1793610000,V1=%s",
                "T=1793610000,v1=%s",
                "t=1793610000,v1=%s0",
                "t=1793610000,v1=0x%s",
                "t=1793610000,v1=",
                "t=1793610000,v1==%s"
            })
    void aHeaderOfAnotherFormIsNone(String header) {
        String filled = header.replace("%s", "0".repeat(64));

        assertThat(refusal(webhooks, filled, BODY)).isEqualTo(Reason.SIGNATURE_MISSING);
    }

    @Test
    void noHeaderOrAnEndlessOneIsNone() {
        assertThat(refusal(webhooks, null, BODY)).isEqualTo(Reason.SIGNATURE_MISSING);
        assertThat(refusal(webhooks, signed(Samples.NOW) + ",x".repeat(10_000), BODY))
                .isEqualTo(Reason.SIGNATURE_MISSING);
    }

    /** Each costs a hash of the body: nobody may order a thousand. */
    @Test
    void fewSignaturesAreTried() {
        String wrong = ",v1=" + "0".repeat(64);
        String fifth = "t=" + Samples.NOW.getEpochSecond() + wrong.repeat(4) + "," + signature(signed(Samples.NOW));

        assertThat(refusal(webhooks, fifth, BODY)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void aBodyThatIsTooLongIsNotHashed() {
        byte[] long_ = new byte[InvitationsWebhooks.MAX_BODY_BYTES + 1];

        assertThat(refusal(webhooks, InvitationsWebhooks.sign(SECRET, Samples.NOW, long_), long_))
                .isEqualTo(Reason.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":\"x\",\"changes\":[]}", "{\"id\"", "\"text\""})
    void aSignedBodyThatIsNoMessageIsUnreadable(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        WebhookRefusedException refused = catchThrowableOfType(
                WebhookRefusedException.class,
                () -> webhooks.verify(InvitationsWebhooks.sign(SECRET, Samples.NOW, bytes), bytes));

        assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused).hasNoCause();
    }

    @Test
    void aChangeOfAKindToComeIsRead() {
        byte[] later = Samples.json(MESSAGE)
                .replace("booking", "workshop")
                .replace("\"id\"", "\"new\":{},\"id\"")
                .getBytes(StandardCharsets.UTF_8);

        ChangeMessage message = webhooks.verify(InvitationsWebhooks.sign(SECRET, Samples.NOW, later), later);

        assertThat(message.changes().get(0).kind().known()).isFalse();
    }

    @Test
    void nothingSecretShows() {
        WebhookRefusedException refused =
                catchThrowableOfType(WebhookRefusedException.class, () -> webhooks.verify("t=1", BODY));

        assertThat(webhooks.toString() + refused + SECRET)
                .doesNotContain("aaaa")
                .doesNotContain("CONFIRMED");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.mayHaveBeenProcessed()).isFalse();
        assertThat(refused.getStackTrace()).isEmpty();
    }

    @Test
    void needsAKeyAndASensibleWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvitationsWebhooks.builder().build())
                .withMessage("secret is missing: pass the one that the webhook was made with");
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InvitationsWebhooks.builder().tolerance(bad));
        }
        assertThat(InvitationsWebhooks.builder()
                        .key(new HmacKey("2026-11", SECRET.value()))
                        .clock(Clock.fixed(Samples.NOW, ZoneOffset.UTC))
                        .build()
                        .verify(signed(Samples.NOW), BODY))
                .isEqualTo(MESSAGE);
    }
}
