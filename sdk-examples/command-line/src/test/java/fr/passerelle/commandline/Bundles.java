package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must hold of every programme's texts; for the tests of the programmes too. */
public final class Bundles {

    private static final String DESCRIPTION = "usage.description";
    private static final String FIRST_EXIT_CODE = "usage.exitCodeList.0";
    private static final Pattern DETAIL = Pattern.compile("\\{\\d}|\\$\\{[^}]*}");

    private Bundles() {}

    /**
     * The same keys and details in both languages, and no plain apostrophe, which is special in a text with details.
     * Each command that is described has exit codes: its own, or those of all commands.
     *
     * @param name of the English bundle
     */
    public static void assertWellKept(String name) {
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT);
        ResourceBundle french = ResourceBundle.getBundle(name, Locale.FRENCH);
        // Whatever the French bundle lacks, it would take from the English one.
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> {
            assertThat(details(french, key)).as(key).isEqualTo(details(english, key));
            if (!key.startsWith("format.")) {
                assertThat(english.getString(key) + french.getString(key))
                        .as(key)
                        .doesNotContain("'");
            }
        });
        assertThat(english.keySet())
                .filteredOn(key -> key.endsWith(DESCRIPTION))
                .allSatisfy(description -> assertHasExitCodes(english, description));
    }

    private static void assertHasExitCodes(ResourceBundle bundle, String description) {
        String own = description.replace(DESCRIPTION, FIRST_EXIT_CODE);
        assertThat(bundle.containsKey(own) || bundle.containsKey(FIRST_EXIT_CODE))
                .as(own)
                .isTrue();
    }

    private static List<String> details(ResourceBundle bundle, String key) {
        return DETAIL.matcher(bundle.getString(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
