package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BookingAttemptTest {

    private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");
    private static final CreditLedger CREDIT = CreditLedger.builder()
            .scheme(Scheme.GRANT_17_18)
            .amount(Price.euros("150"))
            .expiresAt(NOW.plusSeconds(1))
            .build();

    private static BookingAttempt.Builder attempt(CategoryId category, String euros, int quantity) {
        return BookingAttempt.builder()
                .addRoles(Role.BENEFICIARY)
                .ledger(CREDIT)
                .asked(Spending.of(category, Price.euros(euros))
                        .quantity(quantity)
                        .build());
    }

    private static BookingAttempt.Builder concert(String euros) {
        return attempt(CategoryId.CONCERT, euros, 1);
    }

    @Test
    void theFirstRefusalOfTheServersOrderWins() {
        Stock over = Stock.builder().beginning(NOW).build();
        BookingAttempt.Builder all = BookingAttempt.builder()
                .asked(Spending.of(CategoryId.JEU_EN_LIGNE, Price.FREE)
                        .quantity(3)
                        .build())
                .addSameOffer(BookingStatus.USED)
                .stock(over);

        assertThat(refusal(all)).isEqualTo(Refusal.OFFER_CATEGORY_NOT_BOOKABLE_BY_USER);
        Spending threeFreePlaces =
                Spending.of(CategoryId.CONCERT, Price.FREE).quantity(3).build();
        assertThat(refusal(all.asked(threeFreePlaces))).isEqualTo(Refusal.CANNOT_BOOK_FREE_OFFERS);
        assertThat(refusal(all.addRoles(Role.FREE_BENEFICIARY))).isEqualTo(Refusal.ALREADY_BOOKED);
        assertThat(refusal(all.sameOffer(List.of(BookingStatus.CANCELLED)))).isEqualTo(Refusal.QUANTITY_INVALID);
        Spending one = Spending.of(CategoryId.CONCERT, Price.euros("1")).build();
        assertThat(refusal(all.asked(one))).isEqualTo(Refusal.STOCK_NOT_BOOKABLE);
        assertThat(refusal(all.stock(Stock.builder().build()))).isEqualTo(Refusal.INSUFFICIENT_FUNDS);
        assertThat(refusal(all.ledger(CREDIT))).isNull();
    }

    private static @Nullable Refusal refusal(BookingAttempt.Builder attempt) {
        return attempt.build().refusal(NOW, Interpretation.SERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, true",
        "2, false, false",
        "1, true, true",
        "2, true, true",
        "3, true, false",
        "0, true, false",
        "0, false, false"
    })
    void takesOnePlaceOrTwoOfAnOfferForTwo(int quantity, boolean duo, boolean allowed) {
        assertThat(attempt(CategoryId.CONCERT, "10", quantity)
                        .duoOffer(duo)
                        .build()
                        .allowed(NOW))
                .isEqualTo(allowed);
    }

    @Test
    void anyStateButCancelledBlocksTheSameOffer() {
        for (BookingStatus status : BookingStatus.values()) {
            assertThat(concert("10").addSameOffer(status).build().allowed(NOW))
                    .as(status.value())
                    .isEqualTo(status.equals(BookingStatus.CANCELLED));
        }
    }

    @Test
    void aStockMustBeOpenReleasedAndNotSoldOut() {
        assertThat(with(Stock.builder().bookingLimit(NOW))).isFalse();
        assertThat(with(Stock.builder().bookingLimit(NOW.plusNanos(1)))).isTrue();
        assertThat(with(Stock.builder().beginning(NOW))).isFalse();
        assertThat(with(Stock.builder().bookingOpens(NOW))).isTrue();
        assertThat(with(Stock.builder().bookingOpens(NOW.plusNanos(1)))).isFalse();
        assertThat(with(Stock.builder().remaining(0L))).isFalse();
        assertThat(with(Stock.builder().remaining(1L))).isTrue();
        assertThat(with(Stock.builder().deleted(true))).isFalse();
        assertThat(with(Stock.builder().released(false))).isFalse();
        assertThat(attempt(CategoryId.CONCERT, "10", 2)
                        .duoOffer(true)
                        .stock(Stock.builder().remaining(1L).build())
                        .build()
                        .allowed(NOW))
                .isFalse();
    }

    private static boolean with(Stock.Builder stock) {
        return concert("10").stock(stock.build()).build().allowed(NOW);
    }

    @Test
    void aFreeOfferNeedsARoleAndAnyCreditEvenExpired() {
        assertThat(concert("0").build().allowed(NOW.plusSeconds(1))).isTrue();
        assertThat(concert("1").build().allowed(NOW.plusSeconds(1))).isFalse();
        assertThat(concert("0").ledger(null).build().refusal(NOW, Interpretation.SERVER))
                .isEqualTo(Refusal.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheAdultRoleBooksWhatIsForAdults(Role role) {
        boolean adult = role == Role.BENEFICIARY;
        assertThat(with(role, CategoryId.JEU_EN_LIGNE, "0")).isEqualTo(adult);
        assertThat(with(role, CategoryId.VOD, "5")).isEqualTo(adult);
        assertThat(with(role, CategoryId.VOD, "0")).isTrue();
        assertThat(with(role, CategoryId.LIVRE_PAPIER, "5")).isTrue();
    }

    private static boolean with(Role role, CategoryId category, String euros) {
        return attempt(category, euros, 1).roles(Set.of(role)).build().allowed(NOW);
    }

    @Test
    void threeShortagesOfMoneyLookTheSameInTheApp() {
        assertThat(EnumSet.range(Refusal.INSUFFICIENT_FUNDS, Refusal.PHYSICAL_LIMIT))
                .hasSize(3)
                .allMatch(refusal -> refusal.appCode().equals("INSUFFICIENT_CREDIT"));
    }
}
