package fr.passerelle.commandline.read;

import fr.passerelle.model.value.Price;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of euros as people and spreadsheets write them: {@code 12.5}, {@code 12,50 €}, {@code 2€50}, {@code 1 234,50
 * EUR}, {@code 10,- €}. What could be two amounts ({@code 2 50}, {@code 1.234}) is none.
 */
public final class Money {

    /** A decimal number: thousands apart only in threes, and decimals after a comma or a dot. */
    private static final String NUMBER = "(?<number>-?(?:[0-9]{1,9}|[0-9]{1,3}(?: [0-9]{3}){1,2})(?:[.,][0-9]{1,12})?"
            + "|-?[0-9]{1,3}(?:\\.[0-9]{3}){1,2},[0-9]{1,2}|-?[0-9]{1,3}(?:,[0-9]{3}){1,2}\\.[0-9]{1,2})";

    private static final String EURO = "(?:€|euros?|eur)";
    private static final Pattern BARE = Pattern.compile(NUMBER);
    private static final Pattern BEHIND =
            Pattern.compile("(?iu)" + NUMBER + "(?:,-)? ?" + EURO + "(?: ?ttc)?|" + NUMBER.replace("number", "bare"));
    private static final Pattern BEFORE = Pattern.compile("(?iu)" + EURO + " ?" + NUMBER);
    private static final Pattern BETWEEN =
            Pattern.compile("(?iu)(?<euros>[0-9]{1,9}|[0-9]{1,3}(?: [0-9]{3}){1,2}) ?" + EURO + " ?(?<cents>[0-9]{2})");

    /** One dot or comma with three digits behind: a thousand for some, three decimals for others. */
    private static final Pattern TWO_WAYS = Pattern.compile("-?[0-9]{1,3}[.,][0-9]{3}");

    private Money() {}

    /**
     * The amount. It may be below zero: whether a price may is for the rule of whoever asks.
     *
     * @throws NotUnderstoodException if the whole text is no amount of euros
     */
    public static Price euros(String text) throws NotUnderstoodException {
        String tidy = Words.tidy(text).replace('\u2212', '-');
        Matcher between = BETWEEN.matcher(tidy);
        if (between.matches()) {
            return Price.euros(between.group("euros").replace(" ", "") + "." + between.group("cents"));
        }
        Matcher behind = BEHIND.matcher(tidy);
        if (behind.matches()) {
            return amount(behind.group("number") == null ? behind.group("bare") : behind.group("number"));
        }
        Matcher before = BEFORE.matcher(tidy);
        if (before.matches()) {
            return amount(before.group("number"));
        }
        throw new NotUnderstoodException("no_amount", tidy);
    }

    /** The amount of a number that stands without its currency. */
    static Price amount(String number) throws NotUnderstoodException {
        if (TWO_WAYS.matcher(number).matches() || !BARE.matcher(number).matches()) {
            throw new NotUnderstoodException("two_amounts", number);
        }
        String decimals = Decimals.of(number);
        try {
            return Price.euros(new BigDecimal(decimals));
        } catch (RuntimeException fractionOfACent) {
            throw new NotUnderstoodException("fraction_of_a_cent", number);
        }
    }
}
