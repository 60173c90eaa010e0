package fr.passerelle.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryOutcome;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.EntryResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** A door tells what was shown there, in calls of 200. */
class EntriesTest {

    /** Admits whoever comes for the first time. */
    private static Dispatcher door(List<Integer> sizes) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                List<EntryResult> results = new ArrayList<>();
                for (JsonNode entry : read(request).path("entries")) {
                    UUID nonce = UUID.fromString(entry.path("nonce").asText());
                    results.add(new EntryResult(nonce, EntryOutcome.ADMITTED, 1, Samples.OPENING));
                }
                sizes.add(results.size());
                return new MockResponse.Builder()
                        .body(Samples.json(new EntryResults(results)))
                        .build();
            }
        };
    }

    private static JsonNode read(RecordedRequest request) {
        try {
            return Json.mapper().readTree(request.getBody().utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<EntryDraft> entries(int count) {
        return Stream.generate(() -> EntryDraft.of(Samples.CODE, Samples.OPENING))
                .limit(count)
                .toList();
    }

    @Test
    void aJournalIsSentInSeveralCallsAndComesBackInOrder() throws IOException {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        List<EntryDraft> journal = entries(450);
        try (Server server = new Server().responseBy(door(sizes));
                InvitationsClient client = server.client().build()) {
            assertThat(client.entries().send(Samples.SESSION, journal))
                    .extracting(EntryResult::nonce)
                    .containsExactlyElementsOf(
                            journal.stream().map(EntryDraft::nonce).toList());
            assertThat(client.entries().async().send(Samples.SESSION, List.of()).join())
                    .isEmpty();
        }
        assertThat(sizes).containsExactly(200, 200, 50);
    }

    @Test
    void resultsOfOtherEntriesAreNotTaken() throws IOException {
        List<EntryDraft> two = entries(2);
        EntryResult first = new EntryResult(two.get(0).nonce(), EntryOutcome.ADMITTED, 1, null);
        EntryResult second = new EntryResult(two.get(1).nonce(), EntryOutcome.ADMITTED, 2, null);
        try (Server server = new Server();
                InvitationsClient client = server.client().build()) {
            for (List<EntryResult> wrong : List.of(List.of(first), List.of(second, first))) {
                server.response(new EntryResults(wrong));

                assertThatThrownBy(() -> client.entries().send(Samples.SESSION, two))
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageContaining("not one result for each entry");
            }
        }
    }
}
