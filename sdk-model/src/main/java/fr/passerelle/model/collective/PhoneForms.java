package fr.passerelle.model.collective;

import java.util.regex.Pattern;

/** What the programme's server takes for a telephone number: anything that can be dialled from a part of France. */
final class PhoneForms {

    private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*tel:");
    private static final Pattern EXTENSION = Pattern.compile("(?i);ext=[0-9]{1,20}\\s*$");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\u00a0\\u202f.()/-]+");

    /** What follows the 0 or +33; 70 to 72 are not given out. */
    private static final String FRENCH = "(?:[1-689][0-9]{8}|7[3-9][0-9]{7})";

    /** Of the other countries only those of North America are looked at closely: no area code is 555. */
    private static final String ABROAD = "(?!33|1)[1-9][0-9]{7,14}|1(?!555)[2-9][0-9]{2}[2-9][0-9]{6}";

    private static final Pattern NUMBER =
            Pattern.compile("0" + FRENCH + "|33" + FRENCH + "|(?:\\+|00)(?:330?" + FRENCH + "|" + ABROAD + ")");

    private PhoneForms() {}

    static boolean isNumber(String text) {
        String dialled = SCHEME.matcher(text).replaceFirst("");
        dialled = EXTENSION.matcher(dialled).replaceFirst("");
        return NUMBER.matcher(PUNCTUATION.matcher(dialled).replaceAll("")).matches();
    }
}
