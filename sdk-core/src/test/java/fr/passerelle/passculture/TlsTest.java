package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.TransportException;
import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the client believes that it is the programme: whom the machine, or the user's own client, trusts. */
@Timeout(30)
class TlsTest {

    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        serveAs(server.mock().getHostName());

        assertRefused(server.client()).hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void refusesACertificateForAnotherHost() {
        HeldCertificate other = serveAs("backend.evil.example");

        assertRefused(server.client().okHttpClient(trusting(other)))
                .hasCauseInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void takesWhomTheUsersOwnClientTrusts() {
        HeldCertificate own = serveAs(server.mock().getHostName());
        server.response(200, Samples.PROVIDER);

        try (PassCultureClient client =
                server.client().okHttpClient(trusting(own)).build()) {
            assertThat(client.provider().get().id()).isEqualTo(7);
        }
    }

    /** The key has not left, and nothing was done. */
    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(PassCultureClient.Builder builder) {
        try (PassCultureClient client = builder.attempts(1).build()) {
            TransportException refused = catchThrowableOfType(
                    TransportException.class, () -> client.provider().get());

            assertThat(refused.mayHaveBeenProcessed()).isFalse();
            assertThat(server.requests()).isZero();
            return assertThat(refused);
        }
    }

    private HeldCertificate serveAs(String host) {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
        server.mock()
                .useHttps(new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslSocketFactory());
        return certificate;
    }

    private static OkHttpClient trusting(HeldCertificate certificate) {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build();
    }
}
