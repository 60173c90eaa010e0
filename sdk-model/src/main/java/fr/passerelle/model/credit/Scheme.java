package fr.passerelle.model.credit;

import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/** A kind of credit: what it pays at which age, and its own ceilings, in cents (rule book 1.2 and 1.3). */
public enum Scheme {
    //            15     16     17     18   digital physical
    /** 500 euros at 18, from 2019. */
    GRANT_18_V1(-1, -1, -1, 50_000, 20_000, 20_000),
    /** 300 euros at 18, from 2021. */
    GRANT_18_V2(-1, -1, -1, 30_000, 10_000, -1),
    /** 20, 30 and 30 euros at 15, 16 and 17, from 2022. */
    GRANT_15_17(2_000, 3_000, 3_000, -1, -1, -1),
    /** 50 euros at 17 and 150 at 18, from 2025. */
    GRANT_17_18(-1, -1, 5_000, 15_000, 10_000, -1),
    /** Free offers at 15 and 16, from 2025. */
    GRANT_FREE(0, 0, -1, -1, -1, -1);

    /** What the bonus adds, once, to a credit of 17 and 18 (rule book 1.9). */
    public static final Price BONUS = Price.cents(5_000);

    private static final int FIRST_AGE = 15;

    private final long at15;
    private final long at16;
    private final long at17;
    private final long at18;
    private final long digital;
    private final long physical;

    Scheme(long at15, long at16, long at17, long at18, long digital, long physical) {
        this.at15 = at15;
        this.at16 = at16;
        this.at17 = at17;
        this.at18 = at18;
        this.digital = digital;
        this.physical = physical;
    }

    /** What it pays for an age; null if it has nothing for that age. */
    public @Nullable Price amountAt(int age) {
        return switch (age) {
            case FIRST_AGE -> orNone(at15);
            case FIRST_AGE + 1 -> orNone(at16);
            case FIRST_AGE + 2 -> orNone(at17);
            case FIRST_AGE + 3 -> orNone(at18);
            default -> null;
        };
    }

    /** What it pays for all ages of a range together. */
    public Price amount(int fromAge, int toAge) {
        Price sum = Price.FREE;
        for (int age = fromAge; age <= toAge; age++) {
            Price one = amountAt(age);
            sum = one == null ? sum : sum.plus(one);
        }
        return sum;
    }

    /** The ceiling of what is digital, before any exception; null for none. */
    @Nullable
    Price digitalCeiling() {
        return orNone(digital);
    }

    /** The ceiling of goods; null for none. */
    @Nullable
    Price physicalCeiling() {
        return orNone(physical);
    }

    /** Whether both are credits of 18 of the first kind: nobody ever gets a second one of them. */
    public boolean only18() {
        return this == GRANT_18_V1 || this == GRANT_18_V2;
    }

    private static @Nullable Price orNone(long cents) {
        return cents < 0 ? null : Price.cents(cents);
    }
}
