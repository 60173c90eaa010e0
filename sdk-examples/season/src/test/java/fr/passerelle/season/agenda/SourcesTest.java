package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.model.offer.CategoryId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agendas that are none of OpenAgenda's: calendars, and the tourist offices' objects. */
class SourcesTest {

    private static final Schedule SCHEDULE = new Schedule(Instant.parse("2027-01-20T08:00:00Z"), false);

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                SourcesTest.class.getResourceAsStream("/fr/passerelle/season/sources/" + name))) {
            return bytes.readAllBytes();
        }
    }

    private static Map<String, AgendaEntry> read(byte[] export, PriceList prices) throws IOException {
        ListingReader reader = new ListingReader(SCHEDULE, prices);
        Map<String, AgendaEntry> entries = new LinkedHashMap<>();
        try (AgendaRecords records = AgendaRecords.open(new ByteArrayInputStream(export), SCHEDULE.now())) {
            for (Optional<JsonNode> record = records.next(); record.isPresent(); record = records.next()) {
                AgendaEntry entry = reader.read(record.get());
                entries.put(entry.title(), entry);
            }
        }
        return entries;
    }

    private static Map<String, AgendaEntry> read(String name) throws IOException {
        return read(resource(name), PriceList.NONE);
    }

    private static Listing listing(@Nullable AgendaEntry entry) {
        assertThat(entry).isInstanceOf(Listing.class);
        return (Listing) Objects.requireNonNull(entry);
    }

    private static String outcome(@Nullable AgendaEntry entry) {
        return entry instanceof Refusal refusal ? refusal.reason().code().code() : "listed";
    }

    private static List<String> begins(Listing listing) {
        return listing.performances().stream()
                .map(performance -> performance.printed().toString())
                .toList();
    }

    private static List<FindingCode> codes(Listing listing) {
        return listing.notes().stream().map(Finding::code).toList();
    }

    @Test
    void aCalendarsEventsAreSoldOrToldWhyNot() throws IOException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        read("theatre.ics").forEach((title, entry) -> outcomes.put(title, outcome(entry)));

        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Le Médecin volant, de Molière", "listed"),
                        Map.entry("Week-end portes ouvertes", "dates.no-hour"),
                        Map.entry("Concert de chambre", "status.cancelled"),
                        Map.entry("Récital de piano", "status.unknown"),
                        Map.entry("Récital de harpe", "price.no-currency"),
                        Map.entry("Atelier d'improvisation", "listed"),
                        Map.entry("Contes du dimanche", "listed"),
                        Map.entry("Lecture dans le noir", "dates.unreadable"),
                        Map.entry("Répétition", "state.unknown"),
                        Map.entry("Concert sans prix", "price.missing")));
    }

    @Test
    void aRepeatedEventHasEachOfItsDatesAsItWasChanged() throws IOException {
        Listing play = listing(read("theatre.ics").get("Le Médecin volant, de Molière"));

        // The third is excepted, the fourth moved, the fifth cancelled; summer time begins before the fourth.
        assertThat(begins(play))
                .containsExactly("2027-03-06T20:30", "2027-03-13T20:30", "2027-03-27T17:30", "2027-04-10T20:30");
        assertThat(play.performances())
                .extracting(Performance::begin)
                .contains(Instant.parse("2027-03-06T19:30:00Z"), Instant.parse("2027-04-10T18:30:00Z"));
        assertThat(play.durationMinutes()).isEqualTo(90);
        assertThat(play.zone()).isEqualTo(Schedule.PARIS);
        assertThat(codes(play)).contains(FindingCode.SLOT_NOT_TAKING_PLACE);
    }

    @Test
    void aCalendarsFieldsAreTaken() throws IOException {
        Listing play = listing(read("theatre.ics").get("Le Médecin volant, de Molière"));

        assertThat(play.id()).isEqualTo("lavoir-101@lavoir.example.org");
        assertThat(play.prices())
                .containsExactly(new PriceLine("Plein tarif", 1400), new PriceLine("Tarif réduit", 950));
        assertThat(play.category().category().id()).isEqualTo(CategoryId.SPECTACLE_REPRESENTATION);
        assertThat(play.postalCode()).isEqualTo("69001");
        assertThat(play.point()).isEqualTo(new GeoPoint(45.7697, 4.8291));
        assertThat(play.picture())
                .isEqualTo(new Picture(URI.create("https://lavoir.example.org/affiches/medecin.jpg"), null));
        assertThat(play.description())
                .contains("Farce en un acte.\nDurée : 1 h 30", "https://lavoir.example.org/medecin-volant");
    }

    @Test
    void whatRepeatsForEverIsTakenForAYearAndTold() throws IOException {
        Listing workshop = listing(read("theatre.ics").get("Atelier d'improvisation"));

        assertThat(begins(workshop))
                .hasSize(51)
                .startsWith("2027-01-26T19:00", "2027-02-02T19:00", "2027-02-16T19:00")
                .doesNotContain("2027-02-09T19:00");
        assertThat(codes(workshop)).contains(FindingCode.SLOT_ENDLESS);
    }

    @Test
    void anHourWithoutAClockIsThatOfThePlace() throws IOException {
        Listing tales = listing(read("theatre.ics").get("Contes du dimanche"));

        assertThat(tales.zone()).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(tales.performances())
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2027-04-18T12:00:00Z"));
    }

    @Test
    void pricesMayStandBesideACalendar(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("prix.csv"), """
                Titre;Prix
                Concert sans prix;11,50
                Le Médecin volant, de Molière;1 €
                Récital de harpe;2 €
                Deux fois;3
                Deux fois;4
                """);
        PriceList prices;
        try (InputFile file = InputFile.open(table)) {
            prices = PriceList.read(file);
        }

        Map<String, AgendaEntry> entries = read(resource("theatre.ics"), prices);

        assertThat(listing(entries.get("Concert sans prix")).prices())
                .containsExactly(new PriceLine("Tarif unique", 1150));
        assertThat(listing(entries.get("Le Médecin volant, de Molière")).prices())
                .as("what the calendar says counts first")
                .hasSize(2);
        assertThat(outcome(entries.get("Récital de harpe"))).isEqualTo("price.no-currency");
        assertThat(prices.price(null, "Deux fois")).isEmpty();
    }

    @Test
    void theTouristOfficesObjectsAreSoldOrToldWhyNot() throws IOException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        read("datatourisme.json").forEach((title, entry) -> outcomes.put(title, outcome(entry)));

        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Concert de l'Orchestre d'Arles", "listed"),
                        Map.entry("Festival de théâtre des Alpilles", "listed"),
                        Map.entry("Nuits du quai", "dates.unreadable"),
                        Map.entry("Exposition Van Gogh", "listed"),
                        Map.entry("Fête du village", "dates.no-hour"),
                        Map.entry("Visite guidée des arènes", "price.not-understood"),
                        Map.entry("Atelier gravure", "price.plus-extra"),
                        Map.entry("Lecture au jardin", "price.missing"),
                        Map.entry("Concert de maloya", "listed"),
                        Map.entry("Le Galoubet", "record.no-event"),
                        Map.entry("Spectacle équestre", "price.not-understood"),
                        Map.entry("Concert à Genève", "price.foreign-currency")));
    }

    @Test
    void aTouristOfficesConcertHasItsFields() throws IOException {
        Listing concert = listing(read("datatourisme.json").get("Concert de l'Orchestre d'Arles"));

        assertThat(concert.id()).isEqualTo("0a11-concert");
        assertThat(concert.prices()).containsExactly(new PriceLine("Adulte", 1800), new PriceLine("Tarif réduit", 950));
        assertThat(begins(concert)).containsExactly("2027-06-21T21:00");
        assertThat(concert.performances()).extracting(Performance::duration).containsExactly(Duration.ofHours(2));
        assertThat(concert.picture())
                .isEqualTo(new Picture(
                        URI.create("https://static.example.org/arles/concert.jpg"), "OT Arles / J. Martin"));
        assertThat(concert.point()).isEqualTo(new GeoPoint(43.6766, 4.6278));
        assertThat(concert.place().line()).isEqualTo("2 place de la République, Arles");
        assertThat(concert.category().category().id()).isEqualTo(CategoryId.CONCERT);
        assertThat(concert.description()).startsWith("Un rendez-vous du pays.");
    }

    @Test
    void aPeriodIsADateOnEachWeekdayThatItNames() throws IOException {
        assertThat(begins(listing(read("datatourisme.json").get("Festival de théâtre des Alpilles"))))
                .containsExactly("2027-07-05T19:30", "2027-07-08T19:30", "2027-07-12T19:30", "2027-07-15T19:30");
    }

    @Test
    void aDayWithoutAnHourIsWhenItsPlaceOpensOrLeftOut() throws IOException {
        Listing exhibition = listing(read("datatourisme.json").get("Exposition Van Gogh"));

        // The first of May is a Saturday, on which the place does not say when it opens.
        assertThat(begins(exhibition)).containsExactly("2027-05-02T10:00", "2027-05-03T10:00");
        assertThat(codes(exhibition)).contains(FindingCode.SLOT_NO_HOUR, FindingCode.SLOT_OPENING_HOURS);
    }

    @Test
    void aTouristOfficesHoursAreThoseOfThePlace() throws IOException {
        assertThat(listing(read("datatourisme.json").get("Concert de maloya")).performances())
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2027-05-12T16:00:00Z"));
    }

    @Test
    void aFluxIsAZipOfObjects() throws IOException {
        JsonNode graph = JsonMapper.builder()
                .build()
                .readTree(resource("datatourisme.json"))
                .get("@graph");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "index.json", "[]");
            put(zip, "context.jsonld", "{}");
            int number = 0;
            for (JsonNode object : graph) {
                put(zip, "objects/0/0a/13-" + number++ + ".json", object.toString());
            }
        }

        assertThat(read(bytes.toByteArray(), PriceList.NONE).toString())
                .isEqualTo(read("datatourisme.json").toString());
    }

    @Test
    void oneObjectAloneIsAnAgendaOfOne() throws IOException {
        JsonNode graph = JsonMapper.builder()
                .build()
                .readTree(resource("datatourisme.json"))
                .get("@graph");

        assertThat(read(graph.get(0).toString().getBytes(StandardCharsets.UTF_8), PriceList.NONE))
                .containsOnlyKeys("Concert de l'Orchestre d'Arles");
    }

    @Test
    void aFluxThatBreaksOffIsNoAgenda() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "objects/0/0a/13-1.json", "{\"@id\": ");
        }

        assertThatThrownBy(() -> read(bytes.toByteArray(), PriceList.NONE))
                .isInstanceOf(UnreadableAgendaException.class);
    }

    @Test
    void anotherFileIsNoAgenda() {
        List<byte[]> files = new ArrayList<>();
        files.add("BEGIN:VCARD\nEND:VCARD\n".getBytes(StandardCharsets.UTF_8));
        files.add("{\"@id\": \"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(files)
                .allSatisfy(file -> assertThatThrownBy(() -> read(file, PriceList.NONE))
                        .isInstanceOf(UnreadableAgendaException.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RDATE;TZID=Europe/Paris:20270205T200000                                  | 01 05
            RRULE:FREQ=DAILY;COUNT=3~EXDATE:20270202T190000Z                         | 01 03
            RRULE:FREQ=DAILY;COUNT=3~EXDATE:20270202T200000                          | 01 03
            RRULE:FREQ=DAILY;COUNT=3~EXDATE;VALUE=DATE:20270202                      | 01 03
            RRULE:FREQ=DAILY;COUNT=3~EXDATE;TZID=Europe/Paris:20270202T200000        | 01 03
            RRULE:FREQ=WEEKLY;UNTIL=20270215T190000Z                                 | 01 08 15
            RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=1                                    | 26
            """)
    void whatIsExceptedIsNotSoldAndWhatIsAddedIs(String rules, String days) throws IOException {
        Listing concert =
                listing(read(calendar("Europe/Paris", rules), PriceList.NONE).get("Concert"));

        assertThat(concert.performances())
                .extracting(performance -> performance.printed().toString())
                .containsExactly(Stream.of(days.split(" ", -1))
                        .map(day -> "2027-02-" + day + "T20:00")
                        .toArray(String[]::new));
    }

    @Test
    void aClockThatTheCalendarDefinesIsReadAsItSays() throws IOException {
        assertThat(listing(read(calendar("Romance Standard Time", "RRULE:FREQ=MONTHLY;COUNT=6"), PriceList.NONE)
                                .get("Concert"))
                        .performances())
                .extracting(Performance::begin)
                .startsWith(Instant.parse("2027-02-01T19:00:00Z"))
                .endsWith(Instant.parse("2027-07-01T18:00:00Z"));
    }

    private static byte[] calendar(String clock, String rules) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//FR
                BEGIN:VTIMEZONE
                TZID:Romance Standard Time
                BEGIN:STANDARD
                DTSTART:16011028T030000
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010325T020000
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20270101T000000Z
                SUMMARY:Concert
                LOCATION:69001 Lyon
                X-COST:12 €
                DTSTART;TZID=%s:20270201T200000
                %s
                END:VEVENT
                END:VCALENDAR
                """.formatted(clock, rules.replace("~", "\n"))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
