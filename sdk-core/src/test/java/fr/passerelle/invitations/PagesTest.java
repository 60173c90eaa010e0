package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.model.invitation.Allocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists follow the server's cursors. */
class PagesTest {

    private static final Allocation ONE = Samples.allocation(id(1));
    private static final Allocation TWO = Samples.allocation(id(2));
    private static final Allocation THREE = Samples.allocation(id(3));

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

    /** The one in the middle is empty, as a page may be whose items were all hidden. */
    private void threePages() {
        server.response(Samples.page("a+b/=", List.of(ONE, TWO)))
                .response(Samples.page("c", List.<Allocation>of()))
                .response(Samples.page(null, List.of(THREE)));
    }

    @Test
    void readsFromCursorToCursor() throws InterruptedException {
        threePages();

        assertThat(client.allocations().list().toList()).containsExactly(ONE, TWO, THREE);
        assertThat(server.request().getTarget()).isEqualTo("/v1/allocations?limit=100");
        assertThat(server.request().getUrl().queryParameter("cursor")).isEqualTo("a+b/=");
        assertThat(server.request().getUrl().queryParameter("cursor")).isEqualTo("c");
    }

    @Test
    void fetchesAPageWhenItsFirstItemIsAskedFor() {
        threePages();
        Iterator<Allocation> all = client.allocations().list().iterator();

        all.next();

        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void readsAlikeByFutures() {
        threePages();
        List<List<Allocation>> pages = new ArrayList<>();

        client.allocations()
                .async()
                .paged()
                .forEachPage(page -> {
                    pages.add(page);
                    return CompletableFuture.completedFuture(null);
                })
                .join();

        assertThat(pages).containsExactly(List.of(ONE, TWO), List.of(THREE));
    }

    @Test
    void startsAnewWithEachReading() {
        server.response(Samples.page(null, List.of(ONE))).response(Samples.page(null, List.of(TWO)));
        var list = client.allocations().list();

        assertThat(list.toList()).containsExactly(ONE);
        assertThat(list.toList()).containsExactly(TWO);
    }

    @Test
    void aListThatWouldNeverEndIsRefused() {
        server.response(Samples.page("a", List.of(ONE))).response(Samples.page("a", List.of(TWO)));

        assertThatThrownBy(() -> client.allocations().list().toList())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("it leads to the same page");
    }

    @Test
    void aPageWithoutItemsIsNotReadAsAnEmptyOne() {
        server.response(200, "{\"next\":\"a\"}");

        assertThatThrownBy(() -> client.allocations().list().toList()).isInstanceOf(UnreadableResponseException.class);
    }
}
