package fr.passerelle.jdbc;

import static fr.passerelle.model.booking.BookingStatus.CANCELLED;
import static fr.passerelle.model.booking.BookingStatus.CONFIRMED;
import static fr.passerelle.model.booking.BookingStatus.REIMBURSED;
import static fr.passerelle.model.booking.BookingStatus.USED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.RecordedSale;
import fr.passerelle.ticketing.Beneficiary;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.NotificationAction;
import fr.passerelle.ticketing.NotificationMessage;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the records tell a reconciler, on a database. */
abstract class JdbcRecordsContract {

    private static final Instant BOOKED = Instant.parse("2027-03-08T09:15:42.123456Z");
    private static final Instant LATER = BOOKED.plusSeconds(60);
    private static final BookingScope VENUE = BookingScope.venue(42);
    private static final String PERSON = "camille@example.org";

    private final BookingKeys keys = BookingKeys.under("a secret of the box office");
    private DataSource database = H2.regular();
    private JdbcBookingRecords records = new JdbcBookingRecords(database, keys);

    /** A database with empty tables. */
    protected abstract DataSource emptyDatabase();

    @BeforeEach
    void open() {
        database = emptyDatabase();
        records = new JdbcBookingRecords(database, keys);
    }

    @Test
    void knowsWhatNotificationsTold() {
        assertThat(records.status(booking(7, CONFIRMED))).isEmpty();

        records.note(news(NotificationAction.BOOK));
        assertThat(records.status(booking(7, USED))).contains(CONFIRMED);

        records.note(news(NotificationAction.CANCEL));
        records.note(news(NotificationAction.BOOK)); // late
        records.note(news(NotificationAction.of("POSTPONE")));
        assertThat(records.status(booking(7, USED))).contains(CANCELLED);
    }

    @Test
    void knowsACancellationOfABookingThatItWasNotToldOf() {
        records.note(news(NotificationAction.CANCEL));

        assertThat(records.status(booking(7, CONFIRMED))).contains(CANCELLED);
    }

    @Test
    void knowsWhatTheLedgerSold() {
        TicketLedger ledger = new JdbcTicketLedger(database);
        var attempt = keys.attempt(message());
        ledger.claim(attempt);
        assertThat(records.status(booking(7, CONFIRMED))).as("held").isEmpty();
        assertThat(records.withoutId(VENUE, LATER)).isEmpty();

        ledger.give(attempt.key(), List.of(Ticket.of("A")), Remaining.unlimited());
        assertThat(records.status(booking(7, CONFIRMED))).contains(CONFIRMED);
        assertThat(records.withoutId(VENUE, LATER)).containsExactly(new RecordedSale(attempt.key(), 7001, 1));

        ledger.cancelled(List.of("A"));
        assertThat(records.status(booking(7, CONFIRMED))).contains(CANCELLED);
        assertThat(records.withoutId(VENUE, LATER)).isEmpty();
    }

    @Test
    void takesOverWhatTheProgrammeHas() {
        records.note(news(NotificationAction.BOOK));
        assertThat(records.withoutId(VENUE, BOOKED)).isEmpty();
        assertThat(records.withoutId(BookingScope.offer(9001), LATER)).hasSize(1);
        assertThat(records.withoutId(BookingScope.offer(9002), LATER)).isEmpty();

        records.save(booking(7, CONFIRMED));
        records.save(booking(7, USED));

        assertThat(records.withoutId(VENUE, LATER)).isEmpty();
        assertThat(records.status(booking(7, CONFIRMED))).contains(USED);
    }

    @Test
    void keepsABookingThatItNeverHeardOfAndKnowsItByItsIdFromThenOn() {
        records.save(booking(7, BookingStatus.of("POSTPONED")));
        Booking withAnotherAddress =
                builder(7, CONFIRMED).userEmail("new@example.org").build();

        assertThat(records.status(withAnotherAddress)).contains(BookingStatus.of("POSTPONED"));
        records.save(withAnotherAddress);
        assertThat(records.status(booking(7, USED))).contains(CONFIRMED);
    }

    @Test
    void knowsABookingWhoseBeneficiaryHasANewAddress() {
        records.note(news(NotificationAction.BOOK));
        Booking withAnotherAddress =
                builder(7, USED).userEmail("new@example.org").build();

        assertThat(records.status(withAnotherAddress)).contains(CONFIRMED);
        records.save(withAnotherAddress);
        assertThat(records.withoutId(VENUE, LATER)).isEmpty();
    }

