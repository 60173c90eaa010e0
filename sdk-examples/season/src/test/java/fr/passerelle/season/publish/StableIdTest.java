package fr.passerelle.season.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableIdTest {

    @Test
    void keepsWhatCanServe() {
        assertThat(StableId.of("66258793")).isEqualTo("66258793");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "Tarif réduit (RSA, Intermittents)", "🎭", ""})
    void replacesWhatAQueryCouldMistake(String text) {
        assertThat(StableId.of(text)).matches("[A-Za-z0-9._:@+-]{1,70}").isEqualTo(StableId.of(text));
    }

    @Test
    void tellsLongTextsApart() {
        String text = "x".repeat(200);
        assertThat(StableId.of(text)).hasSize(70).isNotEqualTo(StableId.of(text + "y"));
    }
}
