package fr.passerelle.model.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.rule.RuleViolationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTest {

    private static final Random RANDOM = new Random(20_261_120);

    private static boolean isCode(String text) {
        try {
            VoucherCode.of(text);
            return true;
        } catch (RuleViolationException noCode) {
            return false;
        }
    }

    @Test
    void hasEightCharactersThatDoNotLookLikeOneAnother() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(VoucherCode.ofRandom(RANDOM.nextLong()).value()).matches("[A-HJKMNP-Z2-9]{8}");
        }
    }

    @Test
    void isReadAsPeopleTypeIt() {
        VoucherCode code = VoucherCode.ofRandom(7);

        assertThat(VoucherCode.of(" " + code.printed().toLowerCase(Locale.ROOT) + "\u00a0"))
                .isEqualTo(code);
        assertThat(VoucherCode.of(code.printed().replace(' ', '-'))).isEqualTo(code);
    }

    /**
     * Exhaustive in what matters: whether an error is noticed depends only on its place and on the characters before
     * and after it, and every such pair is tried at every place.
     */
    @Test
    void everyWrongCharacterIsNoticed() {
        int tried = 0;
        for (char right : VoucherCode.ALPHABET.toCharArray()) {
            for (int place = 0; place < VoucherCode.LENGTH; place++) {
                String code = codeWith(right, place);
                for (char wrong : VoucherCode.ALPHABET.toCharArray()) {
                    if (wrong != right) {
                        assertThat(isCode(code.substring(0, place) + wrong + code.substring(place + 1)))
                                .isFalse();
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(31 * 30 * 8);
    }

    @Test
    void everySwapOfNeighboursIsNoticed() {
        Set<String> pairs = new TreeSet<>();
        for (long seed = 0; pairs.size() < 7 * 31 * 30; seed++) {
            String code = VoucherCode.ofRandom(seed * 0x9E3779B97F4A7C15L).value();
            for (int place = 0; place + 1 < VoucherCode.LENGTH; place++) {
                char left = code.charAt(place);
                char right = code.charAt(place + 1);
                if (left != right) {
                    assertThat(isCode(code.substring(0, place) + right + left + code.substring(place + 2)))
                            .isFalse();
                    pairs.add("" + place + left + right);
                }
            }
        }
    }

    private static String codeWith(char character, int place) {
        for (long seed = 0; ; seed++) {
            String code = VoucherCode.ofRandom(seed * 0x9E3779B97F4A7C15L).value();
            if (code.charAt(place) == character) {
                return code;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "ABCDEFGHJ", "IIIIIIII", "ABCDEFG0", "ÀBCDEFGH"})
    void refusesWhatIsNoCodeWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> VoucherCode.of(text))
                .hasMessage("code: must be the 8 characters of a voucher: one of them is wrong");
    }

    @Test
    void doesNotShow() {
        VoucherCode code = VoucherCode.ofRandom(7);

        assertThat(code.toString()).doesNotContain(code.value());
    }

    @Test
    void isSpreadEvenly() {
        int[] seen = new int[31];
        for (int i = 0; i < 31_000; i++) {
            seen[
                    VoucherCode.ALPHABET.indexOf(
                            VoucherCode.ofRandom(RANDOM.nextLong()).value().charAt(7))]++;
        }

        assertThat(seen)
                .satisfies(counts ->
                        assertThat(Arrays.stream(counts).min().orElse(0)).isGreaterThan(800));
        assertThat(Arrays.stream(seen).max().orElse(0)).isLessThan(1_200);
    }
}
