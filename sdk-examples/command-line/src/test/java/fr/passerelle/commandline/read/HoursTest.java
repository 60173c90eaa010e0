package fr.passerelle.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource({
        "20h30,20:30",
        "20H30,20:30",
        "20 h 30,20:30",
        "20h,20:00",
        "9h05,09:05",
        "20:30,20:30",
        "20:30:00,20:30",
        "8:30 PM,20:30",
        "12:15 AM,00:15",
        "12:15 pm,12:15",
        "0h15,00:15"
    })
    void readsATimeOfDay(String text, LocalTime time) throws NotUnderstoodException {
        assertThat(Hours.read(text)).isEqualTo(time);
    }

    @Test
    void dropsSeconds() throws NotUnderstoodException {
        assertThat(Hours.read("20:30:59.5")).isEqualTo(LocalTime.of(20, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "2030", "25h", "24:00", "20h60", "13:00 PM", "0:30 AM", "20h3", "soir"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Hours.read(text)).isInstanceOf(NotUnderstoodException.class);
    }
}
