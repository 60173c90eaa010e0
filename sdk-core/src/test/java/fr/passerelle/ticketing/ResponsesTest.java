package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Remaining;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ResponsesTest {

    static final List<Arguments> ROWS = List.of(
            Arguments.of(
                    BookingResponse.tickets(Remaining.of(41), Ticket.of("AB-1")).toDeskResponse(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"AB-1\",\"seat\":null}],\"remainingQuantity\":41}"),
            Arguments.of(
                    BookingResponse.tickets(Remaining.unlimited(), Ticket.of("A", "J12"), Ticket.of("B", "J13"))
                            .toDeskResponse(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"A\",\"seat\":\"J12\"},{\"barcode\":\"B\",\"seat\":\"J13\"}],"
                            + "\"remainingQuantity\":null}"),
            Arguments.of(
                    BookingResponse.tickets(Remaining.of(0), Ticket.of("É\"1", "Côté 🎭"))
                            .toDeskResponse(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"\\u00c9\\\"1\",\"seat\":\"C\\u00f4t\\u00e9 \\ud83c\\udfad\"}],"
                            + "\"remainingQuantity\":0}"),
            Arguments.of(BookingResponse.soldOut().toDeskResponse(), 409, "{\"error\":\"sold_out\"}"),
            Arguments.of(
                    BookingResponse.notEnoughSeats(1).toDeskResponse(),
                    409,
                    "{\"error\":\"not_enough_seats\",\"remainingQuantity\":1}"),
            Arguments.of(BookingResponse.refused().toDeskResponse(), 422, "{\"error\":\"refused\"}"),
            Arguments.of(
                    CancellationResponse.cancelled(Remaining.of(42)).toDeskResponse(),
                    200,
                    "{\"remainingQuantity\":42}"),
            Arguments.of(
                    CancellationResponse.cancelled(Remaining.unlimited()).toDeskResponse(),
                    200,
                    "{\"remainingQuantity\":null}"),
            Arguments.of(CancellationResponse.refused().toDeskResponse(), 422, "{\"error\":\"refused\"}"),
            Arguments.of(DeskOutcome.NOTED.response(), 200, "{}"),
            Arguments.of(DeskOutcome.SIGNATURE_MISSING.response(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.SIGNATURE_MALFORMED.response(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.SIGNATURE_WRONG.response(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.KEYS_UNAVAILABLE.response(), 503, "{\"error\":\"unavailable\"}"),
            Arguments.of(DeskOutcome.BODY_EMPTY.response(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.BODY_TOO_LARGE.response(), 413, "{\"error\":\"too_large\"}"),
            Arguments.of(DeskOutcome.BODY_UNREADABLE.response(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.DOCUMENT_UNREADABLE.response(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.MESSAGE_INVALID.response(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.NO_HANDLER.response(), 501, "{\"error\":\"not_implemented\"}"),
            Arguments.of(DeskOutcome.HANDLER_FAILED.response(), 500, "{}"),
            Arguments.of(DeskOutcome.TICKETS_NOT_PLACES.response(), 500, "{}"),
            Arguments.of(DeskOutcome.DEADLINE_PASSED.response(), 503, "{\"error\":\"timeout\"}"),
            Arguments.of(DeskOutcome.SATURATED.response(), 503, "{\"error\":\"busy\"}"),
            Arguments.of(DeskOutcome.INTERRUPTED.response(), 503, "{\"error\":\"interrupted\"}"),
            Arguments.of(DeskOutcome.CLOSED.response(), 503, "{\"error\":\"closed\"}"));

    @ParameterizedTest
    @FieldSource("ROWS")
    void writesEveryRowToTheByte(DeskResponse response, int status, String body) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.contentType()).isEqualTo("application/json");
    }

    @Test
    void refusesTicketsThatTheServerCannotStore() {
        assertThatThrownBy(() -> Ticket.of("x".repeat(101)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("barcode")
                .hasMessageContaining("100")
                .hasMessageNotContaining("xxx");
        assertThatThrownBy(() -> Ticket.of("A", "x".repeat(101))).hasMessageContaining("seat");
        assertThatThrownBy(() -> Ticket.of("")).hasMessageContaining("barcode");
        assertThatThrownBy(() -> Ticket.of("\ud800")).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> Ticket.of("a\u0000")).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(Ticket.of("🎭".repeat(100)).barcode()).hasSize(200);
    }

    @Test
    void refusesASaleWithoutTickets() {
        assertThatThrownBy(() -> BookingResponse.tickets(Remaining.of(1)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("tickets");
    }

    @Test
    void refusesANegativeRemainder() {
        assertThatThrownBy(() -> BookingResponse.notEnoughSeats(-1)).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void comparesResponsesByWhatTheySay() {
        assertThat(BookingResponse.soldOut())
                .isEqualTo(BookingResponse.soldOut())
                .hasSameHashCodeAs(BookingResponse.soldOut())
                .isNotEqualTo(BookingResponse.refused());
        assertThat(CancellationResponse.cancelled(Remaining.of(1)))
                .isEqualTo(CancellationResponse.cancelled(Remaining.of(1)))
                .isNotEqualTo(CancellationResponse.cancelled(Remaining.of(2)));
    }
}
