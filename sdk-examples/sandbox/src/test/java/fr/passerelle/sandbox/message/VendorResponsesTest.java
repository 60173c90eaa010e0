package fr.passerelle.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.sandbox.message.BookingReply.Issued;
import fr.passerelle.sandbox.message.BookingReply.NotEnoughSeats;
import fr.passerelle.sandbox.message.BookingReply.SoldOut;
import fr.passerelle.sandbox.message.BookingReply.Ticket;
import fr.passerelle.sandbox.message.CancellationReply.Cancelled;
import fr.passerelle.sandbox.message.CancellationReply.Failed;
import fr.passerelle.sandbox.message.RemainingSeats.Seats;
import fr.passerelle.sandbox.message.RemainingSeats.Unlimited;
import fr.passerelle.sandbox.message.RemainingSeats.Untouched;
import fr.passerelle.sandbox.message.VendorReply.Responded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VendorResponsesTest {

    private static final String LONG = "x".repeat(101);

    static Stream<Arguments> bookingResponses() {
        var ticket = List.of(new Ticket("A1", null));
        var refused = new BookingReply.Refused();
        var unhandled = new BookingReply.Unhandled();
        return Stream.of(
                arguments(
                        200, "{'tickets':[{'barcode':'A1'}],'remainingQuantity':7}", new Issued(ticket, new Seats(7))),
                arguments(
                        200,
                        "{'tickets':[{'barcode':'A1','seat':null}],'remainingQuantity':'7'}",
                        new Issued(ticket, new Seats(7))),
                arguments(302, "{'tickets':[{'barcode':'A1'}]}", new Issued(ticket, new Unlimited())),
                arguments(
                        201,
                        "{'tickets':[{'barcode':'A1','seat':'B 12'}],'remainingQuantity':null}",
                        new Issued(List.of(new Ticket("A1", "B 12")), new Unlimited())),
                arguments(200, "{'tickets':[]}", new Issued(List.of(), new Unlimited())),
                arguments(200, "{'tickets':[{'barcode':'A1'}],'remainingQuantity':'unlimited'}", refused),
                arguments(
                        200,
                        "{'tickets':[{'barcode':'A1'}],'remainingQuantity':-1}",
                        new Issued(ticket, new Seats(-1))),
                arguments(200, "{'tickets':[{'barcode':'" + LONG + "'}]}", refused),
                arguments(200, "{'tickets':[{'barcode':'A1','seat':'" + LONG + "'}]}", refused),
                arguments(200, "{'tickets':[{'seat':'B 12'}]}", refused),
                arguments(200, "{'remainingQuantity':3}", refused),
                arguments(200, "<html>", refused),
                arguments(200, "", refused),
                arguments(409, "{'error':'sold_out'}", new SoldOut()),
                arguments(409, "{'error':'not_enough_seats','remainingQuantity':1}", new NotEnoughSeats(1)),
                arguments(409, "{'error':'not_enough_seats'}", refused),
                arguments(409, "{'error':'not_enough_seats','remainingQuantity':'many'}", refused),
                arguments(409, "{'error':'already_cancelled'}", unhandled),
                arguments(409, "{'error':'something'}", refused),
                arguments(409, "not json", refused),
                arguments(400, "{'tickets':[{'barcode':'A1'}]}", refused),
                arguments(500, "", refused));
    }

    @ParameterizedTest
    @MethodSource("bookingResponses")
    void readsAnResponseToABooking(int status, String body, BookingReply expected) {
        assertThat(VendorResponses.toBooking(new Responded(status, body.replace('\'', '"'))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> cancellationResponses() {
        return Stream.of(
                arguments(200, "{'remainingQuantity':7}", new Cancelled(new Seats(7), false)),
                arguments(204, "{'remainingQuantity':null}", new Cancelled(new Unlimited(), false)),
                arguments(200, "{}", new Cancelled(new Unlimited(), false)),
                arguments(200, "done", new Cancelled(new Untouched(), false)),
                arguments(200, "{'remainingQuantity':-1}", new CancellationReply.Unhandled()),
                arguments(204, "", new Cancelled(new Untouched(), false)),
                arguments(409, "{'error':'already_cancelled'}", new Cancelled(new Unlimited(), true)),
                arguments(
                        409, "{'error':'already_cancelled','remainingQuantity':4}", new Cancelled(new Seats(4), true)),
                arguments(409, "{'error':'sold_out'}", new CancellationReply.Unhandled()),
                arguments(409, "{'error':'other'}", new Failed()),
                arguments(302, "{'remainingQuantity':7}", new Failed()),
                arguments(404, "{}", new Failed()),
                arguments(500, "", new Failed()));
    }

    @ParameterizedTest
    @MethodSource("cancellationResponses")
    void readsAnResponseToACancellation(int status, String body, CancellationReply expected) {
        assertThat(VendorResponses.toCancellation(new Responded(status, body.replace('\'', '"'))))
                .isEqualTo(expected);
    }

    @Test
    void leavesOnlyABookingTimeoutUnhandled() {
        assertThat(VendorResponses.toBooking(new VendorReply.TimedOut())).isEqualTo(new BookingReply.Unhandled());
        assertThat(VendorResponses.toBooking(new VendorReply.Unreachable())).isEqualTo(new BookingReply.Refused());
        assertThat(VendorResponses.toBooking(new VendorReply.Broken())).isEqualTo(new BookingReply.Refused());
        assertThat(VendorResponses.toCancellation(new VendorReply.TimedOut())).isEqualTo(new Failed());
        assertThat(VendorResponses.toCancellation(new VendorReply.Unreachable()))
                .isEqualTo(new Failed());
    }
}
