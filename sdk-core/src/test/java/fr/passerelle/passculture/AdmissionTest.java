package fr.passerelle.passculture;

import static fr.passerelle.passculture.Admission.Outcome.ADMITTED;
import static fr.passerelle.passculture.Admission.Outcome.ALREADY_USED;
import static fr.passerelle.passculture.Admission.Outcome.CANCELLED;
import static fr.passerelle.passculture.Admission.Outcome.CLOSED;
import static fr.passerelle.passculture.Admission.Outcome.PAID_OUT;
import static fr.passerelle.passculture.Admission.Outcome.TOO_EARLY;
import static fr.passerelle.passculture.Admission.Outcome.UNCERTAIN;
import static fr.passerelle.passculture.Admission.Outcome.UNKNOWN;
import static fr.passerelle.passculture.Admission.Outcome.USED_OR_CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallSite;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.ServerException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.Admission.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A beneficiary at the door: what is read, what is used, and what the doorkeeper hears. */
class AdmissionTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final String READ = "GET /public/bookings/v1/token/ABC234";
    private static final String USE = "PATCH /public/bookings/v1/use/token/ABC234";
    private static final String STATE = "GET /public/bookings/v1/bookings?offerId=12&stockId=77&firstIndex=501&limit=1";

    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().time(new VirtualTime()).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Admission admit() {
        return client.bookings().admit(COUNTERMARK);
    }

    private AdmissionTest read() {
        server.response(200, Samples.booking(501, "CONFIRMED"));
        return this;
    }

    private AdmissionTest use(int status, String body) {
        server.response(status, body);
        return this;
    }

    private AdmissionTest state(String status) {
        server.response(200, Samples.object("bookings", Samples.booking(501, status)));
        return this;
    }

    private List<String> requests() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = server.requests(); i > 0; i--) {
            var request = server.request();
            lines.add(request.getMethod() + " " + request.getTarget());
        }
        return lines;
    }

    @Test
    void readsThenUses() throws InterruptedException {
        read().use(204, "");

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(ADMITTED);
        assertThat(admission.admitted()).isTrue();
        assertThat(admission.settled()).isFalse();
        assertThat(admission.booking()).get().matches(Booking::used);
        assertThat(admission.failure()).isEmpty();
        assertThat(requests()).containsExactly(READ, USE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "410 | {\"booking\":\"text\"}   | USED_OR_CANCELLED",
                "404 | {\"global\":\"text\"}    | UNKNOWN",
                "403 | {\"payment\":\"text\"}   | PAID_OUT",
                "403 | {\"booking\":\"text\"}   | TOO_EARLY",
                "403 | {\"booking\":[\"text\"]} | CLOSED",
            })
    void tellsWhyNotFromTheReadAlone(int status, String body, Outcome outcome) throws InterruptedException {
        server.response(status, body);

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(outcome);
        assertThat(admission.admitted()).isFalse();
        assertThat(admission.booking()).isEmpty();
        assertThat(admission.admissibleFrom()).isEmpty();
        assertThat(admission.serverMessage()).contains("text");
        assertThat(admission).hasToString("Admission[" + outcome + "]");
        assertThat(requests()).containsExactly(READ);
    }

    @Test
    void aVendorWhoMayNotCallAtAllIsNoResponseAboutTheBeneficiary() {
        server.response(403, "{\"auth\":[\"Inactive provider\"]}");
        assertThatThrownBy(this::admit).isInstanceOf(ForbiddenException.class);

        read().use(401, "{\"auth\":\"API key required\"}");
        assertThatThrownBy(this::admit).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aDoorThatCannotReadThrowsAndHasUsedNothing() throws InterruptedException {
        use(500, "{}").use(500, "{}").use(500, "{}");

        assertThatThrownBy(this::admit).isInstanceOf(ServerException.class);
        assertThat(requests()).containsExactly(READ, READ, READ);
    }

    @Test
    void aUseWhoseResponseIsLostIsSentAgain() throws InterruptedException {
        read().use(500, "{}").use(204, "");

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(ADMITTED);
        assertThat(admission.settled()).isTrue();
        assertThat(requests()).containsExactly(READ, USE, USE);
    }

    /** Nothing tells whether the first try did it, or another door in the same seconds. */
    @Test
    void aBookingThatIsUsedAfterALostResponseMayBeUsedByAnotherDoor() throws InterruptedException {
        read().use(500, "{}").use(410, "{\"booking\":\"used\"}").state("USED");

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(UNCERTAIN);
        assertThat(admission.booking()).get().matches(Booking::used);
        assertThat(requests()).containsExactly(READ, USE, USE, STATE);
    }

    @Test
    void aBeneficiaryWhoCancelsInBetweenIsNotAdmitted() {
        read().use(503, "{}").use(410, "{\"booking\":\"cancelled\"}").state("CANCELLED");

        assertThat(admit().outcome()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"USED, ALREADY_USED", "CANCELLED, CANCELLED", "REIMBURSED, PAID_OUT", "HOLOGRAM, USED_OR_CANCELLED"})
    void anotherDoorWasFaster(String status, Outcome outcome) {
        read().use(410, "{\"booking\":\"gone\"}").state(status);

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(outcome);
        assertThat(admission.booking()).get().extracting(Booking::id).isEqualTo(501L);
    }

    @Test
    void anotherDoorWasFasterAndNothingMoreIsKnown() {
        read().use(410, "{\"booking\":\"gone\"}").use(403, "{}");

        assertThat(admit().outcome()).isEqualTo(USED_OR_CANCELLED);
    }

    @Test
    void anEventThatWasMovedInBetweenTellsFromWhen() {
        read().use(403, "{\"booking\":\"not before 20:00\"}").state("CONFIRMED");

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(TOO_EARLY);
        assertThat(admission.admissibleFrom()).contains(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(admission).hasToString("Admission[TOO_EARLY, booking 501]");
    }

    @Test
    void whatCannotBeSettledIsUncertain() {
        read().use(500, "{}").use(500, "{}").use(500, "{}").use(404, "{}");

        Admission admission = admit();

        assertThat(admission.outcome()).isEqualTo(UNCERTAIN);
        assertThat(admission.failure()).get().isInstanceOf(ServerException.class);
        assertThat(admission.booking()).isPresent();
    }

    @Test
    void whatWasNotSentIsNotUncertain() {
        read().use(429, "{}").use(429, "{}").use(429, "{}");

        assertThatThrownBy(this::admit).hasMessageContaining("429");
    }

    @Test
    void theFutureHearsTheSame() {
        read().use(500, "{}").use(204, "");

        assertThat(client.bookings().async().admit(COUNTERMARK).join().settled())
                .isTrue();
    }

    @Test
    void everyOutcomeIsShownHere() {
        assertThat(Outcome.values())
                .containsExactlyInAnyOrder(
                        ADMITTED,
                        ALREADY_USED,
                        CANCELLED,
                        USED_OR_CANCELLED,
                        TOO_EARLY,
                        PAID_OUT,
                        CLOSED,
                        UNKNOWN,
                        UNCERTAIN);
    }

    @Test
    void theDoorSaysWhyThereIsNoBooking() {
        server.response(410, "{\"booking\":\"used\"}");

        Admission gone = admit();

        assertThat(gone.booking()).isEmpty();
        assertThat(gone.explanation(Locale.ENGLISH))
                .isEqualTo(
                        "Already used, or the booking is cancelled. The programme no longer shows a booking for it.");
        assertThat(gone.explanation(Locale.CANADA_FRENCH))
                .isEqualTo("Déjà utilisée, ou la réservation est annulée. Le programme ne montre plus de réservation"
                        + " pour elle.");
    }

    @ParameterizedTest
    @EnumSource
    void anyAdmissionCanBeMadeByHand(Outcome outcome) {
        read();
        Booking booking = client.bookings().byCountermark(COUNTERMARK);
        GoneException failure = new GoneException(ErrorResponse.of(
                CallSite.of("GetBookingByToken", "GET", "/public/bookings/v1/token/{token}"), 410, Map.of()));

        Admission made =
                outcome == ADMITTED ? Admission.admitted(booking, false) : Admission.refused(outcome, booking, failure);

        assertThat(made.outcome()).isEqualTo(outcome);
        assertThat(made.explanation(Locale.ENGLISH)).matches("[A-Z].*\\.");
        assertThat(made.explanation(Locale.FRENCH)).matches("\\p{Lu}.*\\.").isNotEqualTo(made.explanation(Locale.ROOT));
    }

    @Test
    void nobodyIsRefusedAndAdmitted() {
        GoneException failure = new GoneException(ErrorResponse.of(CallSite.of("A", "GET", "/a"), 410, Map.of()));

        assertThatThrownBy(() -> Admission.refused(ADMITTED, null, failure))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