    @Test
    void tellsTwoVisitorsApartWhoBookedAtTheSameMoment() {
        records.note(news(NotificationAction.BOOK));
        records.save(booking(7, CONFIRMED));
        Booking other = builder(8, USED).userEmail("other@example.org").build();

        assertThat(records.status(other)).isEmpty();
        records.save(other);
        assertThat(records.status(other)).contains(USED);
        assertThat(records.status(booking(7, USED))).contains(CONFIRMED);
    }

    @Test
    void findsNoOrphanInWhatTheProgrammeHas() {
        TicketLedger ledger = new JdbcTicketLedger(database);
        ledger.claim(keys.attempt(message()));
        assertThat(ledger.orphans(LATER)).hasSize(1);

        records.save(booking(7, CONFIRMED));
        assertThat(ledger.orphans(LATER)).isEmpty();

        records.save(booking(7, CANCELLED));
        assertThat(ledger.orphans(LATER)).hasSize(1);
    }

    @Test
    void findsTheNextOpenOne() {
        List<BookingStatus> states = List.of(CANCELLED, CONFIRMED, REIMBURSED, USED);
        for (int i = 0; i < states.size(); i++) {
            records.save(builder(i + 1, states.get(i))
                    .creationDate(BOOKED.plusSeconds(i))
                    .build());
        }

        assertThat(records.nextOpen(VENUE, 1)).hasValue(2);
        assertThat(records.nextOpen(VENUE, 3)).hasValue(4);
        assertThat(records.nextOpen(VENUE, 5)).isEmpty();
        assertThat(records.nextOpen(BookingScope.offer(9001), 1)).hasValue(2);
        assertThat(records.nextOpen(BookingScope.venue(43), 1)).isEmpty();
    }

    @Test
    void keepsAWatermarkForEachScope() {
        assertThat(records.watermark(VENUE)).isZero();
        records.watermark(VENUE, 7);
        records.watermark(VENUE, 3_000_000_000L);
        records.watermark(BookingScope.offer(42), 1);

        assertThat(records.watermark(VENUE)).isEqualTo(3_000_000_000L);
        assertThat(records.watermark(BookingScope.offer(42))).isEqualTo(1);
    }

    @Test
    void keepsNobodysName() {
        records.note(news(NotificationAction.BOOK));
        records.save(booking(7, CONFIRMED));
        new JdbcTicketLedger(database)
                .claim(keys.attempt(BookingMessage.builder()
                        .from(message())
                        .creationDate(LATER)
                        .build()));

        List<String> rows = new Transactions(database)
                .run(transaction -> transaction.list("SELECT * FROM passerelle_booking", row -> {
                    StringBuilder text = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        text.append(row.getString(column)).append(' ');
                    }
                    return text.toString();
                }));

        assertThat(rows)
                .hasSize(2)
                .noneMatch(row -> row.toLowerCase(java.util.Locale.ROOT).matches(".*(camille|exemple|2008-06-21).*"));
    }

    private static NotificationMessage news(NotificationAction action) {
        return new NotificationMessage(action, message());
    }

    private static BookingMessage message() {
        return BookingMessage.builder()
                .creationDate(BOOKED)
                .quantity(1)
                .offerId(9001)
                .offerName("Le Bourgeois gentilhomme")
                .price(Price.cents(2500))
                .stockId(7001)
                .venueId(42)
                .venueName("Théâtre de l'Exemple")
                .beneficiary(new Beneficiary("Camille", "Exemple", PERSON, Optional.empty(), LocalDate.of(2008, 6, 21)))
                .build();
    }

    private static Booking booking(long id, BookingStatus status) {
        return builder(id, status).build();
    }

    private static Booking.Builder builder(long id, BookingStatus status) {
        Booking.Builder booking = Booking.builder();
        booking.id(id)
                .quantity(1)
                .creationDate(BOOKED)
                .unitPrice(Price.cents(2500))
                .status(status)
                .offerId(9001)
                .stockId(7001)
                .offerName("Le Bourgeois gentilhomme")
                .venueId(42)
                .venueName("Théâtre de l'Exemple")
                .userEmail(PERSON);
        return booking;
    }
}
