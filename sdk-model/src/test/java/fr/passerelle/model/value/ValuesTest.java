package fr.passerelle.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.rule.RuleViolationException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"25,2500", "25.5,2550", "25.50,2550", "0,0", "0.01,1", "25.000,2500"})
    void countsEurosInCents(String euros, long cents) {
        assertThat(Price.euros(euros).cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "25.001", "25,50", "vingt", "1e2", "1e99", "25 €", "+5", "5.", ".5", " 5", "２５", "٥", "0x10", "NaN"
            })
    void refusesAnAmountThatIsNotInWholeCents(String euros) {
        assertThatThrownBy(() -> Price.euros(euros))
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("price: must be an amount in euros with at most two decimals");
    }

    @Test
    void calculatesInWholeCents() {
        assertThat(Price.euros("8.05")
                        .times(2)
                        .plus(Price.cents(1))
                        .minus(Price.FREE)
                        .inEuros())
                .isEqualTo(new BigDecimal("16.11"));
    }

    @Test
    void aTotalAndARemainderAreDifferentThings() {
        assertThat((Object) Capacity.of(120)).isNotEqualTo(Remaining.of(120)).isEqualTo(Capacity.of(120));
    }

    @Test
    void unlimitedIsACaseOfItsOwn() throws JsonProcessingException {
        assertThat(Capacity.unlimited().count()).isEmpty();
        assertThat(json.writeValueAsString(Remaining.unlimited())).isEqualTo("\"unlimited\"");
        assertThat(json.readValue("\"unlimited\"", Capacity.class)).isEqualTo(Capacity.unlimited());
        assertThat(json.readValue("5000000000", Capacity.class)).isEqualTo(Capacity.of(5_000_000_000L));
    }

    @Test
    void keepsWhatTheServerSaysOfABrokenStock() throws JsonProcessingException {
        Capacity broken = json.readValue("-5", Capacity.class);

        assertThat(broken.count()).hasValue(-5);
        assertThat(broken.isUnlimited()).isFalse();
        assertThat(broken.less(0)).isEqualTo(Remaining.of(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12.99", "12.0", "1e2", "18446744073709551621", "1e999999999", "true", "\"12\"", "\"\"", "[1]"})
    void refusesAQuantityThatIsNoWholeNumber(String wire) {
        assertThatThrownBy(() -> json.readValue(wire, Capacity.class)).isInstanceOf(JsonMappingException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 20, 100",
        "120, 130, 0",
        "120, -5, 125",
        "9223372036854775807, -5, 9223372036854775807",
        "-5, 9223372036854775807, 0"
    })
    void whatIsLeftNeverTurnsRound(String total, long booked, long left) throws JsonProcessingException {
        assertThat(json.readValue(total, Capacity.class).less(booked)).isEqualTo(Remaining.of(left));
    }

    @Test
    void readsNoPriceBelowZero() throws JsonProcessingException {
        assertThat(json.readValue("2500", Price.class)).isEqualTo(Price.euros("25"));
        assertThatThrownBy(() -> json.readValue("-1", Price.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void refusesANegativeNumberOfPlaces() {
        assertThatThrownBy(() -> Remaining.of(-1)).hasMessage("quantity: must be at least 0");
    }

    @Test
    void keepsAWordThatItDoesNotKnow() throws JsonProcessingException {
        BookingStatus status = json.readValue("\"ON_HOLD\"", BookingStatus.class);

        assertThat(status.known()).isFalse();
        assertThat(status).isEqualTo(BookingStatus.of("ON_HOLD")).hasToString("ON_HOLD");
        assertThat(json.writeValueAsString(status)).isEqualTo("\"ON_HOLD\"");
    }

    @Test
    void readsAKnownWordAsItsConstant() throws JsonProcessingException {
        assertThat(json.readValue("\"USED\"", BookingStatus.class)).isSameAs(BookingStatus.USED);
        assertThat(BookingStatus.USED.known()).isTrue();
    }

    @Test
    void aPatchDoesNotShowWhatItCarries() {
        assertThat(Patch.to("alex@example.org")).hasToString("to(…)").isEqualTo(Patch.to("alex@example.org"));
        assertThat(Patch.clear()).isNotEqualTo(Patch.keep());
    }
}
