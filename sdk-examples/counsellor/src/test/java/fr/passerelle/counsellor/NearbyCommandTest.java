package fr.passerelle.counsellor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agenda of a few events around Saint-Denis, on 1 June 2026. */
class NearbyCommandTest {

    private static final String EVENT = """
            {"uid": "%s", "title_fr": "%s", "conditions_fr": "%s", "location_postalcode": "%s",
             "location_coordinates": {"lat": %s, "lon": %s}, "location_name": "Salle %s",
             "timings": [{"begin": "2026-06-20T20:00:00+02:00", "end": "2026-06-20T22:00:00+02:00"}]%s}""";

    @TempDir
    private Path folder = Path.of("");

    private Path agenda = Path.of("");

    @BeforeEach
    void write() throws IOException {
        agenda = Files.writeString(
                folder.resolve("agenda.json"),
                "["
                        + String.join(
                                ",",
                                event("1", "Concert au théâtre", "Plein 12 € / réduit 8 €", "93200", 48.936, 2.357, ""),
                                event("2", "Spectacle plus loin", "10 €", "95000", 49.036, 2.077, ""),
                                event("3", "Concert de gala", "Tarif unique : 80 €", "93200", 48.937, 2.358, ""),
                                event("4", "Concert annulé", "10 €", "93200", 48.936, 2.357, ", \"status\": 6"),
                                event(
                                        "5",
                                        "Concert en ligne",
                                        "5 €",
                                        "93200",
                                        48.9,
                                        2.3,
                                        ", \"attendancemode\": 2, \"onlineaccesslink\": \"https://example.org/x\""),
                                event("6", "Danse \u001b[2J & <3", "15 €", "75018", 48.892, 2.344, ""))
                        + "]");
    }

    private static String event(
            String id, String title, String price, String code, double latitude, double longitude, String more) {
        return EVENT.formatted(id, title.replace("\u001b", "\\u001b"), price, code, latitude, longitude, id, more);
    }

    private Run nearby(String... more) {
        List<String> all = new ArrayList<>(List.of("nearby", "--agenda", agenda.toString(), "--credit", "50"));
        all.addAll(List.of(more));
        return Run.of(all.toArray(String[]::new));
    }

    private static List<String> titles(Run run) throws JsonProcessingException {
        List<String> titles = new ArrayList<>();
        for (JsonNode outing : JsonMapper.builder().build().readTree(run.out()).path("outings")) {
            titles.add(outing.path("title").asText() + " "
                    + outing.path("kilometres").asText());
        }
        return titles;
    }

    @Test
    void findsWhatTheCreditPaysForNearHome() throws JsonProcessingException {
        Run run = nearby("--postal-code", "93200", "--radius", "15", "--json");

        assertThat(titles(run)).hasSize(3).satisfies(found -> {
            assertThat(found.get(0)).startsWith("Concert en ligne 0");
            assertThat(found.get(1)).startsWith("Concert au théâtre");
            assertThat(found.get(2)).startsWith("Danse [2J & <3 ");
        });
        assertThat(run.out())
                .contains("\"tooFar\" : 1", "\"notPaidByCredit\" : 1", "\"status.cancelled\" : 1")
                .contains("2026-06-20T18:00:00Z", "\"cents\" : 800");
    }

    @Test
    void saysDistanceDatesPricesAndCategory() {
        Run run = nearby("--postal-code", "93200 SAINT-DENIS");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("À 15 km de 93200, avec 50,00 € de crédit", "km — Concert au théâtre", "20 juin 2026, 20:00")
                .contains("Plein : 12,00 € ; Réduit : 8,00 €", "catégorie : concert", "Plus cher que le crédit : 1")
                .doesNotContain("\u001b");
    }

    @Test
    void leavesOutWhatIsNotOpenAtThisAge() throws JsonProcessingException {
        Run run = nearby("--postal-code", "93200", "--age", "16", "--json");

        assertThat(titles(run)).noneMatch(title -> title.startsWith("Concert en ligne"));
        assertThat(run.out()).contains("\"notAtThisAge\" : 1");
    }

    @Test
    void saysThatItKnowsOnlyTheSurroundings() {
        assertThat(nearby("--postal-code", "05470").out()).contains("Distances approximatives");
        assertThat(nearby("--postal-code", "05470", "--from", "48.936,2.357").out())
                .doesNotContain("approximatives");
    }

    @Test
    void drawsAPageThatNeedsNoNetwork() throws IOException {
        Path page = folder.resolve("page.html");

        assertThat(nearby("--postal-code", "93200", "--report", page.toString()).exit())
                .isZero();
        assertThat(page)
                .content()
                .contains("<html lang=\"fr\">", "Concert au théâtre", "Danse [2J &amp; &lt;3")
                .doesNotContain("<script", "src=", "href=", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--postal-code 98000",
                "--postal-code 93200 --radius 0",
                "--postal-code 93200 --from here",
                "--postal-code 93200 --age 200",
                "--postal-code 93200 --credit 1e2"
            })
    void refusesABadQuestionInOneLine(String options) {
        Run run =
                Run.of(("nearby --agenda " + agenda + (options.contains("--credit") ? " " : " --credit 50 ") + options)
                        .split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void offersNoPriceOfAnotherAge() throws IOException {
        Files.writeString(
                agenda,
                "["
                        + event("1", "Gala", "60 €, gratuit pour les moins de 12 ans", "93200", 48.936, 2.357, "")
                        + ","
                        + event("2", "Bal", "60 € / moins de 26 ans : 10 €", "93200", 48.936, 2.357, "")
                        + "]");

        assertThat(titles(nearby(
                        "--postal-code", "93200", "--radius", "15", "--on", "2026-06-01", "--age", "18", "--json")))
                .singleElement()
                .asString()
                .startsWith("Bal");
        assertThat(titles(nearby("--postal-code", "93200", "--radius", "15", "--on", "2026-06-01", "--json")))
                .hasSize(1);
    }

    @Test
    void neverWritesItsPageOverTheAgenda() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), agenda);

        assertThat(nearby("--postal-code", "93200", "--report", link.toString()).exit())
                .isEqualTo(2);
        assertThat(agenda).content().startsWith("[");
    }
}
