package fr.passerelle.sandbox.state;

import java.math.BigDecimal;
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
        @Nullable String banId) {}
