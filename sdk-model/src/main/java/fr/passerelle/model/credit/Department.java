package fr.passerelle.model.credit;

import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A French department or overseas territory; it decides the clock of its residents and some ceilings (rule book 1.3,
 * 1.4, 1.6).
 *
 * @param code two digits, {@code 2A} or {@code 2B}, or three digits overseas
 */
public record Department(String code) {

    /** The clock of everybody whose department is metropolitan or not known. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** 20 is what a Corsican postal code gives. */
    private static final Set<String> METROPOLITAN = Stream.concat(
                    IntStream.rangeClosed(1, 95).mapToObj(number -> (number < 10 ? "0" : "") + number),
                    Stream.of("2A", "2B"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern POSTAL_CODE = Pattern.compile("(?!00|99)\\d{5}");
    private static final String OVERSEAS_FROM = "97";
    private static final Map<String, String> OWN_DEPARTMENT = Map.of("97133", "977", "97150", "978");

    /** Rule book 1.6. The terres australes (984) have no clock of their own there. */
    private static final Map<String, ZoneId> OVERSEAS = Map.ofEntries(
            zone("971", "America/Guadeloupe"),
            zone("972", "America/Martinique"),
            zone("973", "America/Cayenne"),
            zone("974", "Indian/Reunion"),
            zone("975", "America/Miquelon"),
            zone("976", "Indian/Mayotte"),
            zone("977", "America/St_Barthelemy"),
            zone("978", "America/Guadeloupe"),
            zone("984", "Europe/Paris"),
            zone("986", "Pacific/Wallis"),
            zone("987", "Pacific/Tahiti"),
            zone("988", "Pacific/Noumea"),
            zone("989", "Pacific/Pitcairn"));

    /**
     * Checks the code.
     *
     * @throws RuleViolationException if there is no such department
     */
    public Department {
        if (!isKnown(code)) {
            throw new RuleViolationException(new Violation("departmentCode", RuleCode.UNKNOWN_DEPARTMENT, null));
        }
    }

    private static Map.Entry<String, ZoneId> zone(String code, String zone) {
        return Map.entry(code, ZoneId.of(zone));
    }

    /** Whether there is a department of this code. */
    public static boolean isKnown(String code) {
        return METROPOLITAN.contains(code) || OVERSEAS.containsKey(code);
    }

    /** What is wrong with a postal code: its form, or that no department begins so; null if nothing is. */
    public static @Nullable RuleCode problemOfPostalCode(String postalCode) {
        if (!POSTAL_CODE.matcher(postalCode).matches()) {
            return RuleCode.BAD_POSTAL_CODE;
        }
        return isKnown(codeOf(postalCode)) ? null : RuleCode.UNKNOWN_DEPARTMENT;
    }

    /**
     * The department that a postal code belongs to (rule book 1.4).
     *
     * @throws RuleViolationException if it is no postal code of a department
     */
    public static Department ofPostalCode(String postalCode) {
        RuleCode problem = problemOfPostalCode(postalCode);
        if (problem != null) {
            throw new RuleViolationException(new Violation("postalCode", problem, null));
        }
        return new Department(codeOf(postalCode));
    }

    private static String codeOf(String postalCode) {
        int digits = postalCode.compareTo(OVERSEAS_FROM) < 0 ? 2 : 3;
        return OWN_DEPARTMENT.getOrDefault(postalCode, postalCode.substring(0, digits));
    }

    /** The clock of its residents. */
    public ZoneId zone() {
        return OVERSEAS.getOrDefault(code, PARIS);
    }
}
