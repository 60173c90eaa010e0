package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.ticketing.BookingKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String SECRET = "a secret of the box office";
    private static final String[] RECONCILE = {
        "reconcile", "--siret=85331845900049", "--base-url=http://127.0.0.1:1", "--database=jdbc:h2:mem:"
    };

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reconcilesAVenueThatItHasNeverSeenAndThenKnowsIt() {
        try (Sandbox sandbox = Sandbox.start();
                CheckingProxy programme = new CheckingProxy(sandbox.baseUrl())) {
            Demo elsewhere = new Demo(sandbox, new BoxOffice(H2.empty(), BookingKeys.under(SECRET)));
            sandbox.beneficiary(30_000).book(elsewhere.publish("Le Misanthrope", false), 2);
            String[] command = {
                "reconcile",
                "--lang=en",
                "--database=jdbc:h2:" + folder.resolve("office"),
                "--siret=" + elsewhere.hall().siret(),
                "--base-url=" + programme.baseUrl()
            };
            Map<String, String> environment =
                    Map.of(ApiKey.VARIABLE, elsewhere.account().apiKey(), ReconcileCommand.SECRET, SECRET);

            assertThat(run(environment, command)).isZero();
            assertThat(run(environment, command)).isZero();

            assertThat(lines())
                    .containsExactly(
                            "  missed booking: booking 1, date 1, places 2, – → CONFIRMED",
                            "  1 booking compared",
                            "  missed booking: 1",
                            "  1 booking compared");
        }
    }

    @Test
    void needsAKeyAndASecret() {
        assertThat(run(Map.of(), RECONCILE)).isEqualTo(1);
        assertThat(run(Map.of(ApiKey.VARIABLE, "x"), RECONCILE)).isEqualTo(1);
        assertThat(run(Map.of(ApiKey.VARIABLE, "x", ReconcileCommand.SECRET, "short"), RECONCILE))
                .isEqualTo(1);

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).contains("PASSCULTURE_API_KEY");
        assertThat(lines().get(1)).contains("BOX_OFFICE_SECRET").isEqualTo(lines().get(2));
    }

    @Test
    void endsInOneLineWhenTheDatabaseIsNone() {
        String[] command = RECONCILE.clone();
        command[3] = "--database=jdbc:h2:mem:none;IFEXISTS=TRUE";

        assertThat(run(Map.of(ApiKey.VARIABLE, "x", ReconcileCommand.SECRET, SECRET), command))
                .isEqualTo(1);
        assertThat(lines()).singleElement().asString().contains("SQL state 90146");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "jdbc:nope:x",
                "jdbc:postgresql://localhost/x",
                "jdbc:h2:",
                "jdbc:h2:zip:none!/x",
                "jdbc:h2:mem:x;NO_SUCH_SETTING=1",
                "jdbc:h2:tcp://127.0.0.1:1/x",
                "jdbc:h2:relative",
                "jdbc:h2:/dev/null/x"
            })
    void endsInOneLineWhateverTheDatabaseIsCalled(String url) {
        String[] command = RECONCILE.clone();
        command[3] = "--database=" + url;

        assertThat(run(Map.of(ApiKey.VARIABLE, "x", ReconcileCommand.SECRET, SECRET), command))
                .isBetween(1, 2);
        assertThat(lines()).singleElement().asString().doesNotContain("Exception", "\tat ");
    }

    @Test
    void speaksBothLanguages() {
        assertThat(run(Map.of(), "--help", "--lang=fr")).isZero();
        assertThat(run(Map.of(), "--help", "--lang=en")).isZero();

        assertThat(output.toString(StandardCharsets.UTF_8)).contains("aucun billet vendu deux fois", "no ticket sold");
        Bundles.assertWellKept(Main.TEXTS);
    }

    @ParameterizedTest
    @EnumSource
    void hasATextForEveryDifference(Difference.Kind kind) {
        assertThat(Texts.in(Locale.ENGLISH, Main.TEXTS).of("difference", kind)).isNotBlank();
    }

    private int run(Map<String, String> environment, String... arguments) {
        List<String> given = List.of(arguments);
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Texts texts = Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS);
        return Main.run(new Surroundings(stream, stream, false, texts, environment, Clock.systemUTC()), given);
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
