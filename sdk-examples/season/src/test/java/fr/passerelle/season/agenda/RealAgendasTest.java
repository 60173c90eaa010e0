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
import java.net.URI;
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
            "timezone": "Europe/Paris", "location_postalcode": "97400", "timetable": "2027-02-06T20:00:00" | zone.unknown
            "location_countrycode": "BE", "location_postalcode": "1000", "timetable": "2027-02-06T20:00:00" | zone.unknown
            "status": "https://schema.org/EventCancelled"      | status.cancelled
            "eventStatus": "https://schema.org/EventScheduled" | listed
            "status": {"fr": "Annulé"}                         | status.cancelled
            "status": {"label": {"fr": "Reporté"}}             | status.postponed
            "status": 6.0                                      | status.cancelled
            "status": 1, "event_status": "cancelled"           | status.cancelled
            "statut": "Annulé"                                 | status.cancelled
            "status_label": "Complet"                          | status.full
            "country_code": "BE", "timetable": "2027-02-06T20:00:00" | zone.unknown
            "cancelled": true                                  | status.cancelled
            "cancelled": false                                 | listed
            "annule": "oui"                                    | status.cancelled
            "sold_out": 1                                      | status.full
            "draft": true                                      | state.not-published
            "cancelled": "perhaps"                             | status.unknown
            "keywords_fr": ["jazz", "annulé"]                  | status.in-text
            "timings": [{"begin": "2027-02-06T20:00:00+01:00", "cancelled": true}] | status.cancelled
            "conditions_fr": "Gratuit", "price_type": "payant" | price.contradictory
            "conditions_fr": "12 €", "price_type": "gratuit"   | price.contradictory
            "conditions_fr": "Gratuit", "isAccessibleForFree": false | price.contradictory
            "conditions_fr": "Gratuit", "conditions_en": "10 €" | price.contradictory
            "conditions_fr": "12 €", "price_type": "payant"    | listed
            """)
    void readsAStatusInEveryForm(String fields, String outcome) throws JsonProcessingException {
        assertThat(outcome(readWith(fields))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Concert annulé",
                "CONCERT ANNULE",
                "Annulation : concert de X",
                "❌ Annulé ❌ Concert",
                "Événement annulé - Concert",
                "Concert reporté au 12 mai",
                "Concert – Report au 12 mai",
                "REPORT : concert",
                "Concert (déprogrammé)",
                "COMPLET Atelier",
                "ATELIER COMPLET",
                "Visite - complète",
                "SOLD OUT - Concert",
                "Concert (cancelled)",
                "Guichets fermés - Concert",
                "Concert complet",
                "Concert supprimé",
                "Concert ⚠️ANNULÉ⚠️",
                "Concert_ANNULÉ",
                "Concert - n'aura pas lieu",
                "Concert non maintenu"
            })
    void readsWhatATitleSays(String title) {
        assertThat(CalledOff.inTitle(title)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Complètement fous",
                "Œuvres complètes de Bach en concert",
                "Concert : l'intégrale complète",
                "Stage complet",
                "Petit déjeuner complet",
                "LE GUIDE COMPLET DU JARDIN",
                "Reportage en Bretagne",
                "Le reporter",
                "Concert (reporté du 3 avril)"
            })
    void leavesOtherTitlesAlone(String title) {
        assertThat(CalledOff.inTitle(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANNULÉ. Ce concert devait clore la saison.",
                "COMPLET",
                "Le concert est annulé.",
                "Une belle soirée. Le spectacle est malheureusement reporté au 12 mai.",
                "Événement annulé en raison de la météo",
                "Évènement reporté",
                "Le concert du 6 février est annulé.",
                "La séance prévue le samedi 6 mars a dû être annulée.",
                "En raison de la grève, la représentation n'aura pas lieu.",
                "Attention : complet !",
                "Les séances sont complètes"
            })
    void readsWhatATextSays(String text) {
        assertThat(CalledOff.inText(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "En cas de pluie, le concert est annulé.",
                "Un spectacle complet, de la danse à la musique.",
                "Concert reporté du 3 avril.",
                "Toute visite annulée est due.",
                "Le concert n'est pas annulé.",
                "L'inscription peut être annulée jusqu'à la veille.",
                "Un petit déjeuner complet est servi."
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(CalledOff.inText(text)).isEmpty();
    }

    @Test
    void leavesOutADateThatIsCancelled() throws JsonProcessingException {
        Listing listing = listing(readWith("""
                "timings": [{"begin": "2027-02-06T20:00:00+01:00", "status": "cancelled"},
                            {"begin": "2027-02-07T20:00:00+01:00"}]
                """));

        assertThat(listing.performances())
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2027-02-07T19:00:00Z"));
        assertThat(listing.notes()).extracting(Finding::code).contains(FindingCode.SLOT_NOT_TAKING_PLACE);
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
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "location_city": "Saint-Denis de la Réunion" | 2027-02-06T16:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "location_city": "Saint-Denis", "location_address": "1 rue X, Saint-Denis, La Réunion" | 2027-02-06T16:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "location_city": "Paris", "location_address": "3 rue de la Réunion" | 2027-02-06T19:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "location_city": "Saint-Denis", "location_coordinates": {"lat": -20.88, "lon": 55.45} | 2027-02-06T16:00:00Z
            "timetable": "2027-02-06T20:00:00", "location_postalcode": null, "location_city": "Saint-Denis", "location_coordinates": {"lat": 48.93, "lon": 2.36} | 2027-02-06T19:00:00Z
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

    private static AgendaEntry heritage(String fields) throws JsonProcessingException {
        ObjectNode record = (ObjectNode) JSON.readTree("""
                {"titre_fr": "Concert de gospel", "types_d_evenement": "Concert", "ville": "Oncy",
                 "code_postal": "91490", "adresse": "Rue de l'église", "nom_du_lieu": "Église",
                 "conditions_de_participation": "Gratuit", "wgs84": [48.38, 2.47], "credits_image": "© Zoé",
                 "image_source": "https://cdn.example.org/a.full.jpg", "image": "https://cdn.example.org/a.base.jpg",
                 "accessibilite_fr": "handicap moteur", "lien": "https://example.org/gospel",
                 "horaires_iso": "2027-09-18T15:00:00+02:00-2027-09-18T17:00:00+02:00\\n2027-09-19T10:30:00+02:00-2027-09-19T12:30:00+02:00"}
                """);
        record.setAll((ObjectNode) JSON.readTree("{" + fields + "}"));
        ObjectNode entry = JSON.createObjectNode();
        entry.put("recordid", "0c6f").set("fields", record);
        return new ListingReader(SCHEDULE).read(entry);
    }

    @Test
    void readsExportsWithFrenchNames() throws JsonProcessingException {
        Listing gospel = listing(heritage(""));

        assertThat(gospel.title()).isEqualTo("Concert de gospel");
        assertThat(gospel.performances())
                .extracting(Performance::begin)
                .containsExactly(Instant.parse("2027-09-18T13:00:00Z"), Instant.parse("2027-09-19T08:30:00Z"));
        assertThat(gospel.durationMinutes()).isEqualTo(120);
        assertThat(gospel.prices()).containsExactly(new PriceLine("Gratuit", 0));
        assertThat(gospel.place().line()).isEqualTo("Église, Rue de l'église, Oncy");
        assertThat(gospel.postalCode()).isEqualTo("91490");
        assertThat(gospel.point()).isEqualTo(new GeoPoint(48.38, 2.47));
        assertThat(gospel.accessibility()).isEqualTo(Accessibility.of(Disability.MOTOR));
        assertThat(gospel.category().category().id()).isEqualTo(CategoryId.CONCERT);
        assertThat(gospel.picture()).isEqualTo(new Picture(URI.create("https://cdn.example.org/a.full.jpg"), "© Zoé"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "detail_des_conditions_fr": "Déjeuner dansant payant"                        | price.not-understood
            "detail_des_conditions_fr": "Visite à 5 €"                                    | price.contradictory
            "detail_des_conditions_fr": "Entrée libre"                                    | listed
            "conditions_de_participation": "Payant", "detail_des_conditions_fr": "8 €"    | listed
            "horaires_iso": "2027-09-18T00:00:00+02:00-2027-09-18T23:59:00+02:00"         | dates.no-hour
            "titre_fr": "ANNULÉ - Concert de gospel"                                      | status.in-title
            """)
    void holdsTheirConditionsAgainstTheDetails(String fields, String outcome) throws JsonProcessingException {
        assertThat(outcome(heritage(fields))).isEqualTo(outcome);
    }

    @Test
    void readsObjectsThatPassedThroughPython() throws JsonProcessingException {
        assertThat(outcome(readWith("\"status\": \"{'id': 1, 'label': {'fr': 'Programmé'}}\"")))
                .isEqualTo("listed");
        assertThat(outcome(readWith("\"status\": \"{'id': 6, 'label': {'fr': 'Annulé'}}\"")))
                .isEqualTo("status.cancelled");
        assertThat(
                        outcome(
                                readWith(
                                        "\"timings\": \"[{'begin': '2027-02-06T20:00:00+01:00', 'end': '2027-02-06T22:00:00+01:00'}]\"")))
                .isEqualTo("listed");
    }
}
