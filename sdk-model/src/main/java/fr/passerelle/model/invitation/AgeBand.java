package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ages of the beneficiaries of a party, in bands that say little about anybody (invitations 2). */
public final class AgeBand extends OpenEnum {

    private static final Constants<AgeBand> WORDS = new Constants<>((word, known) -> new AgeBand(word, known, 0, null));

    /** Up to 5 years. */
    public static final AgeBand UNDER_6 = WORDS.known(new AgeBand("UNDER_6", true, 0, 5));

    /** Primary school. */
    public static final AgeBand FROM_6_TO_11 = WORDS.known(new AgeBand("FROM_6_TO_11", true, 6, 11));

    /** The years of a collège. */
    public static final AgeBand FROM_12_TO_15 = WORDS.known(new AgeBand("FROM_12_TO_15", true, 12, 15));

    /** The years of a lycée. */
    public static final AgeBand FROM_16_TO_17 = WORDS.known(new AgeBand("FROM_16_TO_17", true, 16, 17));

    /** Young adults. */
    public static final AgeBand FROM_18_TO_25 = WORDS.known(new AgeBand("FROM_18_TO_25", true, 18, 25));

    /** Adults. */
    public static final AgeBand FROM_26_TO_59 = WORDS.known(new AgeBand("FROM_26_TO_59", true, 26, 59));

    /** 60 years and more. */
    public static final AgeBand FROM_60 = WORDS.known(new AgeBand("FROM_60", true, 60, null));

    /** Nobody asked. */
    public static final AgeBand NOT_SAID = WORDS.known(new AgeBand("NOT_SAID", true, 0, null));

    private final int from;
    private final @Nullable Integer to;

    private AgeBand(String value, boolean known, int from, @Nullable Integer to) {
        super(value, known);
        this.from = from;
        this.to = to;
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AgeBand of(String value) {
        return WORDS.of(value);
    }

    /** Every band known today. */
    public static List<AgeBand> values() {
        return WORDS.all();
    }

    /** The youngest age in it, in years; 0 where it does not say. */
    public int from() {
        return from;
    }

    /** The oldest age in it, in years; null where it has no end. */
    public @Nullable Integer to() {
        return to;
    }

    /** Whether everybody in it is certainly younger than this age. */
    public boolean isBelow(int age) {
        return to != null && to < age;
    }
}
