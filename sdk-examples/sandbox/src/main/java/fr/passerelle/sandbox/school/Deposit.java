package fr.passerelle.sandbox.school;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an institution may spend in one school year.
 *
 * @param amount euros
 * @param definitive false while the amount is provisional
 */
public record Deposit(BigDecimal amount, boolean definitive) {

    private static final BigDecimal PROVISIONAL_SHARE = new BigDecimal("0.80");

    /** What may be spent now, in euros: 80 % of a provisional amount (reference, operation 50). */
    public BigDecimal available() {
        return definitive ? amount : amount.multiply(PROVISIONAL_SHARE).setScale(2, RoundingMode.HALF_EVEN);
    }
}
