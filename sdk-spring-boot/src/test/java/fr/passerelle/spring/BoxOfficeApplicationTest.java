package fr.passerelle.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.spring.BoxOfficeApplication.Door;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.DeskListener;
import fr.passerelle.ticketing.HmacKey;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The starter in an application on Boot 3, with Tomcat. */
class BoxOfficeApplicationTest {

    private static final SignedMessage BOOKING = TicketingDesk.sign("a-webhook-key", SampleMessages.booking(1));

    private final HttpClient programme = HttpClient.newHttpClient();

    @Test
    void handlesABookingThatTheProgrammeHasSigned() {
        try (ConfigurableApplicationContext application = BoxOfficeApplication.start()) {
            application.getBean(Door.class).open().countDown();

            HttpResponse<String> response =
                    send(application, BOOKING.signature(), BOOKING.body()).join();

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(response.body()).contains("barcode-1");
        }
    }

    @Test
    void refusesWhatTheProgrammeHasNotSigned() {
        try (ConfigurableApplicationContext application = BoxOfficeApplication.start()) {
            assertThat(send(application, "0".repeat(64), BOOKING.body()).join().statusCode())
                    .isEqualTo(401);
            byte[] endless = new byte[TicketingDesk.DEFAULT_MAX_BODY_BYTES + 2];
            assertThat(send(application, BOOKING.signature(), endless).join().statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void finishesTheMessageAtWorkAndRefusesNewOnesWhenItStops() throws Exception {
        ConfigurableApplicationContext application = BoxOfficeApplication.start();
        Door door = application.getBean(Door.class);
        DeskLifecycle lifecycle = application.getBean(DeskLifecycle.class);
        CompletableFuture<HttpResponse<String>> atWork = send(application, BOOKING.signature(), BOOKING.body());
        door.entered().await();

        CompletableFuture<Void> stopped = new CompletableFuture<>();
        lifecycle.stop(() -> stopped.complete(null));

        HttpResponse<String> refused =
                send(application, BOOKING.signature(), BOOKING.body()).join();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEqualTo("{\"error\":\"closed\"}");
        assertThat(stopped).isNotDone();

        door.open().countDown();
        assertThat(atWork.join().statusCode()).isEqualTo(200);
        stopped.join();
        application.close();
    }

    @Test
    void givesTheResponseOfTheMessageAtWorkBeforeTheContextIsClosed() throws Exception {
        ConfigurableApplicationContext application = BoxOfficeApplication.start();
        Door door = application.getBean(Door.class);
        CompletableFuture<HttpResponse<String>> atWork = send(application, BOOKING.signature(), BOOKING.body());
        door.entered().await();
        CountDownLatch closing = new CountDownLatch(1);
        application.addApplicationListener((ContextClosedEvent begins) -> closing.countDown());

        CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
        closing.await();
        assertThat(closed).isNotDone();
        door.open().countDown();

        assertThat(atWork.join().statusCode()).isEqualTo(200);
        closed.join();
    }

    @Test
    void asksTheLedgerThatTheApplicationHas() {
        try (ConfigurableApplicationContext application = start(Map.of(
                "ledger", TicketLedger.inMemory(10),
                "keys", BookingKeys.under("a secret of the test")))) {
            application.getBean(Door.class).open().countDown();

            String first = send(application, BOOKING.signature(), BOOKING.body())
                    .join()
                    .body();
            String again = send(application, BOOKING.signature(), BOOKING.body())
                    .join()
                    .body();

            assertThat(again).isEqualTo(first);
            assertThat(application.getBean(TicketLedger.class).ticket("barcode-1"))
                    .contains(SaleState.GIVEN);
            assertThat(application.getBean(Door.class).sold()).hasValue(1);
        }
    }

    @Test
    void callsTheServerThatThePropertiesNameAndTellsHealthMetricsAndTraces() {
        MeterRegistry registry = new SimpleMeterRegistry();
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        OpenTelemetry telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        try (Sandbox sandbox = Sandbox.start();
                ConfigurableApplicationContext application = start(
                        Map.of("registry", registry, "telemetry", telemetry),
                        "--passculture.environment=" + sandbox.baseUrl(),
                        "--passculture.api-key=" + sandbox.provider().apiKey())) {
            HealthIndicator health = application.getBean(HealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).doesNotContainKey("lastSuccess");

            application.getBean(PassCultureClient.class).provider().get();

            assertThat(health.health().getDetails()).containsKey("lastSuccess").containsEntry("circuit", "closed");
            assertThat(registry.get("passerelle.client.calls")
                            .tag("programme", "passculture")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(spans.getFinishedSpanItems()).hasSize(1);
        }
    }

    @Test
    void countsMessagesUnderTheNameOfTheDeskAndTheKeyThatSigned() {
        MeterRegistry registry = new SimpleMeterRegistry();
        List<DeskListener.Response> told = new CopyOnWriteArrayList<>();
        DeskListener listener = new DeskListener() {
            @Override
            public void responded(Response response) {
                told.add(response);
            }
        };
        try (ConfigurableApplicationContext application = start(
                Map.of("registry", registry, "listener", listener),
                "--passculture.name=mk2",
                "--passculture.webhook-keys=the-old-key,a-webhook-key")) {
            application.getBean(Door.class).open().countDown();

            send(application, BOOKING.signature(), BOOKING.body()).join();

            assertThat(registry.get("passerelle.desk.messages")
                            .tags("desk", "mk2", "kind", "booking", "outcome", "sold", "key", "2")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void takesKeysFromASourceInsteadOfTheProperty() {
        HmacKeySource vault = () -> List.of(new HmacKey("vault", "a-webhook-key"));
        try (ConfigurableApplicationContext application =
                start(Map.of("vault", vault), "--passculture.webhook-keys=")) {
            application.getBean(Door.class).open().countDown();

            assertThat(send(application, BOOKING.signature(), BOOKING.body())
                            .join()
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void isDownWhenTheServerRefusesTheKey() {
        try (Sandbox sandbox = Sandbox.start();
                ConfigurableApplicationContext application =
                        BoxOfficeApplication.start("--passculture.environment=" + sandbox.baseUrl())) {
            PassCultureClient client = application.getBean(PassCultureClient.class);
            assertThatThrownBy(() -> client.provider().get());

            var health = application.getBean(HealthIndicator.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsEntry("lastFailure", "AuthenticationException");
        }
    }

    @Test
    void saysWhichPropertyIsMissing() {
        assertThatThrownBy(() -> BoxOfficeApplication.start("--passculture.webhook-keys="))
                .rootCause()
                .hasMessageStartingWith("passculture.webhook-keys is missing");
        assertThatThrownBy(() -> BoxOfficeApplication.start("--passculture.environment=staging"))
                .hasStackTraceContaining("passculture.environment must be integration, production or an http(s) URL");
    }

    @Test
    void makesNoClientWithoutAKey() {
        try (ConfigurableApplicationContext application = BoxOfficeApplication.start(
                "--spring.config.location=optional:classpath:/none/",
                "--passculture.webhook-keys=k",
                "--server.port=0")) {
            assertThat(application.getBeansOfType(PassCultureClient.class)).isEmpty();
            assertThat(application.getBean(TicketingDesk.class)).isNotNull();
            assertThat(application.getBeansOfType(HealthIndicator.class)).isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(Map<String, Object> beans, String... arguments) {
        return new SpringApplicationBuilder(BoxOfficeApplication.class)
                .initializers(context -> beans.forEach(context.getBeanFactory()::registerSingleton))
                .run(arguments);
    }

    private CompletableFuture<HttpResponse<String>> send(
            ConfigurableApplicationContext application, String signature, byte[] body) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return programme.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/passculture"))
                        .header("Content-Type", "application/json")
                        .header(TicketingDesk.SIGNATURE_HEADER, signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
