package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.feed.ChangePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed is read from where its reader stands, and nothing is missed. */
class ChangesTest {

    private Server server;
    private InvitationsClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static ChangePage page(long next, long... sequences) {
        return new ChangePage(
                LongStream.of(sequences)
                        .mapToObj(each -> new Change(each, ChangeKind.BOOKING, id(5), "CONFIRMED", Samples.NOW))
                        .toList(),
                next);
    }

    @Test
    void readsUntilNothingIsNewAndRemembersWhereItStands() throws InterruptedException {
        server.response(page(4, 2, 4)).response(page(9)).response(page(12, 12)).response(page(12));
        ChangeCursor cursor = ChangeCursor.inMemory();
        List<Long> seen = new ArrayList<>();

        assertThat(client.changes().read(cursor, change -> seen.add(change.sequence())))
                .isEqualTo(3);
        assertThat(seen).containsExactly(2L, 4L, 12L);
        assertThat(cursor.load()).isEqualTo(12);
        for (String after : List.of("0", "4", "9", "12")) {
            assertThat(server.request().getUrl().queryParameter("after")).isEqualTo(after);
        }
    }

    @Test
    void aHandlerThatThrowsGetsItsPageAgain() {
        server.response(page(4, 4)).response(page(7, 5, 7));
        ChangeCursor cursor = ChangeCursor.inMemory();

        assertThatThrownBy(() -> client.changes().read(cursor, change -> {
                    if (change.sequence() == 7) {
                        throw new IllegalStateException("database away");
                    }
                }))
                .hasMessage("database away");
        assertThat(cursor.load()).isEqualTo(4);
    }

    @Test
    void byFuturesTheHandlerMayCallTheProgramme() {
        server.response(page(4, 4)).response(Samples.booking(id(5))).response(page(4));
        ChangeCursor cursor = ChangeCursor.inMemory();
        List<Object> read = new ArrayList<>();

        assertThat(client.changes()
                        .async()
                        .read(cursor, change -> read.add(client.bookings().get(change.id())))
                        .join())
                .isEqualTo(1);
        assertThat(read).containsExactly(Samples.booking(id(5)));
        assertThat(cursor.load()).isEqualTo(4);
    }

    @Test
    void isAListToo() {
        server.response(page(4, 4)).response(page(4));

        assertThat(client.changes().after(3).toList())
                .extracting(Change::sequence)
                .containsExactly(4L);
    }

    @Test
    void aFeedThatGoesBackIsRefused() {
        server.response(page(9, 8, 7)).response(page(5, 8)).response(page(2));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.changes().page(3))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("do not advance");
        }
    }
}
