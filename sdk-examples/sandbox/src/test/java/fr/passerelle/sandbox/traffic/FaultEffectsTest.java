package fr.passerelle.sandbox.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.Stage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of each effect, over a real connection. */
class FaultEffectsTest {

    private static final String PROVIDER = "/public/providers/v1/provider";

    private final Stage stage = new Stage();
    private final String key = stage.provider.apiKey();

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "dropBefore"})
    void closesTheConnectionAndDoesNothing(String kind) {
        fault("'kind':'" + kind + "'");

        assertThatThrownBy(this::unset).isInstanceOf(IOException.class);
        assertThat(bookingUrl()).isNotEqualTo("null");
    }

    @Test
    void doesTheWorkAndClosesTheConnection() {
        fault("'kind':'dropAfter'");

        assertThatThrownBy(this::unset).isInstanceOf(IOException.class);
        assertThat(bookingUrl()).isEqualTo("null");
    }

    @Test
    void leavesNothingOnTheWireWhenItRefuses() throws IOException {
        fault("'kind':'refuse'");

        assertThat(raw("GET " + PROVIDER)).isEmpty();
    }

    @Test
    void announcesMoreThanItSends() throws IOException {
        fault("'kind':'truncate','bytes':10");

        String response = raw("GET " + PROVIDER);

        String body = response.substring(response.indexOf("\r\n\r\n") + 4);
        int announced = Integer.parseInt(response.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        assertThat(body).hasSize(10).startsWith("{\"id\"");
        assertThat(announced).isGreaterThan(100);
    }

    @Test
    void isSeenAsTruncatedByAClient() {
        fault("'kind':'truncate','bytes':10");

        assertThatThrownBy(() -> stage.http.send("GET", PROVIDER, key, "")).isInstanceOf(IOException.class);
    }

    @Test
    void responsesAStatusOfItsOwnInsteadOfDoingTheWork() throws IOException {
        fault("'kind':'status','status':503,'body':'<h1>busy</h1>','headers':{'Retry-After':'7'}");

        Http.Reply reply = unset();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.raw().body()).asString(UTF_8).isEqualTo("<h1>busy</h1>");
        assertThat(reply.raw().headers().firstValue("Retry-After")).contains("7");
        assertThat(bookingUrl()).isNotEqualTo("null");
    }

    @Test
    void responsesAStatusOfItsOwnAfterTheWork() throws IOException {
        fault("'kind':'status','status':502,'body':{'global':['gateway']},'after':true");

        Http.Reply reply = unset();

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.body().path("global").path(0).asText()).isEqualTo("gateway");
        assertThat(bookingUrl()).isEqualTo("null");
    }

    @Test
    void responsesHtmlInPlaceOfJson() throws IOException {
        fault("'kind':'garbage'");

        Http.Reply reply = stage.http.send("GET", PROVIDER, key, "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.raw().body()).asString(UTF_8).startsWith("<!DOCTYPE html>");
        assertThat(reply.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void dripsAnResponseThatIsWholeInTheEnd() throws IOException {
        fault("'kind':'drip','ms':0");

        assertThat(stage.http.send("GET", PROVIDER, key, "").body().path("id").asLong())
                .isEqualTo(stage.provider.id());
    }

    @Test
    void delaysAnResponseAfterTheWork() throws IOException {
        fault("'kind':'delay','ms':120");
        long before = System.nanoTime();

        unset();

        assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(110));
        assertThat(bookingUrl()).isEqualTo("null");
    }

    @Test
    void keepsNothingWaitingOnceTheSandboxIsClosed() throws Exception {
        fault("'kind':'delay','ms':600000");
        var call = CompletableFuture.supplyAsync(() -> stage.http.call("GET", PROVIDER, key, ""));
        while (stage.sandbox.faults().all().get(0).struck() == 0) {
            Thread.onSpinWait();
        }

        stage.sandbox.close();

        assertThat(call.handle((reply, broken) -> "over").get(60, TimeUnit.SECONDS))
                .isEqualTo("over");
    }

    private void fault(String effect) {
        stage.http.control("POST", "/faults", "{'path':'/public','effect':{" + effect + "}}");
    }

    /** A write whose effect {@link #bookingUrl} shows. */
    private Http.Reply unset() throws IOException {
        return stage.http.send("PATCH", PROVIDER, key, "{'bookingUrl':null,'cancelUrl':null}");
    }

    private String bookingUrl() {
        return stage.http
                .call("GET", PROVIDER, key, "")
                .body()
                .path("bookingUrl")
                .asText();
    }

    /** Everything that comes over the wire until the server hangs up. */
    private String raw(String requestLine) throws IOException {
        var base = stage.sandbox.baseUrl();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            String request = requestLine + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }
}
