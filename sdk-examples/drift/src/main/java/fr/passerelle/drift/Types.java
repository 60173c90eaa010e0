package fr.passerelle.drift;

import java.util.Set;

/** Which types hold which. */
final class Types {

    private Types() {}

    static Kind change(Set<String> before, Set<String> after) {
        if (accepts(after, before)) {
            return Kind.TYPE_WIDENED;
        }
        return accepts(before, after) ? Kind.TYPE_NARROWED : Kind.TYPE_CHANGED;
    }

    /** Whether whatever fits the narrow types fits the wide ones. No type at all means any. */
    private static boolean accepts(Set<String> wide, Set<String> narrow) {
        return wide.isEmpty()
                || (!narrow.isEmpty()
                        && narrow.stream()
                                .allMatch(type -> wide.contains(type)
                                        || wide.contains(withoutFormat(type))
                                        || (withoutFormat(type).equals("integer") && wide.contains("number"))));
    }

    private static String withoutFormat(String type) {
        int format = type.indexOf(" (");
        return format < 0 ? type : type.substring(0, format);
    }
}
