package fr.passerelle.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to an instant says what the formatter says, or nothing. */
class PlainInstantTest {

    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Random random = new Random(17);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T20:00:00Z",
                "2026-12-01T20:00:00",
                "2026-12-31T23:59:59.123456Z",
                "2026-12-01T20:00:00.5",
            })
    void readsWhatTheServerWrites(String text) {
        assertThat(PlainInstant.parse(text)).isEqualTo(Instants.parseLeniently(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-12-01",
                "2026-12-01T20:00Z",
                "2026-12-01T20:00:00+02:00",
                "2026-12-01T20:00:00.Z",
                "2026-12-01T20:00:00.1234567890",
                "2028-02-29T20:00:00Z",
                "2026-02-30T20:00:00Z",
                "2026-13-01T20:00:00Z",
                "2026-12-01T24:00:00Z",
                "２026-12-01T20:00:00Z",
            })
    void leavesTheRestToTheFormatter(String text) {
        assertThat(PlainInstant.parse(text)).isNull();
    }

    @Test
    void agreesWithTheFormatterOnAnyMoment() {
        for (int i = 0; i < 20_000; i++) {
            String text = moment();
            assertThat(Instants.parse(text)).as(text).isEqualTo(Instants.parseLeniently(text));
        }
    }

    @Test
    void agreesWithTheFormatterOnAnyMisspelling() {
        String letters = "0123456789-:.TZ+ ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder misspelt = new StringBuilder(moment());
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                misspelt.setCharAt(random.nextInt(misspelt.length()), letters.charAt(random.nextInt(letters.length())));
            }
            String text = misspelt.toString();
            Instant plain = PlainInstant.parse(text);
            if (plain != null) {
                assertThat(plain).as(text).isEqualTo(leniently(text));
            }
        }
    }

    private String moment() {
        long second = random.nextLong(FIRST, LAST);
        int micros = random.nextBoolean() ? 0 : random.nextInt(1_000_000);
        String text = Instant.ofEpochSecond(second, micros * 1_000L).toString();
        return random.nextBoolean() ? text : text.replace("Z", "");
    }

    private static @Nullable Instant leniently(String text) {
        try {
            return Instants.parseLeniently(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
