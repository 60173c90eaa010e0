package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A young person with a credit. All of it is invented, and treated as personal data all the same. */
public final class Beneficiary {

    /** Everybody's, to sign in to the app with. */
    public static final String PASSWORD = "sandbox-Password-1";

    public final long id;
    public final String email;
    public final String accessToken;
    public final Instant created;
    public String firstName;
    public String lastName;
    public LocalDate birthDate;
    public @Nullable String phone;
    public @Nullable String postalCode;

    /** The credit as granted, in euro cents. */
    public long credit;

    public Beneficiary(
            long id,
            String email,
            String accessToken,
            Instant created,
            String firstName,
            String lastName,
            LocalDate birthDate) {
        this.id = id;
        this.email = email;
        this.accessToken = accessToken;
        this.created = created;
        this.firstName = firstName;
        this.lastName = lastName;
        this.birthDate = birthDate;
    }

    @Override
    public String toString() {
        return "Beneficiary " + id;
    }
}
