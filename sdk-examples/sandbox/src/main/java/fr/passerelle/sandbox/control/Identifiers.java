package fr.passerelle.sandbox.control;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Numbers and keys that look like the real ones. */
final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {}

    /** A key of the server's shape: environment, 12 hexadecimal digits, 64 hexadecimal digits. */
    static String apiKey() {
        return "sandbox_" + hex(6) + "_" + hex(32);
    }

    /** A secret of some bytes, in hexadecimal. */
    static String hex(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** The n-th invented SIREN: 9 digits with a right check digit. */
    static String siren(long n) {
        return withCheckDigit(String.valueOf(80_000_000 + n));
    }

    /** The n-th establishment of a SIREN: 14 digits, with a right check digit when the SIREN has one. */
    static String siret(String siren, int n) {
        return withCheckDigit(siren + String.format(Locale.ROOT, "%04d", n));
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
