package fr.passerelle.commandline.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketingDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskServerTest {

    private static final String KEY = "a-key-of-the-desk";

    private final TicketingDesk desk = TicketingDesk.builder()
            .hmacKey(KEY)
            .onBooking(booking -> BookingResponse.soldOut())
            .build();
    private final DeskServer server = new DeskServer(desk::receive);

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private HttpResponse<String> send(SignedMessage message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url()))
                .header(TicketingDesk.SIGNATURE_HEADER, message.signature())
                .POST(BodyPublishers.ofByteArray(message.body()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void handsMessagesToTheDesk() throws IOException, InterruptedException {
        HttpResponse<String> response = send(TicketingDesk.sign(KEY, SampleMessages.booking(1)));
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).contains("sold_out");
    }

    @Test
    void refusesForgedMessages() throws IOException, InterruptedException {
        assertThat(send(TicketingDesk.sign("another-key", SampleMessages.booking(1)))
                        .statusCode())
                .isEqualTo(401);
    }
}
