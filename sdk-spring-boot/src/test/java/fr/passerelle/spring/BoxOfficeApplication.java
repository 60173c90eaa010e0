package fr.passerelle.spring;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingHandler;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.Ticket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application as small as they come: one handler, and four lines of properties. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BoxOfficeApplication {

    /** Sees the handler begin, and lets it end. */
    record Door(CountDownLatch entered, CountDownLatch open, AtomicInteger sold) {}

    static ConfigurableApplicationContext start(String... arguments) {
        return SpringApplication.run(BoxOfficeApplication.class, arguments);
    }

    @Bean
    Door door() {
        return new Door(new CountDownLatch(1), new CountDownLatch(1), new AtomicInteger());
    }

    @Bean
    BookingHandler booking(Door door) {
        return booking -> {
            door.entered().countDown();
            door.open().await();
            return BookingResponse.tickets(
                    Remaining.of(9), List.of(Ticket.of("barcode-" + door.sold().incrementAndGet())));
        };
    }
}
