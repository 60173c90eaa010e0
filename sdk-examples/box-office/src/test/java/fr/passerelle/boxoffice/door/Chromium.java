package fr.passerelle.boxoffice.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A page in a Chromium of its own, driven by the DevTools protocol: only by keys, as people at a door work. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = 30;
    private static final Map<String, Integer> KEYS = Map.of("Enter", 13, "F2", 113, "F4", 115, "Tab", 9, "Escape", 27);

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Responses())
                .join();
    }

    /** Where it is on this machine; empty if it is not. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox", // it opens nothing but the page under test
                        "--disable-gpu",
                        "--disable-dev-shm-usage", // small in containers
                        "--disable-background-networking",
                        "--no-first-run",
                        "--window-size=900,800",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true);
        command.environment().put("TMPDIR", folder.toString()); // where its sockets go
        Process process = command.start();
        try {
            return new Chromium(process, page(process));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static URI page(Process process) throws IOException, InterruptedException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                URI browser = URI.create(line.substring(at).strip());
                URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
                for (JsonNode target : JSON.readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                        .body())) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
        }
        throw new IOException("Chromium has no page");
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> response = new CompletableFuture<>();
        questions.put(id, response);
        ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
        question.set("params", parameters);
        socket.sendText(question.toString(), true).join();
        JsonNode result = response.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        if (result.has("error") || result.path("result").has("exceptionDetails")) {
            throw new IllegalStateException(method + ": " + result);
        }
        return result.path("result");
    }

    /** Opens a page, or the same again, and waits until its script has run. */
    void open(URI url) {
        call("Page.navigate", JSON.createObjectNode().put("url", url.toString()));
        until("document.readyState === 'complete' && location.href.startsWith('" + url + "')");
    }

    /** Types, as a keyboard or a scanner does. */
    void type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            call("Input.dispatchKeyEvent", key("keyDown", letter).put("text", letter));
            call("Input.dispatchKeyEvent", key("keyUp", letter));
        });
    }

    void press(String name) {
        ObjectNode down = key("rawKeyDown", name);
        if (name.equals("Enter")) {
            down.put("type", "keyDown").put("text", "\r");
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", key("keyUp", name));
    }

    private static ObjectNode key(String type, String name) {
        ObjectNode key = JSON.createObjectNode().put("type", type).put("key", name);
        if (KEYS.containsKey(name)) {
            key.put("code", name).put("windowsVirtualKeyCode", KEYS.get(name));
        }
        return key;
    }

    /** What an expression of the page's language gives, as text. */
    String read(String expression) {
        return call(
                        "Runtime.evaluate",
                        JSON.createObjectNode()
                                .put("expression", "String(" + expression + ")")
                                .put("returnByValue", true))
                .path("result")
                .path("value")
                .asText();
    }

    /** Waits until something is so on the page. */
    void until(String condition) {
        String promise = "new Promise(done => { const look = () => { if (" + condition + ") { done(true); }"
                + " else { requestAnimationFrame(look); } }; look(); })";
        call(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", promise).put("awaitPromise", true));
    }

    /** A picture of the page, as PNG. */
    byte[] picture() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", JSON.createObjectNode())
                        .path("data")
                        .asText());
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private final class Responses implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                complete(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void complete(String message) {
            try {
                JsonNode told = JSON.readTree(message);
                CompletableFuture<JsonNode> question =
                        questions.remove(told.path("id").asInt());
                if (question != null) {
                    question.complete(told);
                }
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
