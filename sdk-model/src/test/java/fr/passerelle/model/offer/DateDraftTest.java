package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateDraftTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant OPENING = Instant.parse("2026-04-02T18:30:00Z");

    private static DateDraft.Builder opening() {
        return DateDraft.at(OPENING).priceCategoryId(7).capacity(Capacity.of(120));
    }

    @Test
    void canBeBookedUntilItBeginsUnlessSaidOtherwise() {
        assertThat(opening().build().bookingLimit()).isEqualTo(OPENING);
    }

    @Test
    void reportsWhatIsMissing() {
        assertThatThrownBy(() -> DateDraft.builder().build())
                .hasMessage("beginningDatetime: is required; priceCategoryId: is required; quantity: is required");
    }

    @Test
    void refusesBookingsAfterTheBeginning() {
        assertThatThrownBy(() -> opening().bookingLimit(OPENING.plusSeconds(1)).build())
                .hasMessage("bookingLimitDatetime: must not be after beginningDatetime");
    }

    @Test
    void refusesMoreThanAMillionPlacesButNotUnlimited() {
        assertThatThrownBy(() -> opening().capacity(Capacity.of(1_000_001)).build())
                .hasMessage("quantity: must be at most 1000000");
        assertThatCode(() -> opening().capacity(Capacity.unlimited()).build()).doesNotThrowAnyException();
    }

    @Test
    void refusesMoreDatesThanOneCallTakes() {
        List<DateDraft> dates = Collections.nCopies(2_501, opening().build());

        assertThatThrownBy(() -> DateDraft.checkTogether(dates, NOW))
                .hasMessage("dates: at most 2500 items in one call");
    }

    @Test
    void namesTheDateThatIsWrong() {
        List<DateDraft> dates = List.of(
                opening().idAtProvider("a").build(),
                opening().idAtProvider("").build(),
                opening().idAtProvider("").build(),
                DateDraft.at(NOW)
                        .priceCategoryId(7)
                        .capacity(Capacity.of(1))
                        .idAtProvider("a")
                        .build());

        assertThatThrownBy(() -> DateDraft.checkTogether(dates, NOW))
                .hasMessage("dates.3.beginningDatetime: must be in the future;"
                        + " dates.3.bookingLimitDatetime: must be in the future;"
                        + " dates.2.idAtProvider: is already used by dates.1.idAtProvider;"
                        + " dates.3.idAtProvider: is already used by dates.0.idAtProvider");
    }

    @Test
    void refusesAPriceAboveThreeHundredEuros() {
        assertThatThrownBy(() -> PriceCategoryDraft.of("", Price.euros("300.01")))
                .hasMessage("label: must have at least 1 character(s); price: must be at most 30000");
        assertThatThrownBy(() -> PriceCategoryDraft.of("x".repeat(51), Price.cents(-1)))
                .hasMessage("label: must have at most 50 characters; price: must be at least 0");
    }

    @Test
    void remainingIsCapacityLessBooked() {
        EventDate date = EventDate.builder()
                .id(1)
                .beginning(OPENING)
                .bookingLimit(OPENING)
                .bookedQuantity(20)
                .capacity(Capacity.of(120))
                .priceCategory(new PriceCategory(7, "Carré or", Price.euros("25"), null))
                .build();

        assertThat(date.remaining()).isEqualTo(Remaining.of(100));
    }
}
