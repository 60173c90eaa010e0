package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** Why an EAN cannot be published (reference operation 31). */
public final class EanRejection extends OpenEnum {

    private static final Constants<EanRejection> WORDS = new Constants<>(EanRejection::new);

    /** The programme's catalogue does not know it. */
    public static final EanRejection NOT_FOUND = WORDS.known("notFound");

    /** It is neither a paper book nor a CD nor vinyl. */
    public static final EanRejection CATEGORY_NOT_ALLOWED = WORDS.known("subcategoryNotAllowed");

    /** The programme's terms of use exclude it. */
    public static final EanRejection NOT_COMPLIANT = WORDS.known("notCompliantWithCgu");

    private EanRejection(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static EanRejection of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<EanRejection> values() {
        return WORDS.all();
    }
}
