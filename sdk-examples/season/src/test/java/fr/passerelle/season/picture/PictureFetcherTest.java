package fr.passerelle.season.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.commandline.net.OpenInternet;
import fr.passerelle.season.agenda.FindingCode;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that somebody else wrote, asked without harm. */
@Timeout(60)
class PictureFetcherTest {

    private final MockWebServer server = new MockWebServer();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final OkHttpClient trusting = trusting(certificate);

    static OkHttpClient trusting(HeldCertificate certificate) {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .build();
    }

    static void serve(MockWebServer server, HeldCertificate certificate) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start();
    }

    @BeforeEach
    void start() throws IOException {
        serve(server, certificate);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static MockResponse picture(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).setHeader("Location", to).build();
    }

    private URI address() {
        return URI.create("https://localhost:" + server.getPort() + "/affiche.jpg");
    }

    private byte[] fetch(URI address, OpenInternet internet) throws LeftOutException {
        try (PictureFetcher fetcher = new PictureFetcher(trusting, internet)) {
            return fetcher.fetch(address);
        }
    }

    private FindingCode reason(URI address, OpenInternet internet) {
        return catchThrowableOfType(LeftOutException.class, () -> fetch(address, internet))
                .reason()
                .code();
    }

    @Test
    void fetchesAPictureOverTls() throws Exception {
        byte[] poster = Pictures.png(400, 600, Color.BLUE);
        server.enqueue(picture(poster));

        assertThat(fetch(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                .isEqualTo(poster);
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void followsARedirect() throws Exception {
        byte[] poster = Pictures.png(400, 600, Color.BLUE);
        server.enqueue(redirect("/elsewhere.png"));
        server.enqueue(picture(poster));

        assertThat(fetch(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                .isEqualTo(poster);
    }

    @Test
    void neitherThisMachineNorItsNetworksAreAsked() {
        server.enqueue(picture(Pictures.png(400, 600, Color.BLUE)));

        assertThat(reason(address(), OpenInternet.only())).isEqualTo(FindingCode.PICTURE_PRIVATE);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://2130706433/",
                "https://10.1/",
                "https://[::ffff:10.0.0.1]/",
                "https://localhost/"
            })
    void norUnderAnyOfTheirSpellings(String address) {
        assertThat(reason(URI.create(address), OpenInternet.only())).isEqualTo(FindingCode.PICTURE_PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1/", "https://[::1]:1/", "https://2130706433:1/", "//10.0.0.1/x"})
    void aRedirectLeadsInsideNeither(String inside) {
        server.enqueue(redirect(inside));
        // The first address may be asked, as if it were outside; a name says so, a number does not.
        OpenInternet outside = new OpenInternet(address -> !address.toString().startsWith("/"));

        assertThat(reason(address(), outside)).isEqualTo(FindingCode.PICTURE_PRIVATE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/", "ftp://localhost/", "file:///etc/passwd", "javascript:alert(1)"})
    void aRedirectLeadsToNothingButHttps(String elsewhere) {
        server.enqueue(redirect(elsewhere));

        assertThat(reason(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                .isEqualTo(FindingCode.PICTURE_NOT_HTTPS);
    }

    @Test
    void redirectsEnd() {
        for (int i = 0; i < 20; i++) {
            server.enqueue(redirect("/" + i));
        }

        assertThat(reason(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                .isEqualTo(FindingCode.PICTURE_REDIRECTS);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aHeavyPictureIsNotReadToItsEnd() {
        server.enqueue(picture(new byte[9_000_000]));

        assertThat(reason(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                .isEqualTo(FindingCode.PICTURE_TOO_HEAVY);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 204})
    void aStatusIsTold(int status) throws Exception {
        server.enqueue(new MockResponse.Builder().code(status).build());

        if (status == 204) {
            assertThat(fetch(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                    .isEmpty();
        } else {
            assertThat(reason(address(), new OpenInternet(InetAddress::isLoopbackAddress)))
                    .isEqualTo(FindingCode.PICTURE_STATUS);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNoResponse() {
        try (PictureFetcher fetcher =
                new PictureFetcher(new OkHttpClient(), new OpenInternet(InetAddress::isLoopbackAddress))) {
            assertThat(catchThrowableOfType(LeftOutException.class, () -> fetcher.fetch(address()))
                            .reason()
                            .code())
                    .isEqualTo(FindingCode.PICTURE_NO_RESPONSE);
        }
    }

    @Test
    void aHostThatDoesNotRespondIsNotAskedForEver() {
        URI nobody = URI.create("https://localhost:" + server.getPort() + "/");
        server.close();
        try (PictureFetcher fetcher = new PictureFetcher(trusting, new OpenInternet(InetAddress::isLoopbackAddress))) {
            for (int i = 0; i < 5; i++) {
                assertThat(catchThrowableOfType(LeftOutException.class, () -> fetcher.fetch(nobody))
                                .reason()
                                .details())
                        .containsExactly("localhost");
            }
        }
    }
}
