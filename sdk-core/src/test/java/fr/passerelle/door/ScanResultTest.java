package fr.passerelle.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the screen at the door says. */
class ScanResultTest {

    private static final String LISTED =
            "src/main/resources/META-INF/native-image/fr.passerelle/passerelle-core/resource-config.json";

    @ParameterizedTest
    @EnumSource
    void everyResultHasItsWords(ScanResult result) {
        for (Locale locale : List.of(Locale.FRANCE, Locale.ENGLISH)) {
            assertThat(result.title(locale)).isNotBlank().hasSizeLessThan(20);
            assertThat(result.sentence(locale)).endsWith(".");
        }
        assertThat(result.sentence(Locale.FRENCH)).isNotEqualTo(result.sentence(Locale.GERMAN));
    }

    @ParameterizedTest
    @EnumSource
    void everySettlementHasItsWords(Settlement settlement) {
        assertThat(settlement.title(Locale.CANADA_FRENCH)).isNotBlank();
        assertThat(settlement.title(Locale.ROOT)).isNotBlank().isNotEqualTo(settlement.title(Locale.FRENCH));
    }

    /** Whoever builds a native image gets the words, too. */
    @Test
    void itsBundleIsListedForNativeImages() throws IOException {
        JsonNode bundle =
                new ObjectMapper().readTree(new File(LISTED)).path("bundles").path(0);

        assertThat(bundle.path("locales").toString()).isEqualTo("[\"\",\"fr\"]");
        assertThat(ResourceBundle.getBundle(bundle.path("name").asText(), Locale.FRENCH)
                        .getLocale())
                .isEqualTo(Locale.FRENCH);
    }
}
