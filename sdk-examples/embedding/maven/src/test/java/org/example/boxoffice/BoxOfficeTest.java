package org.example.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.TicketingDesk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoxOfficeTest {

    @Test
    void publishesAndReadsItsBookings() {
        try (var sandbox = Sandbox.start()) {
            var vendor = sandbox.provider();
            var venue = sandbox.linkedVenue(vendor);
            try (var passCulture = PassCultureClient.builder()
                    .apiKey(vendor.apiKey())
                    .environment(new Environment(sandbox.baseUrl()))
                    .build()) {
                var boxOffice = new BoxOffice(passCulture);
                var visit = boxOffice.publish(venue.id(), Instant.now().plus(Duration.ofDays(30)));

                assertThat(boxOffice.expected(visit)).isEmpty();
                assertThat(passCulture.events().dates(visit.id()).list().toList())
                        .hasSize(1);
            }
        }
    }

    @Test
    void sellsATicket() {
        var message = TicketingDesk.sign("a-webhook-key", SampleMessages.booking(1));
        try (var desk = BoxOffice.desk("a-webhook-key")) {
            assertThat(desk.receive(message.signature(), message.body()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void runsWhereTheBuildSays() {
        boolean asModule = Boolean.getBoolean("expect.module");

        assertThat(BoxOffice.class.getModule().isNamed()).isEqualTo(asModule);
        assertThat(PassCultureClient.class.getModule().isNamed()).isEqualTo(asModule);
    }
}
