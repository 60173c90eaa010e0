package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.log.ShownByObservers;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.SignedCode;
import fr.passerelle.model.invitation.VoucherCode;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A marked key, marked secrets, codes and a note go through good and bad calls, and show nowhere. */
class InvitationsCanaryTest {

    private static final String KEY = "pinv_canarykey-0123456789abcdef-0123456789abcdef";
    private static final String SECRET = "pinv_canarysecret-0123456789abcdef-0123456789ab";
    private static final String DRAWN = "cafe".repeat(16);
    private static final VoucherCode CODE = VoucherCode.ofRandom(77);

    private static final List<String> SECRETS = List.of(
            "canarykey", "canarysecret", DRAWN, CODE.value(), CODE.printed(), "PV1:CANARY", "Canarine", "Serinette");

    private final List<String> shown = new ArrayList<>();

    @Test
    void secretsShowNowhere() throws IOException {
        KeyDraft key = KeyDraft.builder()
                .role(InvitationRole.OPERATOR)
                .label("tableau de bord")
                .secret(Secret.of(SECRET))
                .build();
        WebhookDraft webhook = WebhookDraft.builder()
                .url("https://example.org/hook")
                .secret(Secret.of(SECRET))
                .build();
        DrawDraft draw = new DrawDraft(DRAWN, "3 14 15");
        EntryDraft said = EntryDraft.of(CODE, Samples.OPENING);
        EntryDraft scanned = EntryDraft.of(new SignedCode("PV1:CANARY."), Samples.OPENING);
        BookingDraft booking = BookingDraft.builder()
                .allotmentId(Samples.ALLOTMENT)
                .party(Party.of(2, AgeBand.FROM_60))
                .note("Canarine Serinette")
                .build();
        show(key, webhook, draw, said, scanned, List.of(key, webhook));

        String echo = ("{\"type\":\"t\",\"title\":\"t\",\"status\":409,\"code\":\"%s\",\"sentence\":{\"fr\":\"%s\","
                        + "\"en\":\"%s Canarine Serinette %s\"},\"violations\":[{\"path\":\"secret\",\"code\":\"x\","
                        + "\"message\":\"%s %s is bad\"},{\"path\":\"%s\",\"code\":\"y\",\"message\":\"Canarine\"}]}")
                .formatted(CODE.value(), SECRET, SECRET, CODE.value(), SECRET, DRAWN, SECRET);
        try (Server server = new Server();
                ShownByObservers observers = new ShownByObservers();
                InvitationsClient client =
                        observers.of(server.client().apiKey(KEY).attempts(1)).build()) {
            show(client, InvitationsClient.builder().apiKey(KEY).baseUrl("http://localhost:1"));
            RequestOptions noted = RequestOptions.builder()
                    .onResponse(response -> shown.add(response.toString()))
                    .build();
            server.response(200, Samples.json(Samples.booking(id(5))).replace(Samples.CODE.value(), CODE.value()));
            show(client.bookings().with(noted).get(id(5)));
            for (int status : List.of(302, 400, 401, 403, 404, 409, 412, 422, 429, 500, 503)) {
                for (int call = 0; call < 5; call++) {
                    server.response(status, echo);
                }
                showFailure(() -> client.keys().put(key));
                showFailure(() -> client.webhooks().put(webhook));
                showFailure(() -> client.calls().draw(id(9), draw));
                showFailure(() -> client.entries().send(Samples.SESSION, List.of(said, scanned)));
                showFailure(() -> client.bookings().with(noted).put(booking));
            }
            server.response(200, echo).response(200, echo);
            showFailure(() -> client.bookings().get(id(5)));
            showFailure(() -> client.bookings().async().get(id(5)).join());
            shown.addAll(observers.texts());
        }

        assertThat(shown).hasSizeGreaterThan(60);
        for (String secret : SECRETS) {
            assertThat(shown).noneMatch(text -> text.contains(secret));
            assertThat(CapturedLogs.lines()).noneMatch(line -> line.text().contains(secret));
        }
    }

    private void show(Object... things) {
        for (Object thing : things) {
            shown.add(String.valueOf(thing));
        }
    }

    private void showFailure(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isNotNull();
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        shown.add(trace.toString());
    }
}
