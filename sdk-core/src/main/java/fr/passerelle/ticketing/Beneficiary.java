package fr.passerelle.ticketing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The person who booked. Personal data: use it for the booking and nothing else; {@code toString} shows none of it.
 *
 * @param firstName as the programme knows it
 * @param lastName as the programme knows it
 * @param email where to write about a change of the programme
 * @param phone if known, as the person gave it
 * @param birthDate for venues that must check an age
 */
public record Beneficiary(
        String firstName, String lastName, String email, Optional<String> phone, LocalDate birthDate) {

    @Override
    public String toString() {
        return "Beneficiary{redacted}";
    }
}
