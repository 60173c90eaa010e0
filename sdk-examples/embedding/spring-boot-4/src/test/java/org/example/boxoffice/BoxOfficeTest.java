package org.example.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.TicketingDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One jar of the starter, on Boot 3 and 4: properties, client, desk, health and metrics. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BoxOfficeTest {

    private static final Sandbox SANDBOX = Sandbox.start();
    private static SandboxProvider vendor;

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private PassCultureClient passCulture;

    @Autowired
    private MeterRegistry registry;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry registry) {
        vendor = SANDBOX.registerProperties(registry::add);
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void sellsToTheProgrammeAndTellsHowItIs() throws Exception {
        var booking = TicketingDesk.sign(vendor.hmacKey(), SampleMessages.booking(1));
        HttpResponse<String> sold = send(request("/passculture")
                .header(TicketingDesk.SIGNATURE_HEADER, booking.signature())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(booking.body())));
        assertThat(sold.statusCode()).isEqualTo(200);
        assertThat(sold.body()).contains("barcode-1");

        passCulture.provider().get();
        assertThat(send(request("/actuator/health")).body())
                .contains("\"passculture\":{")
                .contains("\"circuit\":\"closed\"")
                .contains("\"lastSuccess\":");
        assertThat(registry.get("passerelle.client.calls").timer().count()).isEqualTo(1);
        assertThat(registry.get("passerelle.desk.messages")
                        .tag("outcome", "sold")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
