package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.ticketing.BookingKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String SECRET = "a secret of the box office";

    private final StringWriter output = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reconcilesAVenueThatItHasNeverSeenAndThenKnowsIt() {
        try (Sandbox sandbox = Sandbox.start();
                CheckingProxy programme = new CheckingProxy(sandbox.baseUrl())) {
            Demo elsewhere = new Demo(sandbox, new BoxOffice(H2.regular(), BookingKeys.under(SECRET)));
            SandboxProvider account = elsewhere.account();
            SandboxVenue hall = elsewhere.hall();
            sandbox.beneficiary(30_000).book(elsewhere.publish("Le Misanthrope", false), 2);
            String[] command = {
                "reconcile",
                "--database=jdbc:h2:" + folder.resolve("office"),
                "--venue=" + hall.id(),
                "--base-url=" + programme.baseUrl()
            };
            Map<String, String> environment =
                    Map.of("PASSCULTURE_API_KEY", account.apiKey(), "BOX_OFFICE_SECRET", SECRET);

            assertThat(run(environment, command)).isZero();
            assertThat(run(environment, command)).isZero();

            assertThat(output.toString().lines())
                    .containsExactly(
                            "MISSED_BOOKING       booking 1, date 1, places 2: unknown -> CONFIRMED",
                            "1 bookings compared, {MISSED_BOOKING=1}",
                            "1 bookings compared, nothing missed");
        }
    }

    @Test
    void needsASecretAndAKey() {
        List<Map<String, String>> environments =
                List.of(Map.of(), Map.of("BOX_OFFICE_SECRET", SECRET), Map.of("BOX_OFFICE_SECRET", " "));
        for (Map<String, String> environment : environments) {
            assertThat(run(environment, "reconcile", "--database=jdbc:h2:mem:", "--venue=1"))
                    .isEqualTo(2);
        }
        assertThat(output.toString()).contains("BOX_OFFICE_SECRET is not set", "PASSCULTURE_API_KEY is not set");
    }

    @Test
    void endsInOneLineWhenTheDatabaseIsNone() {
        Map<String, String> environment = Map.of("PASSCULTURE_API_KEY", "x", "BOX_OFFICE_SECRET", SECRET);

        assertThat(run(environment, "reconcile", "--database=jdbc:h2:mem:none;IFEXISTS=TRUE", "--venue=1"))
                .isEqualTo(1);
        assertThat(output.toString().lines()).singleElement().asString().startsWith("box-office: the database failed");
    }

    @Test
    void showsItsHelp() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(run(Map.of(), "demo", "--version")).isZero();
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(output.toString()).contains("demo", "reconcile", "Passerelle box office");
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintWriter writer = new PrintWriter(output);
        return Main.run(writer, writer, environment, arguments);
    }
}
