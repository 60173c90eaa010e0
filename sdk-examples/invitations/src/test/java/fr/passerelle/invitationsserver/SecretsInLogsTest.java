package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.invitationsserver.web.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that logs all that it can, called in every way, right and wrong: none of its secrets is in the log. */
@Timeout(120)
class SecretsInLogsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> secrets = new TreeSet<>();

    /** Remembers every secret that is sent and comes back, and sends what is broken too. */
    private final class Remembering implements Writer {

        private final KilledServer server;
        private final SmallSeason season;

        Remembering(KilledServer server, SmallSeason season) {
            this.server = server;
            this.season = season;
        }

        @Override
        public SmallSeason season() {
            return season;
        }

        @Override
        public Api.Result send(String secret, String method, String path, @Nullable Object body) {
            Api api = server.api(secret);
            String text = body == null ? null : Wire.text(body);
            if (text != null) {
                remember(text);
                // What cannot be read holds them too.
                api.nonsense(method, path, text.substring(0, text.length() - 1));
                api.nonsense(method, path, "[" + text + "]");
                api.nonsense(method, path, text.replaceFirst("\\{", "{\"nobody knows\":1,"));
                api.nonsense(method, path + "?secret=" + secret, text);
                api.nonsense("PATCH", path, text);
            }
            server.api(secret + "x").nonsense(method, path, text);
            Api.Result result = api.nonsense(method, path, text);
            assertThat(result.status()).as(method + " " + path + result.text()).isLessThan(300);
            remember(result.text());
            return result;
        }
    }

    private void remember(String text) {
        try {
            JsonNode json = text.isEmpty() ? MAPPER.missingNode() : MAPPER.readTree(text);
            for (String field : new String[] {"secret", "code", "signedCode"}) {
                secrets.addAll(json.findValuesAsText(field));
            }
        } catch (JsonProcessingException plainText) {
            assertThat(text).startsWith("passerelle-draw");
        }
    }

    @Test
    void noKeyNoCodeAndNoSecretIsInIt(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        KilledServer server =
                KilledServer.startLogging("jdbc:h2:" + folder.resolve("invitations"), TestProgramme.START, log);
        try {
            secrets.add(server.firstKey());
            SmallSeason season =
                    new SmallSeason(server.firstKey(), TestProgramme.START, made -> new Remembering(server, made));
            server.now(season.now());
            Remembering writer = new Remembering(server, season);
            EveryWrite.TABLE.values().forEach(row -> row.on(writer));
            EveryRead.TABLE.values().forEach(read -> {
                String path = read.apply(writer);
                for (String key : new String[] {season.operatorKey(), season.theatreKey(), season.homeKey()}) {
                    Api.Result result = server.api(key)
                            .nonsense("GET", path + (path.contains("?") ? "&" : "?") + "cursor=" + key, null);
                    remember(server.api(key).get(path).text());
                    assertThat(result.status()).isLessThan(500);
                }
            });
            server.jobs();
        } finally {
            server.kill();
        }
        // Drawn, a call's secret is published.
        secrets.remove(EveryWrite.SECRET.hex());
        secrets.removeIf(code -> code.matches("[a-z-]*"));

        String told = Files.readString(log);
        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(told).contains("TRACE fr.passerelle");
        assertThat(secrets).noneMatch(told::contains);
    }
}
