package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.PackagedJar;
import fr.passerelle.commandline.PackagedJar.Run;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code season.jar} as a newcomer runs it: a process of its own, its exit code and what it prints. */
@Timeout(60)
class SeasonJarIT {

    private static final String AGENDA = """
            [{"fields": {"uid": "1", "title": "Visite d&#39;été", "placename": "Musée", "pricing_info": "Entrée libre",
                         "timetable": "2024-03-15T10:00:00 2024-03-15T11:00:00"}},
             {"fields": {"uid": "2", "title": "Formation", "placename": "Musée", "pricing_info": "990€ HT",
                         "timetable": "2024-03-15T10:00:00 2024-03-15T11:00:00"}}]
            """;

    @TempDir
    private Path folder;

    private static final PackagedJar JAR = new PackagedJar("season.jar");

    private static Run season(String apiKey, String... arguments) throws IOException, InterruptedException {
        return JAR.run(Map.of(ApiKey.VARIABLE, apiKey), arguments);
    }

    private String agenda() throws IOException {
        return Files.writeString(folder.resolve("agenda.json"), AGENDA).toString();
    }

    @Test
    void theDemonstrationRunsToItsTable() throws Exception {
        Run demo = season("", "demo", "--lang", "en");

        assertThat(demo.output()).contains("People admitted", "Credit spent").doesNotContain("Exception", "\tat ");
        assertThat(demo.exit()).isZero();
    }

    @Test
    void whatWasPublishedIsFoundAgain() throws Exception {
        try (Sandbox programme = Sandbox.start()) {
            SandboxProvider vendor = programme.provider();
            SandboxVenue venue = programme.linkedVenue(vendor);
            String[] publish = {
                "publish",
                "--lang",
                "en",
                "--file",
                agenda(),
                "--base-url",
                programme.baseUrl().toString(),
                "--siret",
                venue.siret(),
                "--yes"
            };

            assertThat(season(vendor.apiKey(), publish).exit()).isEqualTo(3);
            Run again = season(vendor.apiKey(), publish);

            assertThat(again.exit()).isEqualTo(3);
            assertThat(again.output()).contains("990€ HT").doesNotContain("Exception", vendor.apiKey());
        }
    }

    @Test
    void aWrongKeyIsOneLineAndNoStackTrace() throws Exception {
        try (Sandbox programme = Sandbox.start()) {
            Run run = season(
                    "not-the-key",
                    "publish",
                    "--file",
                    agenda(),
                    "--base-url",
                    programme.baseUrl().toString(),
                    "--siret",
                    "85331845900049");

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.output()).doesNotContain("Exception", "\tat ", "not-the-key");
        }
    }

    @Test
    void noNetworkIsOneLineAndNoStackTrace() throws Exception {
        Run run = season(
                "key", "publish", "--file", agenda(), "--base-url", "http://127.0.0.1:9", "--siret", "85331845900049");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).doesNotContain("Exception", "\tat ");
    }
}
