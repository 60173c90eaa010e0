package fr.passerelle.boxoffice.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a door, as a browser asks it, before a programme whose network fails. */
class DoorServerTest {

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private HttpRequest.Builder question(String path, String body) {
        return HttpRequest.newBuilder(URI.create(scene.server.url() + path))
                .header("Content-Type", "application/json")
                .header("X-Door", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode ask(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(question(path, body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private JsonNode scan(String code) throws IOException, InterruptedException {
        return ask("scan?lang=en", scanOf(code, UUID.randomUUID()));
    }

    private static String scanOf(String code, UUID nonce) {
        return "{\"code\":\"%s\",\"nonce\":\"%s\",\"heads\":1}".formatted(code, nonce);
    }

    @Test
    void aScanIsGreenInWords() throws Exception {
        JsonNode told = scan(scene.countermark);

        assertThat(told.path("light").asText()).isEqualTo("GREEN");
        assertThat(told.path("title").asText()).isEqualTo("Come in");
        assertThat(told.path("in").asInt()).isOne();
        assertThat(told.path("places").asInt()).isEqualTo(2);
        assertThat(told.toString()).doesNotContain(scene.countermark);
    }

    @Test
    void goesOnWhenTheNetworkIsCutInTheMiddle() throws Exception {
        scan(scene.countermark);
        scene.cutTheNetwork();

        assertThat(scan(scene.countermark).path("light").asText())
                .as("the companion")
                .isEqualTo("GREEN");
        assertThat(scan(scene.countermark).path("result").asText()).isEqualTo("ALREADY_IN");
        assertThat(scan("DESK-1").path("light").asText()).isEqualTo("GREEN");
        JsonNode amber = scan(scene.unasked);
        assertThat(amber.path("light").asText()).isEqualTo("AMBER");
        assertThat(amber.path("state").path("offline").asBoolean()).isTrue();
        assertThat(amber.path("state").has("age")).isTrue();
        assertThat(ask("staff?lang=en", scanOf(scene.unasked, UUID.randomUUID()))
                        .path("light")
                        .asText())
                .isEqualTo("GREEN");
        assertThat(ask("state?lang=en", "{}").path("in").asInt()).isEqualTo(4);
        scene.sandbox.faults().clear();
        assertThat(scene.door.sync().used()).isEqualTo(2);
    }

    @Test
    void aQuestionThatIsSentAgainCountsOnce() throws Exception {
        String body = scanOf(scene.countermark, UUID.randomUUID());

        ask("scan", body);
        JsonNode again = ask("scan", body);

        assertThat(again.path("light").asText()).isEqualTo("GREEN");
        assertThat(again.path("state").path("in").asInt()).isOne();
        assertThat(again.path("state").path("last")).hasSize(1);
    }

    @Test
    void theLastScansSurviveAReload() throws Exception {
        scan(scene.countermark);
        scan("AAAAA2");

        JsonNode last = ask("state?lang=fr", "{}").path("last");

        assertThat(last).extracting(line -> line.path("title").asText()).containsExactly("Inconnue", "Entrez");
    }

    @Test
    void theLastOneIsTakenBack() throws Exception {
        String nonce = scan(scene.countermark).path("nonce").asText();

        assertThat(ask("undo", "{\"nonce\":\"" + nonce + "\"}").path("undo").asText())
                .isEqualTo("DONE");
        assertThat(scene.door.headsIn()).isZero();
    }

    @Test
    void speaksBothLanguages() throws Exception {
        for (String lang : List.of("fr", "en")) {
            HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(scene.server.url() + "?lang=" + lang)));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + lang + "\">", "id=\"code\"", "aria-live=\"assertive\"")
                    .doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"door.js", "door.css"})
    void thePageBringsItsFiles(String file) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(scene.server.url() + file)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void anotherSiteCanAskNothing() throws Exception {
        String body = scanOf(scene.countermark, UUID.randomUUID());

        assertThat(send(question("scan", body).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(scene.server.url() + "scan"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .as("without the header that no form sets")
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(scene.server.url() + "scan"))
                                .header("Content-Type", "text/plain")
                                .header("X-Door", "1")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .as("what a form can send")
                .isEqualTo(403);
        assertThat(scene.door.headsIn()).isZero();
    }

    /** A name that an attacker's DNS turns into 127.0.0.1. */
    @Test
    void anotherNameOfThisMachineIsRefused() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), scene.server.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .contains("421");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "{\"code\":\"\"}", "{\"code\":\"A\",\"nonce\":\"1\"}", "null"})
    void whatMakesNoSenseIsTold(String body) throws Exception {
        HttpResponse<String> response = send(question("scan", body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Exception").isNotBlank();
    }

    @Test
    void thereIsNothingElse() throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(scene.server.url() + "secret")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(question("nothing", "{}")).statusCode()).isEqualTo(400);
    }
}
