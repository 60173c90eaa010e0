package fr.passerelle.model.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingWindowsTest {

    private static final Instant LIMIT = Instant.parse("2026-03-02T18:00:00Z");
    private static final Instant BEFORE = LIMIT.minusMillis(1);

    @ParameterizedTest(name = "{0} of a {1} product: {2}")
    @CsvSource({
        "USE, CONFIRMED, allowed",
        "USE, USED, ALREADY_USED",
        "USE, CANCELLED, CANCELLED",
        "USE, REIMBURSED, REIMBURSED",
        "USE, ON_HOLD, UNKNOWN_STATUS",
        "KEEP, CONFIRMED, NOT_USED",
        "KEEP, USED, allowed",
        "KEEP, CANCELLED, CANCELLED",
        "KEEP, REIMBURSED, REIMBURSED",
        "CANCEL, CONFIRMED, allowed",
        "CANCEL, USED, ALREADY_USED",
        "CANCEL, CANCELLED, CANCELLED",
        "CANCEL, REIMBURSED, REIMBURSED"
    })
    void followsTheTableOfStates(BookingAction action, String status, String expected) {
        Verdict verdict = action.judge(BookingStatus.of(status), null, LIMIT);

        assertThat(verdict.allowed() ? "allowed" : String.valueOf(verdict.reason()))
                .isEqualTo(expected);
    }

    @Test
    void anEventIsUsableFromTheInstantAtWhichTheBeneficiaryCanNoLongerCancel() {
        assertThat(booking(BookingStatus.CONFIRMED, LIMIT).mayBeUsed(BEFORE))
                .isEqualTo(new Verdict(Verdict.Reason.VISITOR_MAY_STILL_CANCEL, LIMIT));
        assertThat(booking(BookingStatus.CONFIRMED, LIMIT).mayBeUsed(LIMIT).allowed())
                .isTrue();
    }

    @Test
    void anEventIsCancellableUntilThatInstant() {
        assertThat(booking(BookingStatus.CONFIRMED, LIMIT)
                        .mayBeCancelledByVendor(BEFORE)
                        .allowed())
                .isTrue();
        assertThat(booking(BookingStatus.CONFIRMED, LIMIT).mayBeCancelledByVendor(LIMIT))
                .isEqualTo(new Verdict(Verdict.Reason.CANCELLATION_LIMIT_PASSED, LIMIT));
    }

    @Test
    void anAdmissionCanBeTakenBackWhateverTheTime() {
        assertThat(booking(BookingStatus.USED, LIMIT).mayBeKept(BEFORE).allowed())
                .isTrue();
    }

    @ParameterizedTest(name = "booked {0} before the event: final {1} after the booking")
    @CsvSource({"P10D, PT48H", "P4D, PT48H", "P3D, PT24H", "PT48H, PT0S", "PT1H, PT0S"})
    void aBookingBecomesFinalTwoDaysAfterItOrBeforeTheEvent(Duration ahead, Duration after) {
        Instant booked = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(CancellationLimit.of(booked, booked.plus(ahead))).isEqualTo(booked.plus(after));
    }

    @Test
    void movingAnEventReopensTheWindowWithoutALowerBound() {
        Instant moved = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(CancellationLimit.afterMove(moved, moved.plus(Duration.ofHours(1))))
                .isEqualTo(moved.plus(Duration.ofHours(1)));
        assertThat(CancellationLimit.afterMove(moved, moved.plus(Duration.ofDays(9))))
                .isEqualTo(moved.plus(Duration.ofHours(48)));
    }

    @Test
    void twoPlacesCostTwice() {
        assertThat(booking(BookingStatus.CONFIRMED, null).totalPrice()).isEqualTo(Price.euros("50"));
    }

    /** Found when it is read, not when the total is asked for. */
    @Test
    void aTotalBeyondAllMoneyIsNoBooking() {
        Booking.Builder absurd = Booking.builder().from(booking(BookingStatus.CONFIRMED, null));
        absurd.unitPrice(Price.cents(Long.MAX_VALUE));

        assertThatThrownBy(absurd::build).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void tellsNothingAboutThePerson() {
        assertThat(booking(BookingStatus.USED, LIMIT).toString())
                .contains("offerName=Le Bourgeois gentilhomme")
                .doesNotContain("Zoé", "Durand", "example.org", "2008", "0601", "75019");
    }

    private static Booking booking(BookingStatus status, @Nullable Instant limit) {
        return Booking.builder()
                .id(1)
                .quantity(2)
                .creationDate(Instant.parse("2026-02-28T18:00:00Z"))
                .cancellationLimit(limit)
                .unitPrice(Price.euros("25"))
                .status(status)
                .offerId(2)
                .stockId(3)
                .offerName("Le Bourgeois gentilhomme")
                .venueId(4)
                .venueName("Théâtre")
                .userEmail("zoe@example.org")
                .userFirstName("Zoé")
                .userLastName("Durand")
                .userBirthDate(LocalDate.of(2008, 2, 29))
                .userPhoneNumber("+33601020304")
                .userPostalCode("75019")
                .build();
    }
}
