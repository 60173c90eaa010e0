package fr.passerelle.model.invitation.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawKeyTest {

    private static final double UNIT = Math.pow(2, DrawKey.FRACTION_BITS);

    @Test
    void isTheLogarithmToFortyEightBits() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long bits = random.nextLong() >>> random.nextInt(60);
            double u = (2 * new BigInteger(Long.toUnsignedString(bits)).doubleValue() + 1) / Math.pow(2, 65);

            assertThat(DrawKey.minusLog2(bits).doubleValue() / UNIT)
                    .isCloseTo(-Math.log(u) / Math.log(2), within(1e-9));
        }
    }

    @Test
    void isExactWhereTheLogarithmIsWhole() {
        assertThat(DrawKey.minusLog2(0)).isEqualTo(BigInteger.valueOf(65).shiftLeft(48)); // u = 2^-65
        assertThat(DrawKey.minusLog2(-1)).isEqualTo(BigInteger.ONE); // u = 1 - 2^-65
    }

    @Test
    void fallsAsTheRandomNumberRises() {
        for (int i = 0; i < 1_000; i++) {
            long low = i * 0x0041_8937_4BC6_A7EFL;
            assertThat(DrawKey.minusLog2(low)).isGreaterThan(DrawKey.minusLog2(low + (1L << 40)));
        }
    }

    @Test
    void whoReceivedMoreComesLater() {
        assertThat(DrawKey.of(12_345, 100, 50)).isGreaterThan(DrawKey.of(12_345, 100, 0));
        assertThat(DrawKey.of(12_345, 200, 50)).isLessThan(DrawKey.of(12_345, 100, 50));
    }

    /**
     * Of two structures, the one with weight w1 comes first with probability w1 / (w1 + w2): Efraimidis and Spirakis.
     */
    @Test
    void theWeightIsTheChance() {
        int first = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            DrawInput input = new DrawInput(
                    Draws.id(1),
                    10,
                    1,
                    List.of(),
                    List.of(
                            new DrawInput.Entrant(Draws.id(i), 100, 0, List.of()), // weight 1
                            new DrawInput.Entrant(Draws.id(1_000_000 + i), 100, 100, List.of()))); // weight 1/2
            String log = Draw.run(input, Draws.SECRET, "draw " + i).log();
            String firstKey = log.lines()
                    .filter(line -> line.startsWith("key "))
                    .findFirst()
                    .orElseThrow();
            first += firstKey.contains(Draws.id(i).toString()) ? 1 : 0;
        }
        // Two thirds; the standard deviation is 0.0033.
        assertThat((double) first / draws).isCloseTo(2.0 / 3, within(0.014));
    }
}
