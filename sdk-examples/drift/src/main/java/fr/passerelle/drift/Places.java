package fr.passerelle.drift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the places of an operation are called. */
final class Places {

    static final String BODY = "body";
    static final String BODY_TYPES = "body Content-Type";
    static final String RESPONSE = "response";
    static final String STATUSES = "response status";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private Places() {}

    /** A placeholder goes by its position: its name is no part of a call. */
    static String inPath(String path, String name) {
        Matcher placeholder = PLACEHOLDER.matcher(path);
        for (int position = 1; placeholder.find(); position++) {
            if (placeholder.group(1).equals(name)) {
                return "path #" + position;
            }
        }
        return "path " + name;
    }
}
