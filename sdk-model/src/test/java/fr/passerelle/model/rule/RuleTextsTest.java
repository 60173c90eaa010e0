package fr.passerelle.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextsTest {

    @ParameterizedTest
    @EnumSource
    void everyRuleHasATextInBothLanguages(RuleCode code) {
        Violation violation = new Violation("field", code, "12");

        assertThat(violation.message(Locale.ENGLISH)).startsWith("field: ").doesNotContain("{", "''");
        assertThat(violation.message(Locale.FRENCH)).startsWith("field: ").isNotEqualTo(violation.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.fr",
                " a@b.fr\n",
                "Guichet <a@b.fr>",
                "prénom.nom+tag@théâtre-national.example.org",
                "o'brien@example.co"
            })
    void acceptsAnEmailAddress(String email) {
        assertThat(new RuleCheck().email("f", email).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a@b.1", "a b@c.fr", "a@@b.fr", "a..b@c.fr", "@c.fr", "a@-c.fr", "a@c..fr"})
    void refusesWhatIsNoEmailAddress(String email) {
        assertThat(new RuleCheck().email("f", email).violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/x",
                "https://example.org",
                "HTTPS://example.org?x=é#y",
                "https://user:pw@example.org",
                "http://[::1]/"
            })
    void acceptsAUrl(String url) {
        assertThat(new RuleCheck().url("f", url, RuleCheck.MAX_URL).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org",
                "https://",
                "https://a b.org",
                "javascript:alert(1)",
                "https://256.1.1.1",
                "https://-a.fr"
            })
    void refusesWhatIsNoUrl(String url) {
        assertThat(new RuleCheck().url("f", url, RuleCheck.MAX_URL).violations())
                .hasSize(1);
    }
}
