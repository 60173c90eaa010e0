package fr.passerelle.invitationsserver.programme;

import fr.passerelle.commandline.net.OpenInternet;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts messages over HTTP. It follows no redirection: a message goes where its receiver said, or nowhere. */
final class HttpSender implements Deliveries.Sender {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OpenInternet internet;
    private final OkHttpClient client;

    /**
     * A sender.
     *
     * @param internet where it may send to
     */
    HttpSender(OpenInternet internet) {
        this.internet = internet;
        this.client = internet.client(new OkHttpClient())
                .connectTimeout(CONNECT)
                .callTimeout(WHOLE)
                .build();
    }

    @Override
    public boolean post(String address, String signature, byte[] body) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            return false;
        }
        Request request = new Request.Builder()
                .url(url)
                .header(Deliveries.SIGNATURE, signature)
                .post(RequestBody.create(body, JSON))
                .build();
        try {
            internet.check(url);
            // A body that never ends is hung up on, and not waited for.
            try (Response response = client.newCall(request).execute()) {
                return response.isSuccessful();
            }
        } catch (OpenInternet.InsideException inside) {
            LOG.warn("a webhook leads to this machine or its networks: not called without serve --webhooks-inside");
            return false;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
