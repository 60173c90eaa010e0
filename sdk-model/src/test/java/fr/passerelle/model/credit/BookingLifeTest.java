package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingLifeTest {

    @ParameterizedTest
    @CsvSource({
        "LIVRE_PAPIER, 2021-09-30T23:59:59Z, 2021-10-30T23:59:59Z, 2021-10-23T23:59:59Z, 2021-10-31",
        "LIVRE_PAPIER, 2021-10-01T00:00:00Z, 2021-10-11T00:00:00Z, 2021-10-06T00:00:00Z, 2021-10-11",
        "PARTITION, 2026-03-02T15:00:00Z, 2026-04-01T15:00:00Z, 2026-03-25T15:00:00Z, 2026-04-02",
        "CARTE_MUSEE, 2020-06-01T00:00:00Z, 2020-07-01T00:00:00Z, 2020-06-24T00:00:00Z, 2020-12-01",
        "VOD, 2026-03-02T15:00:00Z, , ,",
        "CONCERT, 2026-03-02T15:00:00Z, , ,",
        "CINE_VENTE_DISTANCE, 2026-03-02T15:00:00Z, , ,"
    })
    void unusedGoodsExpire(
            String category,
            Instant bookedAt,
            @Nullable Instant expiration,
            @Nullable Instant reminder,
            @Nullable LocalDate run) {
        CategoryId id = CategoryId.of(category);

        assertThat(BookingLife.expiration(id, bookedAt)).isEqualTo(expiration);
        assertThat(BookingLife.reminder(id, bookedAt)).isEqualTo(reminder);
        assertThat(BookingLife.cancelledOn(id, bookedAt)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource({
        "CARTE_MUSEE, 0, false, false, USED",
        "ABO_BIBLIOTHEQUE, 0, false, false, USED",
        "ABO_MEDIATHEQUE, 0, false, false, USED",
        "CARTE_MUSEE, 5, false, false, CONFIRMED",
        "ABO_LUDOTHEQUE, 0, false, false, CONFIRMED",
        "VOD, 5, true, true, USED",
        "VOD, 5, true, false, CONFIRMED",
        "LIVRE_PAPIER, 0, false, false, CONFIRMED"
    })
    void someBookingsAreUsedAtOnce(String category, String euros, boolean url, boolean codes, String status) {
        assertThat(BookingLife.initialStatus(CategoryId.of(category), Price.euros(euros), url, codes)
                        .value())
                .isEqualTo(status);
    }

    @Test
    void anEventCountsAsAttendedMoreThanTwoDaysAfterItsStart() {
        Instant start = Instant.parse("2026-03-01T20:00:00Z");
        Instant twoDays = Instant.parse("2026-03-03T20:00:00Z");

        assertThat(BookingLife.usedByTime(BookingStatus.CONFIRMED, start, twoDays))
                .isFalse();
        assertThat(BookingLife.usedByTime(BookingStatus.CONFIRMED, start, twoDays.plusNanos(1)))
                .isTrue();
        assertThat(BookingLife.usedByTime(BookingStatus.REIMBURSED, start, twoDays.plusNanos(1)))
                .isFalse();
        assertThat(BookingLife.usedByTime(BookingStatus.CONFIRMED, null, twoDays))
                .isFalse();
    }

    @Test
    void theBeneficiaryMayCancelUntilTheLimit() {
        Instant limit = Instant.parse("2026-03-03T12:00:00Z");

        assertThat(BookingLife.cancelRefusal(BookingStatus.CONFIRMED, limit, limit.minusNanos(1)))
                .isNull();
        assertThat(BookingLife.cancelRefusal(BookingStatus.CONFIRMED, limit, limit))
                .isEqualTo(BookingLife.CancelRefusal.CONFIRMED_BOOKING);
        assertThat(BookingLife.cancelRefusal(BookingStatus.REIMBURSED, null, limit))
                .isEqualTo(BookingLife.CancelRefusal.ALREADY_USED);
        assertThat(BookingLife.cancelRefusal(BookingStatus.CANCELLED, limit, limit))
                .isNull();
    }
}
