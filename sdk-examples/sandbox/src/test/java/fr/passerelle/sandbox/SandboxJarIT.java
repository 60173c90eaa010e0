package fr.passerelle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged {@code sandbox.jar} as people of any language run it. */
@Timeout(60)
class SandboxJarIT {

    private static final Pattern KEY = Pattern.compile("\\S+_[0-9a-f]{12}_[0-9a-f]{64}");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @Test
    void printsAKeyThatOpensTheApi() throws Exception {
        Process sandbox = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        Path.of("target", "sandbox.jar").toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = sandbox.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder printed = new StringBuilder();
            while (!(URL.matcher(printed).find() && KEY.matcher(printed).find())) {
                printed.append(lines.readLine()).append('\n');
            }
            HttpRequest provider = HttpRequest.newBuilder(
                            URI.create(first(URL, printed) + "/public/providers/v1/provider"))
                    .header("Authorization", "Bearer " + first(KEY, printed))
                    .build();

            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(provider, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
        } finally {
            sandbox.destroy();
        }
    }

    private static String first(Pattern pattern, CharSequence text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }
}
