package fr.passerelle.season.picture;

import fr.passerelle.commandline.net.OpenInternet;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.season.agenda.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches pictures from addresses that somebody else wrote: over TLS only, from the open internet only, wherever
 * redirects lead and whatever a name resolves to at the moment of the connection; not more bytes than the programme
 * takes; a host that does not respond is not asked for ever. Not for use by several threads.
 */
final class PictureFetcher implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final int MAX_REDIRECTS = 5;

    /** After so many calls in a row without a response, a host is left alone for the rest of the run. */
    private static final int PATIENCE = 3;

    private final OkHttpClient http;
    private final OpenInternet internet;
    private final Map<String, Integer> silent = new HashMap<>();

    PictureFetcher() {
        this(new OkHttpClient(), OpenInternet.only());
    }

    /**
     * A fetcher with other roots of trust, or other limits.
     *
     * @param internet which addresses may be asked
     */
    PictureFetcher(OkHttpClient base, OpenInternet internet) {
        this.internet = internet;
        this.http = internet.client(base)
                .connectTimeout(CONNECT)
                .callTimeout(CALL)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .build();
    }

    /**
     * The bytes at an address.
     *
     * @throws LeftOutException if they cannot be had, with the reason
     */
    byte[] fetch(URI address) throws LeftOutException {
        HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            throw new LeftOutException(FindingCode.PICTURE_NOT_HTTPS, address.getHost());
        }
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            check(url);
            try (Response response = call(url)) {
                silent.remove(url.host());
                if (!response.isRedirect()) {
                    return body(response);
                }
                HttpUrl next = url.resolve(String.valueOf(response.header("Location")));
                if (next == null) {
                    throw new LeftOutException(FindingCode.PICTURE_NOT_HTTPS, url.host());
                }
                url = next;
            } catch (OpenInternet.InsideException inside) {
                throw new LeftOutException(FindingCode.PICTURE_PRIVATE, url.host());
            } catch (IOException failed) {
                silent.merge(url.host(), 1, Integer::sum);
                throw new LeftOutException(FindingCode.PICTURE_NO_RESPONSE, url.host());
            }
        }
        throw new LeftOutException(FindingCode.PICTURE_REDIRECTS, address.getHost());
    }

    private Response call(HttpUrl url) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "image/jpeg, image/png, image/webp")
                .header("User-Agent", "passerelle-season")
                .build();
        return http.newCall(request).execute();
    }

    private void check(HttpUrl url) throws LeftOutException {
        if (!url.isHttps()) {
            throw new LeftOutException(FindingCode.PICTURE_NOT_HTTPS, url.host());
        }
        if (silent.getOrDefault(url.host(), 0) >= PATIENCE) {
            throw new LeftOutException(FindingCode.PICTURE_NO_RESPONSE, url.host());
        }
        try {
            internet.check(url);
        } catch (UnknownHostException inside) {
            throw new LeftOutException(FindingCode.PICTURE_PRIVATE, url.host());
        }
    }

    private static byte[] body(Response response) throws IOException, LeftOutException {
        if (!response.isSuccessful()) {
            throw new LeftOutException(
                    FindingCode.PICTURE_STATUS, response.request().url().host(), response.code());
        }
        int most = Math.toIntExact(ImageUse.UPLOAD.maxWeight());
        if (response.body() == null) {
            throw new LeftOutException(FindingCode.PICTURE_UNREADABLE);
        }
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new LeftOutException(FindingCode.PICTURE_TOO_HEAVY, most / 1_000_000.0);
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
