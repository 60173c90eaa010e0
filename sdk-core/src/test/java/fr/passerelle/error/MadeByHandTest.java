package fr.passerelle.error;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.RawResponse;
import fr.passerelle.model.app.BookingRefusal;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.rule.PasserelleException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever tests code of their own makes any exception of the family by hand. */
class MadeByHandTest {

    private static final CallSite USE =
            CallSite.of("ValidateBookingByToken", "PATCH", "/public/bookings/v1/use/token/{token}");
    private static final ErrorResponse GONE =
            ErrorResponse.of(USE, 410, Map.of("booking", List.of("Cette réservation a été annulée")));

    static Stream<PasserelleException> made() {
        return Stream.of(
                new BadRequestException(GONE),
                new BookingRefusedException(GONE, BookingRefusal.ALREADY_BOOKED),
                new AuthenticationException(GONE),
                new ForbiddenException(GONE),
                new NotFoundException(GONE),
                new GoneException(GONE),
                new PreconditionFailedException(GONE),
                new RefusedException(GONE, Refusal.FULL),
                new ThrottledException(GONE),
                new ServerException(GONE),
                new UnexpectedStatusException(GONE),
                new UnreadableResponseException(USE, "/id", "no long", new RawResponse(200, Map.of(), new byte[0], 1)),
                new TransportException(USE, "the connection failed", false, true, true, null),
                new DeadlineException(USE, "while connecting", false, null),
                new CircuitOpenException(USE, Duration.ofSeconds(3), false),
                new CallInterruptedException(USE, true));
    }

    @ParameterizedTest
    @MethodSource("made")
    void saysWhatItIsAbout(PasserelleException made) {
        assertThat(made).hasMessageStartingWith("ValidateBookingByToken (PATCH ");
    }

    @Test
    void anErrorsTextsAreInTheMessage() {
        GoneException gone = new GoneException(GONE);

        assertThat(gone.errors()).containsEntry("booking", List.of("Cette réservation a été annulée"));
        assertThat(gone).hasMessageEndingWith("got status 410: booking: Cette réservation a été annulée");
        assertThat(gone.response().status()).isEqualTo(410);
        assertThat(GONE)
                .hasToString("ErrorResponse[ValidateBookingByToken (PATCH "
                        + "/public/bookings/v1/use/token/{token}) got status 410]");
    }

    @Test
    void aRefusedBookingSaysWhatIsAgainstIt() {
        assertThat(new BookingRefusedException(GONE, BookingRefusal.of("NEW_RULE")).refusal())
                .isEqualTo(BookingRefusal.of("NEW_RULE"));
    }
}
