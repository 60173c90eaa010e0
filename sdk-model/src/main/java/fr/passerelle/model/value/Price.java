package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount of money in integer euro cents. Whether an amount is allowed (0 to 300 € for a ticket) is the rule of the
 * draft that carries it.
 *
 * @param cents euro cents
 */
public record Price(@JsonValue long cents) implements Comparable<Price> {

    /** Digits as a shop writes them: no exponent, no plus sign, no digits of other scripts. */
    private static final Pattern EUROS = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    /** Nothing to pay. */
    public static final Price FREE = new Price(0);

    /** An amount in euro cents. */
    public static Price cents(long cents) {
        return cents == 0 ? FREE : new Price(cents);
    }

    /** An amount that the server sent: it has none below zero. */
    @JsonCreator
    static Price read(long cents) {
        if (cents < 0) {
            throw new IllegalArgumentException("an amount is not below zero");
        }
        return cents(cents);
    }

    /**
     * An amount in euros, written with a dot: {@code "25"}, {@code "25.5"}, {@code "25.50"}. Only plain digits:
     * {@code "1e2"}, {@code "+5"}, {@code "5."} and digits of other scripts are typing errors more often than prices.
     *
     * @throws RuleViolationException if the text is no such number, or has a fraction of a cent
     */
    public static Price euros(String euros) {
        if (!EUROS.matcher(euros).matches()) {
            throw badAmount();
        }
        return euros(new BigDecimal(euros));
    }

    /**
     * An amount in euros.
     *
     * @throws RuleViolationException if it has more than two decimals, or more cents than a long holds
     */
    public static Price euros(BigDecimal euros) {
        try {
            return cents(euros.movePointRight(2).longValueExact());
        } catch (ArithmeticException fractionOfACent) {
            throw badAmount();
        }
    }

    /**
     * An amount in euros with any number of decimals, made whole cents as the programme's server does it: half a cent
     * goes to the even one.
     *
     * @throws RuleViolationException if it has more cents than a long holds
     */
    public static Price roundedEuros(BigDecimal euros) {
        return euros(euros.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static RuleViolationException badAmount() {
        return new RuleViolationException(new Violation("price", RuleCode.BAD_AMOUNT, null));
    }

    /** The amount in euros, with two decimals. */
    public BigDecimal inEuros() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** This amount, {@code quantity} times. */
    public Price times(long quantity) {
        return cents(Math.multiplyExact(cents, quantity));
    }

    /** The sum of both. */
    public Price plus(Price other) {
        return cents(Math.addExact(cents, other.cents));
    }

    /** This amount less the other; may be negative. */
    public Price minus(Price other) {
        return cents(Math.subtractExact(cents, other.cents));
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return inEuros().toPlainString() + " EUR";
    }
}
