package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Keys: what they open, how often, and what is written down of it. */
class AccessTest {

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void aRevokedKeyOpensNothingAtOnce() {
        KeyDraft draft = KeyDraft.of(InvitationRole.DONOR, theatre.id(), "second key");
        Api.Result created = programme.operator.put("/v1/keys/" + draft.id(), draft);
        Api.Result again = programme.operator.put("/v1/keys/" + draft.id(), draft);
        Api api = programme.api(draft.secret().value());
        assertThat(api.get("/v1/me").body().path("name").asText()).isEqualTo("Théâtre");

        assertThat(programme.operator.delete("/v1/keys/" + draft.id()).status()).isEqualTo(204);
        assertThat(programme.operator.delete("/v1/keys/" + draft.id()).status()).isEqualTo(204);

        assertThat(api.get("/v1/me").status()).isEqualTo(401);
        assertThat(created.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text())
                .isEqualTo(created.text())
                .doesNotContain(draft.secret().value());
    }

    @Test
    void aKeyIsForSomebodyWhoIsThere() {
        KeyDraft draft = KeyDraft.of(InvitationRole.DONOR, home.id(), "a structure's id for a donor's key");

        assertThat(programme.operator.put("/v1/keys/" + draft.id(), draft).violations())
                .containsExactly("ownerId unknown_reference");
    }

    @Test
    void aKeyThatCallsTooOftenWaits() {
        TestClock clock = new TestClock(TestProgramme.START);
        String database = "jdbc:h2:mem:" + UUID.randomUUID();
        try (InvitationsServer server = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, database, 2, 2, 3, Duration.ZERO, Programme.Settings.DEFAULT, clock))) {
            Api api = new Api(server.baseUrl(), server.firstKey().orElseThrow().value());
            for (int i = 0; i < 3; i++) {
                assertThat(api.get("/v1/me").status()).isEqualTo(200);
            }

            Api.Result throttled = api.get("/v1/me");
            clock.advance(Duration.ofSeconds(1));

            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.raw().headers().firstValue("Retry-After")).contains("1");
            assertThat(api.get("/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void theOperatorReadsWhoDidWhatAndNothingOfWhatWasSaid() {
        programme.session(theatre, "AUDIT-1");
        AllotmentDraft draft =
                AllotmentDraft.of("AUDIT-1", 5).note("entrée des artistes").build();
        theatre.api().put("/v1/allotments/" + draft.id(), draft);
        theatre.api()
                .put(
                        "/v1/allotments/" + draft.id(),
                        draft.toBuilder().quantity(6).build());

        String log = pages("/v1/audit");

        assertThat(log)
                .contains("\"operation\":\"putAllotment\",\"outcome\":\"ok\"")
                .contains("\"operation\":\"putAllotment\",\"outcome\":\"already-different\"")
                .contains(theatre.id().toString())
                .doesNotContain("artistes", theatre.secret());
    }

    private static String pages(String path) {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        do {
            Api.Result page = programme.operator.get(path + "?limit=200" + cursor);
            all.append(page.text());
            cursor = page.body().has("next")
                    ? "&cursor=" + page.body().path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all.toString();
    }

    @Test
    void whatCannotBeReadIsToldByItsPlace() {
        String path = "/v1/holds/" + UUID.randomUUID();

        assertThat(home.api().nonsense("PUT", path, "{").code()).isEqualTo("malformed");
        assertThat(home.api().nonsense("PUT", path, "[]").code()).isEqualTo("malformed");
        Api.Result unknown = home.api()
                .nonsense("PUT", path, "{\"allotmentId\":\"" + UUID.randomUUID() + "\",\"places\":1,\"name\":\"Léa\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("what cannot be read: name").doesNotContain("Léa");
        assertThat(home.api().nonsense("PUT", path, " ".repeat(140_000)).status())
                .isEqualTo(413);
        assertThat(home.api().nonsense("PUT", "/v1/holds/none", "{}").status()).isEqualTo(404);
        assertThat(home.api().nonsense("PATCH", path, "{}").status()).isEqualTo(405);
        assertThat(home.api().nonsense("GET", "/v2", null).status()).isEqualTo(404);
    }
}
