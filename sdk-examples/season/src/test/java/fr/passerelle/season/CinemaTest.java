package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code season cinema} against the offline programme. */
class CinemaTest {

    private static final Instant NOW = Instant.parse("2026-12-16T09:00:00Z");

    private static final String WEEK = """
            Programme du 16 au 22 décembre
            Film;Visa CNC;Date;Heure;VF/VO;Format;Salle;Places;Tarif
            Les Quatre Cents Coups;22757;18/12/2026;20h30;VF;;Salle 1;40;7,00 €
            Les Quatre Cents Coups;22757;19/12/2026;14h;VF;;Salle 1;40;5,50 €
            Jules et Jim;27414;18/12/2026;21h00;VOST;3D;Salle 2;25;7,00 €
            """;

    private final Sandbox sandbox = Sandbox.start();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SandboxProvider provider = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(provider);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void theCatalogueKnowsTwoFilms() {
        sandbox.clock().set(NOW);
        film(22_757, "Les Quatre Cents Coups");
        film(27_414, "Jules et Jim");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void film(int visa, String name) {
        try {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/catalogue/films"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(
                                            "{\"name\":\"%s\",\"visa\":%d}".formatted(name, visa)))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(201);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String csv, String... more) throws IOException {
        return run(Map.of("PASSCULTURE_API_KEY", provider.apiKey()), csv, more);
    }

