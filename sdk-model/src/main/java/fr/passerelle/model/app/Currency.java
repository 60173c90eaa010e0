package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What amounts are shown in; they travel in cents of a euro all the same. */
public final class Currency extends OpenEnum {

    private static final Constants<Currency> WORDS = new Constants<>(Currency::new);

    /** Euros. */
    public static final Currency EUR = WORDS.known("EUR");

    /** CFP francs. */
    public static final Currency XPF = WORDS.known("XPF");

    private Currency(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static Currency of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<Currency> values() {
        return WORDS.all();
    }
}
