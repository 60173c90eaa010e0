package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.http.RawRequest;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.value.Countermark;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A closed client says the same in both ways of calling. */
class ClosedClientTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");

    private interface Blocking extends Function<PassCultureClient, @Nullable Object> {}

    private interface ByFuture extends Function<PassCultureClient, CompletableFuture<?>> {}

    static Stream<Arguments> calls() {
        RawRequest raw = RawRequest.get("/public/offers/v1/events/{event_id}", 12);
        return Stream.of(
                both(c -> c.provider().get(), c -> c.provider().async().get()),
                both(c -> c.events().get(12), c -> c.events().async().get(12)),
                both(
                        c -> c.bookings().admit(COUNTERMARK),
                        c -> c.bookings().async().admit(COUNTERMARK)),
                both(
                        c -> c.bookings().list(BookingFilter.ofOffer(1)).toList(),
                        c -> c.bookings().async().list(BookingFilter.ofOffer(1))),
                both(
                        c -> c.attributes().showTypes(),
                        c -> c.attributes().async().showTypes()),
                both(c -> c.raw().send(raw), c -> c.raw().async().send(raw)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void saysThatItIsClosed(Blocking blocking, ByFuture byFuture) throws IOException {
        try (Server server = new Server()) {
            PassCultureClient client = server.client().build();
            client.close();

            Throwable now = catchThrowable(() -> blocking.apply(client));
            Throwable later = catchThrowable(() -> byFuture.apply(client).join());

            assertThat(now).isExactlyInstanceOf(IllegalStateException.class).hasMessage("the client is closed");
            assertThat(later)
                    .cause()
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("the client is closed");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aBeneficiarysClientSaysItToo() throws IOException {
        try (Server server = new Server()) {
            BeneficiaryClient app = server.app().accessToken("token").build();
            app.close();

            assertThat(catchThrowable(app::me))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("the client is closed");
            assertThat(catchThrowable(() -> app.async().me().join()))
                    .cause()
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("the client is closed");
        }
    }

    private static Arguments both(Blocking blocking, ByFuture byFuture) {
        return Arguments.of(blocking, byFuture);
    }
}
