package fr.passerelle.invitationsserver.programme;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts messages over HTTP. It follows no redirection: a message goes where its receiver said, or nowhere. */
final class HttpSender implements Deliveries.Sender {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int GOOD = 2;
    private static final int HUNDRED = 100;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public boolean post(String url, String signature, byte[] body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(WHOLE)
                    .header("Content-Type", "application/json")
                    .header(Deliveries.SIGNATURE, signature)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            // The timeout ends with the headers: a body that never ends is hung up on, and not waited for.
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode() / HUNDRED == GOOD;
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
