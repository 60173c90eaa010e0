package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of the kinds that agendas export: cancelled, overseas, on line, accessible. */
class RealAgendasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schedule SCHEDULE = new Schedule(Instant.parse("2026-11-23T05:00:00Z"), false);

    private static List<AgendaEntry> read(String name) throws IOException {
        ListingReader reader = new ListingReader(SCHEDULE);
        List<AgendaEntry> entries = new ArrayList<>();
        try (InputStream bytes = Objects.requireNonNull(
                        RealAgendasTest.class.getResourceAsStream("/fr/passerelle/season/cases/" + name), name);
                AgendaFile file = AgendaFile.open(bytes)) {
            for (Optional<JsonNode> entry = file.next(); entry.isPresent(); entry = file.next()) {
                entries.add(reader.read(entry.get()));
            }
        }
        return entries;
    }

    private static Listing listing(AgendaEntry entry) {
        assertThat(entry).isInstanceOf(Listing.class);
        return (Listing) entry;
    }

    private static String outcome(AgendaEntry entry) {
        return entry instanceof Refusal refusal ? refusal.reason().code().code() : "listed";
    }

    private static AgendaEntry readWith(String fields) throws JsonProcessingException {
        ObjectNode record = (ObjectNode) JSON.readTree("""
                {"uid": "1", "title_fr": "Concert", "conditions_fr": "12 €", "location_city": "Lyon",
                 "location_postalcode": "69001",
                 "timings": [{"begin": "2027-02-06T20:00:00+01:00", "end": "2027-02-06T22:00:00+01:00"}]}
                """);
        record.setAll((ObjectNode) JSON.readTree("{" + fields + "}"));
        return new ListingReader(SCHEDULE).read(record);
    }

    @Test
    void publishesNothingThatDoesNotTakePlace() throws IOException {
        List<AgendaEntry> entries = read("agenda-status.json");

        assertThat(entries)
                .extracting(RealAgendasTest::outcome)
                .containsExactly("status.cancelled", "status.full", "status.postponed", "listed", "state.refused");
        assertThat(listing(entries.get(3))).satisfies(online -> {
            assertThat(online.onlineUrl()).isEqualTo("https://example.org/direct");
            assertThat(online.category().category().id()).isEqualTo(CategoryId.LIVESTREAM_MUSIQUE);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "status": 6                                        | status.cancelled
            "status": "6"                                      | status.cancelled
            "status": {"label": {"fr": "Annulé"}, "id": 6}     | status.cancelled
            "status": "Annulé"                                 | status.cancelled
            "status": "cancelled"                              | status.cancelled
            "status": 99                                       | status.unknown
            "status": "peut-être"                              | status.unknown
            "status": null                                     | listed
            "status": 2                                        | listed
            "state": 0                                         | state.not-published
            "state": "2"                                       | listed
            "title_fr": "[ANNULÉ] Concert"                     | status.in-title
            "title_fr": "Concert – COMPLET"                    | status.in-title
            "title_fr": "Complet gris"                         | listed
            "attendancemode": 2                                | online.no-link
            "attendancemode": 3                                | listed
            "attendancemode": 2, "onlineaccesslink": "javascript:alert(1)" | online.no-link
            "title_fr": "Visite guidée", "status": 3, "onlineaccesslink": "https://example.org/x" | online.not-sold
            "timezone": "Mars/Olympus"                         | zone.unknown
            """)
    void readsAStatusInEveryForm(String fields, String outcome) throws JsonProcessingException {
        assertThat(outcome(readWith(fields))).isEqualTo(outcome);
    }

    @Test
    void keepsTheClockOfThePlace() throws IOException {
        assertThat(read("agenda-overseas.json"))
                .extracting(entry -> listing(entry).performances().get(0).begin())
                .containsExactly(
                        Instant.parse("2027-02-06T16:00:00Z"),
                        Instant.parse("2027-02-07T00:00:00Z"),
                        Instant.parse("2027-02-06T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "timetable": "2027-02-06T20:00:00", "location_postalcode": "97400"                          | 2027-02-06T16:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "address": "1 rue X, 98800 Nouméa" | 2027-02-06T09:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "city": "Papeete"          | 2027-02-07T06:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_countrycode": "GF"                            | 2027-02-06T23:00:00Z
            "timings": [{"end": "2027-02-06T18:00:00Z", "x": 1, "begin": "2027-02-06T16:00:00Z"}]       | 2027-02-06T16:00:00Z
            "timings": "[{\\"end\\":\\"2027-07-06T22:00:00+02:00\\",\\"begin\\":\\"2027-07-06T20:00:00+02:00\\"}]" | 2027-07-06T18:00:00Z
            """)
    void findsTheClockOfARecord(String fields, Instant begin) throws JsonProcessingException {
        assertThat(listing(readWith(fields)).performances().get(0).begin()).isEqualTo(begin);
    }

    @Test
    void saysThatItTakesParisWhereNothingTells() throws JsonProcessingException {
        assertThat(listing(readWith("\"timetable\": \"2027-02-06T20:00:00\", \"location_postalcode\": null"))
                        .notes())
                .extracting(Finding::code)
                .contains(FindingCode.ZONE_PARIS);
    }

    @Test
    void followsTheAccessibilityOfTheRecord() throws IOException {
        assertThat(listing(read("agenda-accessibility.json").get(0)).accessibility())
                .isEqualTo(Accessibility.of(Disability.values()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hi;mi\"",
                "[\"hi\", \"mi\"]",
                "{\"hi\": true, \"mi\": true, \"vi\": false}",
                "\"[\\\"mi\\\",\\\"hi\\\"]\"",
                "\"Handicap moteur, Handicap auditif\""
            })
    void readsAccessibilityInEveryForm(String value) throws JsonProcessingException {
        assertThat(listing(readWith("\"accessibility\": " + value)).accessibility())
                .isEqualTo(Accessibility.of(Disability.AUDIO, Disability.MOTOR));
    }

    @Test
    void tellsAgesAndWhereToRegister() throws JsonProcessingException {
        assertThat(listing(
                                readWith(
                                        "\"age_min\": 8, \"age_max\": 12, \"registration\": [{\"type\": \"link\", \"value\": \"https://example.org/r\"}]"))
                        .description())
                .contains("De 8 à 12 ans", "Réservation : https://example.org/r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"conditions_fr\": null, \"conditions_de\": \"12 €\"",
                "\"conditions_fr\": null, \"conditions\": {\"br\": \"12 €\"}"
            })
    void readsPricesInTheLanguageOfTheRecord(String fields) throws JsonProcessingException {
        assertThat(listing(readWith(fields)).prices()).containsExactly(new PriceLine("Tarif unique", 1200));
    }
}
