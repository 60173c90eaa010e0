package fr.passerelle.sandbox.state;

import fr.passerelle.sandbox.nomenclature.Department;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An address the platform holds a row for.
 *
 * @param latitude degrees, 5 decimals
 * @param longitude degrees, 5 decimals
 * @param banId its id in the national address base, null when it is not from there
 */
public record Address(
        long id,
        String street,
        String city,
        String postalCode,
        BigDecimal latitude,
        BigDecimal longitude,
        @Nullable String banId) {

    /** What identifies it, coordinates aside. */
    public Addresses.Spelling spelling() {
        return new Addresses.Spelling(street, city, postalCode);
    }

    /** The department, as in responses. */
    public String department() {
        return Department.ofPostalCode(postalCode);
    }

    /** The time zone its clocks show. */
    public ZoneId zone() {
        return Department.zone(department());
    }
}
