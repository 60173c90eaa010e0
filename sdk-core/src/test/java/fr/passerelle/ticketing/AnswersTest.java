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

class AnswersTest {

    static final List<Arguments> ROWS = List.of(
            Arguments.of(
                    BookingAnswer.tickets(Remaining.of(41), Ticket.of("AB-1")).toDeskAnswer(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"AB-1\",\"seat\":null}],\"remainingQuantity\":41}"),
            Arguments.of(
                    BookingAnswer.tickets(Remaining.unlimited(), Ticket.of("A", "J12"), Ticket.of("B", "J13"))
                            .toDeskAnswer(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"A\",\"seat\":\"J12\"},{\"barcode\":\"B\",\"seat\":\"J13\"}],"
                            + "\"remainingQuantity\":null}"),
            Arguments.of(
                    BookingAnswer.tickets(Remaining.of(0), Ticket.of("É\"1", "Côté 🎭"))
                            .toDeskAnswer(),
                    200,
                    "{\"tickets\":[{\"barcode\":\"\\u00c9\\\"1\",\"seat\":\"C\\u00f4t\\u00e9 \\ud83c\\udfad\"}],"
                            + "\"remainingQuantity\":0}"),
            Arguments.of(BookingAnswer.soldOut().toDeskAnswer(), 409, "{\"error\":\"sold_out\"}"),
            Arguments.of(
                    BookingAnswer.notEnoughSeats(1).toDeskAnswer(),
                    409,
                    "{\"error\":\"not_enough_seats\",\"remainingQuantity\":1}"),
            Arguments.of(BookingAnswer.refused().toDeskAnswer(), 422, "{\"error\":\"refused\"}"),
            Arguments.of(
                    CancellationAnswer.cancelled(Remaining.of(42)).toDeskAnswer(), 200, "{\"remainingQuantity\":42}"),
            Arguments.of(
                    CancellationAnswer.cancelled(Remaining.unlimited()).toDeskAnswer(),
                    200,
                    "{\"remainingQuantity\":null}"),
            Arguments.of(
                    CancellationAnswer.alreadyCancelled(Remaining.of(7)).toDeskAnswer(),
                    409,
                    "{\"error\":\"already_cancelled\",\"remainingQuantity\":7}"),
            Arguments.of(
                    CancellationAnswer.alreadyCancelled(Remaining.unlimited()).toDeskAnswer(),
                    409,
                    "{\"error\":\"already_cancelled\",\"remainingQuantity\":null}"),
            Arguments.of(CancellationAnswer.refused().toDeskAnswer(), 422, "{\"error\":\"refused\"}"),
            Arguments.of(DeskOutcome.ANSWERED.answer(), 200, "{}"),
            Arguments.of(DeskOutcome.SIGNATURE_MISSING.answer(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.SIGNATURE_MALFORMED.answer(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.SIGNATURE_WRONG.answer(), 401, "{\"error\":\"unauthorized\"}"),
            Arguments.of(DeskOutcome.BODY_EMPTY.answer(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.BODY_TOO_LARGE.answer(), 413, "{\"error\":\"too_large\"}"),
            Arguments.of(DeskOutcome.BODY_UNREADABLE.answer(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.DOCUMENT_UNREADABLE.answer(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.MESSAGE_INVALID.answer(), 400, "{\"error\":\"bad_request\"}"),
            Arguments.of(DeskOutcome.NO_HANDLER.answer(), 501, "{\"error\":\"not_implemented\"}"),
            Arguments.of(DeskOutcome.HANDLER_FAILED.answer(), 500, "{}"),
            Arguments.of(DeskOutcome.TICKETS_NOT_PLACES.answer(), 500, "{}"),
            Arguments.of(DeskOutcome.DEADLINE_PASSED.answer(), 503, "{\"error\":\"timeout\"}"),
            Arguments.of(DeskOutcome.SATURATED.answer(), 503, "{\"error\":\"busy\"}"),
            Arguments.of(DeskOutcome.INTERRUPTED.answer(), 503, "{\"error\":\"interrupted\"}"),
            Arguments.of(DeskOutcome.CLOSED.answer(), 503, "{\"error\":\"closed\"}"));

    @ParameterizedTest
    @FieldSource("ROWS")
    void writesEveryRowToTheByte(DeskAnswer answer, int status, String body) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.contentType()).isEqualTo("application/json");
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
        assertThatThrownBy(() -> BookingAnswer.tickets(Remaining.of(1)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("tickets");
    }

    @Test
    void refusesANegativeRemainder() {
        assertThatThrownBy(() -> BookingAnswer.notEnoughSeats(-1)).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void comparesAnswersByWhatTheySay() {
        assertThat(BookingAnswer.soldOut())
                .isEqualTo(BookingAnswer.soldOut())
                .hasSameHashCodeAs(BookingAnswer.soldOut())
                .isNotEqualTo(BookingAnswer.refused());
        assertThat(CancellationAnswer.cancelled(Remaining.of(1)))
                .isEqualTo(CancellationAnswer.cancelled(Remaining.of(1)))
                .isNotEqualTo(CancellationAnswer.cancelled(Remaining.of(2)));
    }
}
