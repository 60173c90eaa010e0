package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.ServerException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.ratelimit.Permit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagedTest {

    private final AtomicInteger permits = new AtomicInteger();
    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client()
                .time(new VirtualTime())
                .rateLimiter(atMost -> {
                    permits.incrementAndGet();
                    return Optional.of(Permit.in(Duration.ZERO));
                })
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void readsPageAfterPageByIdEachInItsTurn() throws InterruptedException {
        page(1, 50).page(1_000, 50).page(3_000_000_000L, 7);

        List<Booking> all = client.bookings().ofVenue(535).toList();

        assertThat(all).hasSize(107);
        assertThat(firstIndices(3)).containsExactly(1L, 51L, 1_050L);
        assertThat(permits).hasValue(3);
    }

    @Test
    void beginsWhereItIsTold() throws InterruptedException {
        page(701, 50).page(800, 2);

        assertThat(client.bookings().ofVenue(535).startingAt(700).toList()).hasSize(52);
        assertThat(firstIndices(2)).containsExactly(700L, 751L);
    }

    @Test
    void aFullLastPageCostsOneMoreRequest() {
        page(1, 50).page(0, 0);

        assertThat(client.bookings().ofVenue(535).toList()).hasSize(50);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anEmptyListIsEmpty() {
        page(0, 0);

        assertThat(client.bookings().ofVenue(535)).isEmpty();
    }

    @Test
    void fetchesNothingBeforeItIsAskedTo() {
        page(1, 50).page(51, 50);
        Paged<Booking> bookings = client.bookings().ofVenue(535);
        assertThat(server.requests()).isZero();

        assertThat(bookings.stream().limit(3)).hasSize(3);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void fetchesTheNextPageOnlyWhenTheFirstIsRead() {
        page(1, 50).page(51, 1);
        Iterator<Booking> bookings = client.bookings().ofVenue(535).iterator();

        for (int i = 0; i < 50; i++) {
            bookings.next();
        }
        assertThat(server.requests()).isEqualTo(1);
        assertThat(bookings.next().id()).isEqualTo(51);
        assertThat(bookings.hasNext()).isFalse();
        assertThatThrownBy(bookings::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void eachIterationStartsAnew() {
        page(1, 2).page(1, 3);
        Paged<Booking> bookings = client.bookings().ofVenue(535);

        assertThat(bookings).hasSize(2);
        assertThat(bookings).hasSize(3);
    }

    @Test
    void givesWholePages() {
        page(1, 50).page(51, 3);

        assertThat(client.bookings().ofVenue(535).pages())
                .extracting(List::size)
                .containsExactly(50, 3);
    }

    @Test
    void aListThatDoesNotAdvanceIsAnErrorRatherThanALoop() {
        page(1, 50).page(1, 50);

        assertThatThrownBy(() -> client.bookings().ofVenue(535).toList())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("/bookings")
                .hasMessageContaining("do not advance");
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anIdAtTheEndOfTheNumbersIsNoLoopEither() {
        page(Long.MAX_VALUE - 49, 50);

        assertThatThrownBy(() -> client.bookings().ofVenue(535).toList())
                .isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void aPageThatFailsThrowsWhereItIsRead() {
        page(1, 50);
        server.response(500, "{}").response(500, "{}").response(500, "{}");
        Iterator<Booking> bookings = client.bookings().ofVenue(535).iterator();
        for (int i = 0; i < 50; i++) {
            assertThat(bookings.next().id()).isEqualTo(i + 1);
        }

        assertThatThrownBy(bookings::hasNext).isInstanceOf(ServerException.class);
    }

    @Test
    void showsTheRawResponseOfEachPage() {
        page(1, 50).page(51, 1);
        List<RawResponse> responses = new ArrayList<>();
        RequestOptions options =
                RequestOptions.builder().onResponse(responses::add).build();

        assertThat(client.bookings().with(options).ofVenue(535).toList()).hasSize(51);

        assertThat(responses).hasSize(2).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.attempts()).isEqualTo(1);
            assertThat(response.header("content-type")).contains("application/json");
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("{\"bookings\"");
        });
    }

    private PagedTest page(long firstId, int size) {
        String[] items = LongStream.range(0, size)
                .mapToObj(i -> Samples.booking(firstId + i, "CONFIRMED"))
                .toArray(String[]::new);
        server.response(200, Samples.object("bookings", items));
        return this;
    }

    private List<Long> firstIndices(int requests) throws InterruptedException {
        List<Long> indices = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            indices.add(Long.valueOf(server.request().getUrl().queryParameter("firstIndex")));
        }
        return indices;
    }
}
