package fr.passerelle.model.invitation.draw;

import java.math.BigInteger;

/**
 * The place of a structure in the order of a draw, as a whole number: the smaller, the earlier (invitations-draw 2).
 *
 * <p>Efraimidis and Spirakis order by {@code u^(1/w)}, the largest first. That is the order of {@code −log2(u)/w}, the
 * smallest first. The weight is {@code people / (people + received)}, so that {@code 1/w} is a fraction of whole
 * numbers. The logarithm is found bit by bit with whole numbers only. Nothing is rounded by a floating-point unit, so
 * every JVM and every language finds the same number.
 */
final class DrawKey {

    /** Bits of the logarithm behind the point. */
    static final int FRACTION_BITS = 48;

    /** Bits of the number that is squared: squaring 48 times loses less than 49 of them. */
    private static final int WORKING_BITS = 128;

    /** u is (2n + 1) / 2^65 for the 64 bits n: never 0, never 1. */
    private static final int U_BITS = 65;

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(WORKING_BITS);

    private DrawKey() {}

    /** The key of a structure; {@code random} are the first 64 bits of its HMAC. */
    static BigInteger of(long random, int people, int received) {
        return minusLog2(random)
                .multiply(BigInteger.valueOf((long) people + received))
                .divide(BigInteger.valueOf(people));
    }

    /** −log2(u) · 2^48, always above zero. */
    static BigInteger minusLog2(long random) {
        BigInteger x =
                new BigInteger(Long.toUnsignedString(random)).shiftLeft(1).add(BigInteger.ONE);
        int whole = x.bitLength() - 1;
        BigInteger mantissa = x.shiftLeft(WORKING_BITS - 1 - whole);
        BigInteger log = BigInteger.valueOf(whole);
        for (int bit = 0; bit < FRACTION_BITS; bit++) {
            mantissa = mantissa.multiply(mantissa).shiftRight(WORKING_BITS - 1);
            boolean set = mantissa.compareTo(LIMIT) >= 0;
            log = log.shiftLeft(1).add(set ? BigInteger.ONE : BigInteger.ZERO);
            mantissa = set ? mantissa.shiftRight(1) : mantissa;
        }
        return BigInteger.valueOf(U_BITS).shiftLeft(FRACTION_BITS).subtract(log);
    }
}
