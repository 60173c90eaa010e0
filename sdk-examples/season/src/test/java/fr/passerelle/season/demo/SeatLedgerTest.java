package fr.passerelle.season.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.season.demo.SeatLedger.Scan;
import fr.passerelle.ticketing.Beneficiary;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatLedgerTest {

    private static final long DATE = 7001;

    private final SeatLedger seats = new SeatLedger();

    private static BookingMessage booking(int quantity) {
        return BookingMessage.builder()
                .creationDate(Instant.parse("2026-11-23T05:00:00Z"))
                .quantity(quantity)
                .offerId(1)
                .offerName("Le Cid")
                .price(Price.cents(800))
                .stockId(DATE)
                .venueId(1)
                .venueName("Théâtre")
                .beneficiary(new Beneficiary("A", "B", "a@example.org", Optional.empty(), LocalDate.of(2008, 1, 1)))
                .build();
    }

    private List<String> sold(int quantity) {
        return seats.sell(booking(quantity)).tickets().stream()
                .map(Ticket::barcode)
                .toList();
    }

    @Test
    void sellsATicketForEachPlaceWithABarcodeOfItsOwn() {
        seats.open(DATE, 20);
        assertThat(sold(2)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void saysHowManyPlacesAreLeftWhenThereAreNotEnough() {
        seats.open(DATE, 1);
        assertThat(seats.sell(booking(2))).isEqualTo(BookingResponse.notEnoughSeats(1));
        assertThat(sold(1)).hasSize(1);
        assertThat(seats.sell(booking(1))).isEqualTo(BookingResponse.soldOut());
    }

    @Test
    void sellsEveryPlaceOnceToACrowd() {
        seats.open(DATE, 50);
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(beneficiary -> sold(1))
                        .flatMap(List::stream)
                        .toList())
                .hasSize(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesPlacesBackOnce() {
        seats.open(DATE, 2);
        List<String> barcodes = sold(2);
        assertThat(seats.release(barcodes)).isEqualTo(CancellationResponse.cancelled(Remaining.of(2)));
        assertThat(seats.release(barcodes)).isEqualTo(CancellationResponse.cancelled(Remaining.of(2)));
    }

    @Test
    void acceptsBarcodesThatItNeverIssued() {
        seats.open(DATE, 2);
        assertThat(seats.release(List.of(DATE + "-99"))).isEqualTo(CancellationResponse.cancelled(Remaining.of(2)));
        assertThat(seats.release(List.of("somebody else's")))
                .isEqualTo(CancellationResponse.cancelled(Remaining.of(0)));
    }

    @Test
    void letsATicketInOnce() {
        seats.open(DATE, 2);
        String barcode = sold(1).get(0);
        assertThat(seats.scan(barcode)).isEqualTo(Scan.ADMITTED);
        assertThat(seats.scan(barcode)).isEqualTo(Scan.ALREADY_IN);
    }

    @Test
    void letsNobodyInWithAVoidTicket() {
        seats.open(DATE, 2);
        List<String> barcodes = sold(1);
        seats.release(barcodes);
        assertThat(seats.scan(barcodes.get(0))).isEqualTo(Scan.VOID);
    }
}
