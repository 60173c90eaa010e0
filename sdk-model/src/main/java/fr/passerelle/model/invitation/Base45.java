package fr.passerelle.model.invitation;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes in the alphanumeric alphabet of QR codes, as RFC 9285 writes them: two bytes are three characters. */
final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = ALPHABET.length();

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int rest = pair ? (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
            for (int digits = pair ? 3 : 2; digits > 0; digits--) {
                text.append(ALPHABET.charAt(rest % BASE));
                rest /= BASE;
            }
        }
        return text.toString();
    }

    /** The bytes; null if the text is not what {@link #encode} makes of any. */
    static byte @Nullable [] decode(String text) {
        if (text.length() % 3 == 1) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            String group = text.substring(i, Math.min(text.length(), i + 3));
            int number = 0;
            for (int digit = group.length() - 1; digit >= 0; digit--) {
                int value = ALPHABET.indexOf(group.charAt(digit));
                if (value < 0) {
                    return null;
                }
                number = number * BASE + value;
            }
            if (number > (group.length() == 3 ? 0xffff : 0xff)) {
                return null;
            }
            if (group.length() == 3) {
                bytes.write(number >> 8);
            }
            bytes.write(number);
        }
        return bytes.toByteArray();
    }
}
