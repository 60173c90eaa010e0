package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.invitation.Problem.Sentence;
import fr.passerelle.model.invitation.VoucherKeys.VoucherKey;
import fr.passerelle.model.invitation.access.AuditEntry;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.Key;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.access.KeyOwner;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.feed.ChangeMessage;
import fr.passerelle.model.invitation.feed.ChangePage;
import fr.passerelle.model.invitation.feed.Webhook;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import fr.passerelle.model.invitation.figures.ExemptTickets;
import fr.passerelle.model.invitation.figures.Quarter;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.Price;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What both sides of the wire say to one another beside the things themselves. */
class WireTypesTest {

    private static final ObjectMapper JSON = WireJson.mapper();
    private static final Secret SECRET = Secret.of("pinv_" + "a".repeat(43));
    private static final Change CHANGE = new Change(7, ChangeKind.BOOKING, id(5), "CONFIRMED", Samples.NOW);

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (Object value : List.of(
                new Availability(Samples.session().build(), Samples.allotment().build(), 1_234),
                new EntryResults(List.of(new EntryResult(id(1), EntryOutcome.ALREADY_USED, 3, Samples.OPENING))),
                new Wishes(id(1), id(6), List.of(Wish.of(id(3), 4))),
                new StructureStatusDraft(StructureStatus.ACTIVE),
                new DrawDraft("ab".repeat(16), "3 14 15"),
                new KeyOwner(InvitationRole.DONOR, id(2), "Théâtre"),
                new KeyOwner(InvitationRole.OPERATOR, null, "Cultures solidaires"),
                new Key(id(1), InvitationRole.OPERATOR, null, "tableau", Samples.NOW, Samples.NOON),
                new AuditEntry(Samples.NOW, null, null, null, "me", null, "unauthorized"),
                new ChangePage(List.of(CHANGE), 9),
                new ChangeMessage(id(1), List.of(CHANGE)),
                new Webhook(id(1), "https://example.org/hook"),
                new VoucherKeys(List.of(new VoucherKey(1, "A".repeat(43)))),
                new Quarter(2026, 3),
                new Problem(
                        "tag:passerelle.fr,2026:invalid",
                        "Invalid",
                        422,
                        null,
                        "invalid",
                        new Sentence("Non.", "No."),
                        null,
                        null,
                        List.of(new Problem.Violation("label", "required", "must be given", null))))) {
            assertThat((Object) JSON.readValue(JSON.writeValueAsString(value), value.getClass()))
                    .isEqualTo(value);
        }
    }

    @Test
    void draftsAreReadBackToo() throws Exception {
        KeyDraft key = KeyDraft.builder()
                .id(id(1))
                .role(InvitationRole.DONOR)
                .ownerId(id(2))
                .label("billetterie")
                .secret(SECRET)
                .build();
        WebhookDraft webhook = WebhookDraft.builder()
                .id(id(1))
                .url("https://example.org/hook")
                .secret(SECRET)
                .build();
        EntriesDraft entries = EntriesDraft.of(List.of(
                EntryDraft.of(VoucherCode.ofRandom(42), Samples.OPENING),
                EntryDraft.of(new SignedCode("PV1:A."), Samples.OPENING)));
        WithdrawalDraft withdrawal = WithdrawalDraft.of(5);

        assertThat(JSON.readValue(JSON.writeValueAsString(key), KeyDraft.class)).isEqualTo(key);
        assertThat(JSON.readValue(JSON.writeValueAsString(webhook), WebhookDraft.class))
                .isEqualTo(webhook);
        assertThat(JSON.readValue(JSON.writeValueAsString(entries), EntriesDraft.class))
                .isEqualTo(entries);
        assertThat(JSON.readValue(JSON.writeValueAsString(withdrawal), WithdrawalDraft.class))
                .isEqualTo(withdrawal);
    }

    @Test
    void aPageKnowsItsItems() throws Exception {
        Page<Change> page = new Page<>(List.of(CHANGE), "c");

        assertThat(JSON.readValue(JSON.writeValueAsString(page), new TypeReference<Page<Change>>() {}))
                .isEqualTo(page);
        assertThat(JSON.writeValueAsString(new Page<>(List.of(), null))).isEqualTo("{\"items\":[]}");
    }

    @Test
    void whatDonatedPlacesAddToADeclarationTravels() throws Exception {
        ExemptTickets tickets = ExemptTickets.of(Samples.session().build())
                .with(
                        Price.cents(200),
                        List.of(new Voucher(
                                1, VoucherCode.ofRandom(1), new SignedCode("A"), VoucherStatus.ISSUED, null)));

        ExemptTickets read = JSON.readValue(JSON.writeValueAsString(tickets), ExemptTickets.class);

        assertThat(read.session()).isEqualTo(tickets.session());
        assertThat(List.of(read.exempt(), read.symbolic())).containsExactly(0, 1);
        assertThat(read.receipts()).isEqualTo(Price.cents(200));
    }

    @Test
    void eachRuleOfADraftIsToldAtOnce() {
        assertThat(Violations.of(() -> KeyDraft.builder()
                        .role(InvitationRole.of("GOD"))
                        .label(" ")
                        .secret(SECRET)
                        .build()))
                .containsExactly("role unknown_value", "ownerId required", "label too_short 1");
        assertThat(Violations.of(() -> KeyDraft.of(InvitationRole.OPERATOR, id(1), "tableau")))
                .containsExactly("ownerId not_allowed");
        assertThat(Violations.of(() -> WebhookDraft.of("example.org"))).containsExactly("url bad_url");
        assertThat(Violations.of(() -> EntryDraft.builder()
                        .code(VoucherCode.ofRandom(1))
                        .signedCode(new SignedCode("A"))
                        .build()))
                .containsExactly("code exactly_one code, signedCode", "at required");
        assertThat(Violations.of(() -> EntriesDraft.of(List.of()))).containsExactly("entries too_few 1");
        assertThat(Violations.of(() -> WithdrawalDraft.of(0))).containsExactly("places too_small 1");
        assertThat(Violations.of(() -> new DrawDraft("AB", "")))
                .containsExactly("secret too_short 32", "secret bad_commitment", "publicValue too_short 1");
        assertThat(Violations.of(() -> new StructureStatusDraft(StructureStatus.of("LOST"))))
                .containsExactly("status unknown_value");
    }

    @Test
    void aSecretIsRandomLongAndFitForAHeader() {
        Secret one = Secret.random();

        assertThat(one).isNotEqualTo(Secret.random()).isEqualTo(Secret.of(one.value()));
        assertThat(one.value()).startsWith("pinv_").hasSize(48);
        assertThat(one).hasToString("Secret[redacted]");
        assertThat(Violations.of(() -> Secret.of("short"))).containsExactly("secret too_short 43");
        assertThat(Violations.of(() -> Secret.of("a b".repeat(20)))).containsExactly("secret bad_reference");
        assertThat(KeyDraft.of(InvitationRole.DONOR, id(2), "billetterie").toString())
                .doesNotContain("pinv_");
        assertThat(WebhookDraft.of("https://example.org").toString()).doesNotContain("pinv_");
        assertThat(new DrawDraft("ab".repeat(16), "3").toString()).doesNotContain("abab");
    }

    @Test
    void aDoorReadsThePublishedKeys() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SignedCode code = new VoucherSigner(3, pair.getPrivate())
                .sign(id(1), 12, Samples.NOON, Samples.OPENING.plus(Duration.ofHours(3)));
        VoucherKeys published = new VoucherKeys(List.of(VoucherKey.of(3, pair.getPublic())));

        VoucherKeys read = JSON.readValue(JSON.writeValueAsString(published), VoucherKeys.class);

        assertThat(read.keys().get(0).publicKey()).hasSize(43);
        assertThat(read.verifier().check(code, id(1), Samples.OPENING).accepted())
                .isTrue();
        assertThatThrownBy(() -> new VoucherKey(1, "AAAA").key()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProblemSpeaksBothLanguagesAndRepeatsNoPath() {
        Sentence sentence = new Sentence("Non.", "No.");
        fr.passerelle.model.rule.Violation violation =
                new fr.passerelle.model.rule.Violation("party.workers", RuleCode.TOO_LARGE, "2");

        assertThat(sentence.in(Locale.FRENCH)).isEqualTo("Non.");
        assertThat(sentence.in(Locale.ITALIAN)).isEqualTo("No.");
        assertThat("party.workers: " + Problem.Violation.of(violation).message())
                .isEqualTo(violation.message());
    }

    @Test
    void aQuarterIsReadAsItIsWritten() {
        assertThat(Quarter.parse("2026-Q4")).isEqualTo(new Quarter(2026, 4)).hasToString("2026-Q4");
        assertThatThrownBy(() -> Quarter.parse("2026-4")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Violations.of(() -> Quarter.parse("2026-Q5"))).containsExactly("quarter too_large 4");
    }
}
