package fr.passerelle.model.value;

import java.util.regex.Pattern;

/** How people's typing is tidied before it is checked. */
final class Texts {

    // With no-break and narrow no-break spaces, which French typography puts inside numbers.
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private Texts() {}

    static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("");
    }
}
