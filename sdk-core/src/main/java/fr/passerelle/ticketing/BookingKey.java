package fr.passerelle.ticketing;

/**
 * What stands for a booking, or for a beneficiary, where personal data must not be kept. Made by {@link BookingKeys};
 * tells nothing about anybody without its secret.
 *
 * @param value 64 lowercase hexadecimal digits
 */
public record BookingKey(String value) {

    private static final String FORM = "[0-9a-f]{64}";

    /**
     * A key read back from where it was kept.
     *
     * @throws IllegalArgumentException if it is not 64 lowercase hexadecimal digits
     */
    public BookingKey {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a key is 64 lowercase hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
