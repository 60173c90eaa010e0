package fr.passerelle.sandbox.school;

import org.jspecify.annotations.Nullable;

/**
 * A school.
 *
 * @param uai its national code, unique
 * @param deposit what it has for each school year; null when it has none
 */
public record Institution(
        long id,
        String uai,
        String name,
        String type,
        String city,
        String postalCode,
        boolean active,
        @Nullable Deposit deposit) {}
