package fr.passerelle.model.value;

/** The arithmetic of check digits; every argument consists of ASCII digits. */
final class CheckDigits {

    private CheckDigits() {}

    /** Luhn's key: from the right, every second digit is doubled; the sum of all digits must divide by 10. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** The key of EAN-13: weights 1 and 3 in turn from the left; the sum must divide by 10. */
    static boolean ean13(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    static int sum(String digits) {
        return digits.chars().map(digit -> digit - '0').sum();
    }
}
