package fr.passerelle.bookshop.file;

import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a row breaks.
 *
 * @param field the column
 * @param rule the code of the library's rule, or one of those below
 * @param limit the bound that was crossed; null if the rule has none
 */
public record Problem(String field, String rule, @Nullable String limit) {

    /** Neither a whole number nor the word for no limit. */
    public static final String BAD_QUANTITY = "bad_quantity";

    /** The limit is the line where the EAN stands already. */
    public static final String SEEN_BEFORE = "seen_before";

    /** Quotes that do not close, or a line without end: its fields cannot be told apart. The limit is in characters. */
    public static final String BROKEN_ROW = "broken_row";

    /** More cells than headings: a comma inside one of them moved the others. The limit is the number of headings. */
    public static final String TOO_MANY_CELLS = "too_many_cells";

    /** On the wire, price and quantity stand inside a stock, and prices are in cents; in the file they are in euros. */
    static Problem of(Violation violation) {
        String field = violation.path().substring(violation.path().lastIndexOf('.') + 1);
        String limit = violation.limit();
        if (limit != null && field.equals(Column.PRICE.title())) {
            limit = euros(limit);
        }
        return new Problem(field, violation.code().code(), limit);
    }

    private static String euros(String cents) {
        return Price.cents(Long.parseLong(cents)).inEuros().toPlainString();
    }
}
