package fr.passerelle.commandline.read;

import fr.passerelle.model.credit.Department;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Departments as lists write them: {@code 93}, {@code 1}, {@code 093}, {@code 2a}, {@code 20A}, {@code 69M},
 * {@code FR-75}, {@code D075}, {@code Corse-du-Sud}, {@code La Réunion (974)}, {@code 93 - Seine-Saint-Denis}. Where a
 * text has a number and a name, both must mean the same.
 */
public final class Departments {

    private static final String CODE =
            "(?:fr ?-? ?|d ?)?(?<code>2[ab]|20[ab]|69[dm]|0?[0-9]{1,2}|97[0-9]|98[0-9]|[0-9]{5})(?:[.,]0+)?";
    private static final Pattern CODE_ONLY = Pattern.compile("(?i)" + CODE);
    private static final Pattern CODE_FIRST =
            Pattern.compile("(?i)" + CODE + " ?[-–—:/,(]? ?(?<name>\\p{L}[\\p{L}\\p{M}'’ .-]*?)\\)?");
    private static final Pattern NAME_FIRST =
            Pattern.compile("(?i)(?<name>\\p{L}[\\p{L}\\p{M}'’ .-]*?) ?[-–—:/,(\\[]? ?" + CODE + "[)\\]]?");
    private static final Pattern LEADING = Pattern.compile(
            "(?iu)(?:d[ée]partement|d[ée]pt?|dpt)\\b[. :]*(?:de la |de l['’]|du |des |de |d['’]|n° ?)?(?=.)");
    private static final Map<String, String> BY_NAME = byName();

    private Departments() {}

    /**
     * The department.
     *
     * @throws NotUnderstoodException if the whole text is no French department
     */
    public static Department read(String text) throws NotUnderstoodException {
        Matcher plain = CODE_ONLY.matcher(Words.tidy(text));
        if (plain.matches()) {
            return known(plain.group("code"), text);
        }
        String tidy = LEADING.matcher(Words.tidy(text)).replaceFirst("");
        @Nullable String named = Words.isName(tidy) ? BY_NAME.get(plain(tidy)) : null;
        if (named != null) {
            return new Department(named);
        }
        Matcher code = CODE_ONLY.matcher(tidy);
        if (code.matches()) {
            return known(code.group("code"), tidy);
        }
        for (Pattern form : new Pattern[] {CODE_FIRST, NAME_FIRST}) {
            Matcher both = form.matcher(tidy);
            if (both.matches()) {
                Department department = known(both.group("code"), tidy);
                @Nullable String ofName = BY_NAME.get(plain(both.group("name")));
                if (!department.code().equals(ofName)) {
                    throw new NotUnderstoodException("unknown_department", both.group("name"));
                }
                return department;
            }
        }
        throw new NotUnderstoodException("unknown_department", tidy);
    }

    private static Department known(String written, String text) throws NotUnderstoodException {
        String code = written.toUpperCase(Locale.ROOT);
        if (code.length() == 5) {
            return Department.ofPostalCode(PostalCodes.checked(code));
        }
        if (code.startsWith("20") && code.length() == 3 && !Character.isDigit(code.charAt(2))) {
            code = "2" + code.charAt(2);
        } else if (code.startsWith("69")) {
            code = "69";
        } else if (code.length() == 3 && code.startsWith("0")) {
            code = code.substring(1);
        } else if (code.length() == 1) {
            code = "0" + code;
        }
        if (!Department.isKnown(code)) {
            throw new NotUnderstoodException("unknown_department", text);
        }
        return new Department(code);
    }

    private static String plain(String name) {
        return Words.spaced(name)
                .replaceAll("\\bste?\\b", "saint")
                .replaceAll("\\bhte(s?)\\b", "haute$1")
                .replace(" ", "");
    }

    private static Map<String, String> byName() {
        Map<String, String> codes = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Departments.class.getResourceAsStream("departments.txt"), "departments.txt"),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\\|", -1);
                for (String name : cells[1].split(",", -1)) {
                    codes.put(plain(name), cells[0].strip());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(codes);
    }
}
