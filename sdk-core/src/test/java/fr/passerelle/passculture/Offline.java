package fr.passerelle.passculture;

import fr.passerelle.contract.Sent;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.http.Environment;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** A client whose answers come from a function: the whole pipeline without the sockets, for thousands of calls. */
final class Offline {

    /** A status and a document. */
    record Document(int status, String body) {}

    private static final MediaType JSON = MediaType.get("application/json");

    private Offline() {}

    static PassCultureClient.Builder client(Function<Request, Document> server) {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    SentRequests.saw(Sent.of(chain.request()));
                    Document response = server.apply(chain.request());
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(response.status())
                            .message("")
                            .body(ResponseBody.create(response.body(), JSON))
                            .build();
                })
                .build();
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(Environment.INTEGRATION)
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(client);
    }

    static String body(Request request) {
        try (Buffer buffer = new Buffer()) {
            if (request.body() != null) {
                request.body().writeTo(buffer);
            }
            return buffer.readUtf8();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
