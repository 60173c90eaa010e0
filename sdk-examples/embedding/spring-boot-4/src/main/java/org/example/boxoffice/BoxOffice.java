package org.example.boxoffice;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingHandler;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationHandler;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.Ticket;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A box office with places for everybody. */
@SpringBootApplication
public class BoxOffice {

    public static void main(String[] args) {
        SpringApplication.run(BoxOffice.class, args);
    }

    @Bean
    BookingHandler sell() {
        return booking -> BookingResponse.tickets(Remaining.unlimited(), List.of(Ticket.of("barcode-1")));
    }

    @Bean
    CancellationHandler release() {
        return barcodes -> CancellationResponse.cancelled(Remaining.unlimited());
    }
}
