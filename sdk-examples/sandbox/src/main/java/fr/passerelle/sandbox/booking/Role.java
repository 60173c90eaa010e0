package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.Beneficiary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a person may book (rule book 3.3). The control plane gives people an age and a credit but no role, so the role
 * follows from these two; whoever is of age has done the adult steps.
 */
public enum Role {
    /** No beneficiary at all. */
    NONE,
    /** 15 or 16 without credit: free offers only. */
    FREE_BENEFICIARY,
    /** Under 18 with a credit. */
    UNDERAGE_BENEFICIARY,
    /** 18 or more. */
    BENEFICIARY;

    private static final int FIRST_AGE = 15;
    private static final int CREDIT_AGE = 17;
    private static final int ADULT_AGE = 18;

    /** The role of a person at an instant. */
    public static Role of(Beneficiary person, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (hasTurned(ADULT_AGE, person, today)) {
            return BENEFICIARY;
        }
        if (hasTurned(CREDIT_AGE, person, today)) {
            return UNDERAGE_BENEFICIARY;
        }
        if (!hasTurned(FIRST_AGE, person, today)) {
            return NONE;
        }
        return person.credit > 0 ? UNDERAGE_BENEFICIARY : FREE_BENEFICIARY;
    }

    /** Someone born on 29 February has the birthday on the 28th (rule book 1.6). */
    private static boolean hasTurned(int age, Beneficiary person, LocalDate today) {
        return !person.birthDate.plusYears(age).isAfter(today);
    }
}
