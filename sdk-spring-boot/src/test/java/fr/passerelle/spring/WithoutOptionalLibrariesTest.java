package fr.passerelle.spring;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ticketing.CancellationHandler;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.DeskOutcome;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketingDesk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The starter in applications that lack what it can use but does not need; none of them is a web application. */
class WithoutOptionalLibrariesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(PassCultureAutoConfiguration.class, TicketingDeskAutoConfiguration.class))
            .withPropertyValues(
                    "passculture.api-key=a-key-of-the-test",
                    "passculture.environment=integration",
                    "passculture.webhook-keys=a-webhook-key")
            .withBean(CancellationHandler.class, () -> barcodes -> CancellationResponse.cancelled(Remaining.of(1)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.micrometer",
                "io.opentelemetry",
                "org.springframework.boot.actuate",
                "org.springframework.web"
            })
    void makesClientAndDeskAllTheSame(String absent) {
        application.withClassLoader(new FilteredClassLoader(absent)).run(context -> {
            assertThat(context).hasSingleBean(PassCultureClient.class).doesNotHaveBean(WebhookController.class);
            SignedMessage message = TicketingDesk.sign("a-webhook-key", SampleMessages.cancellation("A"));

            assertThat(context.getBean(TicketingDesk.class)
                            .receive(message.signature(), message.body())
                            .outcome())
                    .isEqualTo(DeskOutcome.CANCELLED);
        });
    }
}
