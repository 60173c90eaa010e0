package fr.passerelle.sandbox.nomenclature;

import java.time.ZoneId;
import java.util.Map;

/** Departments, as the server finds them from postal codes, and their time zones. */
public final class Department {

    /** New Caledonia, where prices are converted to CFP francs. */
    public static final String NEW_CALEDONIA = "988";

    private static final Map<String, String> OVERSEAS_ZONES = Map.ofEntries(
            Map.entry("971", "America/Guadeloupe"),
            Map.entry("972", "America/Martinique"),
            Map.entry("973", "America/Cayenne"),
            Map.entry("974", "Indian/Reunion"),
            Map.entry("975", "America/Miquelon"),
            Map.entry("976", "Indian/Mayotte"),
            Map.entry("977", "America/St_Barthelemy"),
            Map.entry("978", "America/Guadeloupe"),
            Map.entry("986", "Pacific/Wallis"),
            Map.entry("987", "Pacific/Tahiti"),
            Map.entry("988", "Pacific/Noumea"),
            Map.entry("989", "Pacific/Pitcairn"));

    private Department() {}

    /** The department of a postal code: its first two digits, three overseas. */
    public static String ofPostalCode(String postalCode) {
        return switch (postalCode) {
            case "97133" -> "977";
            case "97150" -> "978";
            default -> {
                boolean overseas = postalCode.startsWith("97") || postalCode.startsWith("98");
                yield postalCode.substring(0, Math.min(postalCode.length(), overseas ? 3 : 2));
            }
        };
    }

    /** The time zone of a department. */
    public static ZoneId zone(String department) {
        return ZoneId.of(OVERSEAS_ZONES.getOrDefault(department, "Europe/Paris"));
    }
}
