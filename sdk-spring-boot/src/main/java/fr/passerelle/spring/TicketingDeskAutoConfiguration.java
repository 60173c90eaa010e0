package fr.passerelle.spring;

import fr.passerelle.ticketing.BookingHandler;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.CancellationHandler;
import fr.passerelle.ticketing.CompensationHandler;
import fr.passerelle.ticketing.DeskListener;
import fr.passerelle.ticketing.NotificationHandler;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/**
 * A {@link TicketingDesk} for the application's handlers, if it has a {@link BookingHandler},
 * {@link CancellationHandler} or {@link NotificationHandler} bean and no desk of its own. In a servlet application it
 * receives messages at {@code passculture.webhook-path}. A {@link TicketLedger} bean is used together with the
 * {@link BookingKeys} bean, a {@link HmacKeySource} bean in the place of {@code passculture.webhook-keys}, and every
 * {@link DeskListener} bean.
 *
 * <p>When the application stops, new messages are refused first, those at work finish, and only then stops the rest.
 */
@AutoConfiguration
@Conditional(TicketingDeskAutoConfiguration.Handlers.class)
@EnableConfigurationProperties(PassCultureProperties.class)
public class TicketingDeskAutoConfiguration {

    /** Made by Spring. */
    public TicketingDeskAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TicketingDesk ticketingDesk(
            PassCultureProperties properties,
            ObjectProvider<BookingHandler> booking,
            ObjectProvider<CancellationHandler> cancellation,
            ObjectProvider<NotificationHandler> notification,
            ObjectProvider<CompensationHandler> compensation,
            ObjectProvider<TicketLedger> ledger,
            ObjectProvider<BookingKeys> keys,
            ObjectProvider<HmacKeySource> hmacKeys,
            ObjectProvider<DeskListener> listeners,
            ObjectProvider<TicketingDeskCustomizer> customizers) {
        TicketingDesk.Builder builder = TicketingDesk.builder().name(properties.name());
        HmacKeySource source = hmacKeys.getIfAvailable();
        if (source != null) {
            builder.hmacKeys(source);
        } else if (properties.webhookKeys().isEmpty()) {
            throw new IllegalStateException("passculture.webhook-keys is missing: the application handles messages of"
                    + " the programme, and without a key nothing can be verified");
        } else {
            properties.webhookKeys().forEach(builder::hmacKey);
        }
        booking.ifAvailable(builder::onBooking);
        cancellation.ifAvailable(builder::onCancellation);
        notification.ifAvailable(builder::onNotification);
        compensation.ifAvailable(builder::onUndo);
        ledger.ifAvailable(kept -> builder.ledger(kept, keys.getObject()));
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** Any handler of messages. */
    static final class Handlers extends AnyNestedCondition {

        Handlers() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(BookingHandler.class)
        static final class Booking {}

        @ConditionalOnBean(CancellationHandler.class)
        static final class Cancellation {}

        @ConditionalOnBean(NotificationHandler.class)
        static final class Notification {}
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestController.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Webhook {

        @Bean
        DeskLifecycle passcultureDeskLifecycle() {
            return new DeskLifecycle();
        }

        @Bean
        WebhookController passcultureWebhookController(TicketingDesk desk, DeskLifecycle lifecycle) {
            return new WebhookController(desk, lifecycle);
        }
    }
}