    private int run(Map<String, String> environment, String csv, String... more) throws IOException {
        out.reset();
        err.reset();
        Path file = Files.writeString(folder.resolve("week.csv"), csv);
        try (CheckingProxy programme = new CheckingProxy(sandbox.baseUrl())) {
            List<String> given = Stream.concat(
                            Stream.of(
                                    "cinema",
                                    "--file",
                                    file.toString(),
                                    "--base-url",
                                    programme.baseUrl().toString(),
                                    "--siret",
                                    venue.siret(),
                                    "--wait",
                                    "6"),
                            Stream.of(more))
                    .toList();
            Surroundings surroundings = new Surroundings(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS),
                    environment,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            return Main.run(surroundings, given);
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> sessions() {
        try (PassCultureClient client = client()) {
            return client.events().list(EventFilter.ofVenue(venue.id())).stream()
                    .flatMap(event -> client.events().dates(event.id()).list().stream()
                            .map(date -> event.name() + " " + date.beginning() + " "
                                    + date.priceCategory().price() + " " + date.capacity()))
                    .sorted()
                    .toList();
        }
    }

    private PassCultureClient client() {
        return PassCultureClient.builder()
                .apiKey(provider.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .build();
    }

    @Test
    void aDryRunTellsWhatWouldBeAndSendsNothing() throws IOException {
        assertThat(run(WEEK)).as(out() + err).isEqualTo(ExitCode.OK);

        assertThat(out())
                .contains("Columns read: visa (Visa CNC), start (Date), time (Heure)")
                .contains("visa:22757", "no offer yet: new 2, changed 0, deleted 0")
                .contains("Nothing was sent. Replace with --yes.");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void withoutAKeyTheFileIsRead() throws IOException {
        assertThat(run(Map.of(), WEEK)).isEqualTo(ExitCode.OK);

        assertThat(out()).contains("Dry run without an API key").contains("2 sessions");
    }

    @Test
    void replacesAndTellsWhatBecameOfEachFilm() throws IOException {
        assertThat(run(WEEK, "--yes")).as(out() + err).isEqualTo(ExitCode.OK);

        assertThat(out()).contains("applied").doesNotContain("missing").contains("Done.");
        assertThat(sessions())
                .hasSize(3)
                .anyMatch(session -> session.startsWith("Jules et Jim 2026-12-18T20:00:00Z 7"))
                .anyMatch(session -> session.startsWith("Les Quatre Cents Coups 2026-12-19T13:00:00Z 5.50"));

        assertThat(run(WEEK)).isEqualTo(ExitCode.OK);
        assertThat(out()).contains("nothing to do");
    }

    @Test
    void saysWhichFilmTheCatalogueDoesNotKnow() throws IOException {
        String more = WEEK + "Inconnu;99999;20/12/2026;20h30;VF;;Salle 1;40;7\n";

        assertThat(run(more, "--yes")).as(out() + err).isEqualTo(ExitCode.SOME_REFUSED);

        assertThat(out()).contains("visa:99999").contains("not in the programme’s catalogue");
        assertThat(sessions()).hasSize(3);
    }

    @Test
    void cancelsNoBookingUnlessToldTo() throws IOException {
        run(WEEK, "--yes");
        long booked;
        try (PassCultureClient client = client()) {
            booked = client.events().list(EventFilter.ofVenue(venue.id())).stream()
                    .filter(event -> event.name().startsWith("Les Quatre"))
                    .flatMap(event -> client.events().dates(event.id()).list().stream())
                    .filter(date -> date.beginning().equals(Instant.parse("2026-12-19T13:00:00Z")))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        sandbox.beneficiary(30_000).book(booked, 2);
        String shorter = WEEK.replaceAll("(?m)^.*;14h;.*\n", "").replace(";25;", ";30;");

        assertThat(run(shorter)).isEqualTo(ExitCode.OK);
        assertThat(out())
                .contains("deleted 1")
                .contains("cancels 2 places that are booked")
                .contains("--cancel-booked");
        assertThat(run(shorter, "--yes")).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out()).contains("stays as it is", "2 places of sessions that are not in the file are booked");
        assertThat(sessions())
                .hasSize(3)
                .anyMatch(session -> session.startsWith("Jules et Jim") && session.endsWith(" 30"));

        assertThat(run(shorter, "--yes", "--cancel-booked")).as(out() + err).isEqualTo(ExitCode.OK);
        assertThat(sessions()).hasSize(2);
    }

    @Test
    void withAMemoryOnlyFilmsThatDifferAreSentAndThoseThatAreGoneEndIfTold() throws IOException {
        String memory = folder.resolve("memory").toString();
        assertThat(run(WEEK, "--yes", "--memory", memory)).isEqualTo(ExitCode.OK);
        String withoutJules = WEEK.replaceAll("(?m)^Jules.*\n", "");

        assertThat(run(withoutJules, "--yes", "--memory", memory, "--end-gone"))
                .as(out() + err)
                .isEqualTo(ExitCode.OK);

        assertThat(out()).containsPattern("visa:22757 +nothing to do").containsPattern("visa:27414 +applied");
        assertThat(sessions()).hasSize(2).noneMatch(session -> session.startsWith("Jules"));
    }

    /** What is not sent of a film is deleted: a row with a slip of the pen must not delete its session. */
    @Test
    void aFilmWithABadRowStaysAsItIs() throws IOException {
        run(WEEK, "--yes");

        assertThat(run(WEEK.replace("14h", "25h"), "--yes")).isEqualTo(ExitCode.SOME_REFUSED);

        assertThat(out())
                .contains("line 4", "visa:22757: start is no day and time")
                .contains("left out, and stays as it is");
        assertThat(sessions()).hasSize(3);
    }

    @Test
    void aRowWithoutAFilmHoldsEverythingBack() throws IOException {
        assertThat(run(WEEK.replace("27414", ""), "--yes")).isEqualTo(ExitCode.SOME_REFUSED);

        assertThat(out()).contains("visa is missing").contains("Nothing was sent: a row does not say of which film");
        assertThat(sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VOST  | VX       | version is neither VF nor VO",
                "VOST  | ''       | version is missing",
                ";3D;  | ;4DX;    | features is neither 3D nor ICE",
                ";25;  | ;-1;     | places is too small",
                ";25;  | ;2000000;| places is too large",
                ";25;  | ;beaucoup; | places is no whole number",
                "21h00 | soir     | start is no day and time",
                "7,00 €| gratuit? | price is no amount in euros",
                "7,00 €| 301      | price is too large",
                "27414 | 27x      | visa is no number of a film"
            })
    void saysWhatIsWrongWithARow(String good, String bad, String problem) throws IOException {
        String row = "Jules et Jim;27414;18/12/2026;21h00;VOST;3D;Salle 2;25;7,00 €\n";

        assertThat(run(Map.of(), WEEK.replace(row, row.replace(good.strip(), bad.strip()))))
                .isEqualTo(ExitCode.SOME_REFUSED);

        assertThat(out()).contains("line 5").contains(problem);
    }

    @Test
    void aSessionOfTheSameTimeAndRoomIsNotSoldTwice() throws IOException {
        String row = "Jules et Jim;27414;18/12/2026;21h00;VF;;salle 2;25;7,00 €\n";

        assertThat(run(Map.of(), WEEK + row)).isEqualTo(ExitCode.SOME_REFUSED);

        assertThat(out()).contains("line 6").contains("repeats a session of an earlier row");
    }

    @Test
    void readsInstantsAndOwnNumbersTakesTheCinemasClockAndLeavesThePastAside() throws IOException {
        String csv = """
                allocine,start,version,places,price,session
                1000015954,2026-12-20T20:30:00+01:00,VO,10,5,A1
                1000015954,20/12/2026 22:15,VO,10,5,A2
                1000015954,2026-12-16T08:00:00Z,VO,10,5,A0
                """;

        assertThat(run(Map.of(), csv, "--zone", "Indian/Reunion"))
                .as(out() + err)
                .isEqualTo(ExitCode.OK);

        assertThat(out())
                .contains("1 session in the past, left aside")
                .contains("allocine_id:1000015954")
                .contains("2 sessions");
    }

    @Test
    void wantsAZoneThatExists() throws IOException {
        assertThat(run(Map.of(), WEEK, "--zone", "Mars")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--zone must be a time zone");
    }

    @Test
    void saysWhichColumnsAreMissing() throws IOException {
        assertThat(run(Map.of(), "a;b;c\n1;2;3\n")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("start, version, places, price");
    }

    @Test
    void takesColumnsByName() throws IOException {
        String csv = WEEK.replace("Places", "Jauge web");

        assertThat(run(Map.of(), csv)).isEqualTo(ExitCode.FAILURE);
        assertThat(run(Map.of(), csv, "--columns", "places=Jauge web"))
                .as(out() + err)
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void publishesAWeekOfManySessions() throws IOException {
        int films = 12;
        for (int i = 0; i < films; i++) {
            film(WeekMaker.visa(i), "Film " + i);
        }

        String week = WeekMaker.csv(films, 60, LocalDateTime.parse("2026-12-17T10:00"));
        assertThat(run(week, "--yes")).as(out() + err).isEqualTo(ExitCode.OK);

        assertThat(out()).contains("Applied").contains("12");
        assertThat(sessions()).hasSize(films * 60);
    }

    /** The page shows what the command prints. */
    @Test
    void thePageIsTrue() throws IOException {
        run(WEEK, "--yes");
        String moved = WEEK.replace("20h30;VF", "20h45;VF");
        run(moved);

        String page = Files.readString(page("docs/operations.md"));
        List<String> block = page.substring(page.indexOf("<!-- output: cinema -->"))
                .split("```", -1)[1]
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith("$") && !line.equals("  …"))
                .toList();
        assertThat(block).hasSizeGreaterThan(6);
        assertThat(out().lines().map(String::stripTrailing).toList()).containsSubsequence(block);
    }

    private static Path page(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("LICENSE"))) {
                return at.resolve(name);
            }
        }
        throw new IllegalStateException("no folder above holds the LICENSE");
    }
}
