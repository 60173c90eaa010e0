package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.passculture.Offline.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server's response to an event's new location still shows the old one. */
class MovedEventTest {

    private static final String MOVED = Samples.EVENT.replace(
            "{\"type\":\"physical\",\"venueId\":535}",
            "{\"type\":\"address\",\"venueId\":535,\"addressId\":9,\"addressLabel\":\"Halle\"}");

    private final Deque<Document> responses = new ArrayDeque<>();
    private final PassCultureClient client =
            Offline.client(request -> responses.remove()).attempts(1).build();

    private Event update(EventPatch patch) {
        return client.events().update(12, patch);
    }

    @Test
    void isReadAgain() {
        responses.addAll(List.of(new Document(200, Samples.EVENT), new Document(200, MOVED)));

        Event event = update(
                EventPatch.builder().location(Location.address(535, 9, "Halle")).build());

        assertThat(event.location()).isEqualTo(Location.address(535, 9, "Halle"));
    }

    @Test
    void isReturnedAsItIsIfItCannotBeReadAgain() {
        responses.addAll(List.of(new Document(200, Samples.EVENT), new Document(404, "{}")));

        Event event = update(
                EventPatch.builder().location(Location.address(535, 9, "Halle")).build());

        assertThat(event.location()).isEqualTo(Location.atVenue(535));
    }

    @Test
    void anyOtherChangeIsOneCall() {
        responses.add(new Document(200, Samples.EVENT));

        assertThat(update(EventPatch.builder().description("new").build()).id()).isEqualTo(12);
        assertThat(responses).isEmpty();
    }
}
