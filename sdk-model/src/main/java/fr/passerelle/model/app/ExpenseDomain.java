package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** A part of a credit that may have a ceiling (rule book 1.3). */
public final class ExpenseDomain extends OpenEnum {

    private static final Constants<ExpenseDomain> WORDS = new Constants<>(ExpenseDomain::new);

    /** The whole credit. */
    public static final ExpenseDomain ALL = WORDS.known("all");

    /** What is read, heard, seen or played on line. */
    public static final ExpenseDomain DIGITAL = WORDS.known("digital");

    /** Goods. */
    public static final ExpenseDomain PHYSICAL = WORDS.known("physical");

    private ExpenseDomain(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static ExpenseDomain of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<ExpenseDomain> values() {
        return WORDS.all();
    }
}
