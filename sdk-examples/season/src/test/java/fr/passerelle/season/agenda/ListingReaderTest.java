package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

class ListingReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ListingReader reader = new ListingReader(new Schedule(Instant.parse("2018-01-01T00:00:00Z"), true));

    private static ObjectNode record() {
        return JSON.createObjectNode()
                .put("uid", "42")
                .put("title", "Le Cid &amp; compagnie")
                .put("description", "Une <b>tragi-comédie</b>.")
                .put("free_text", "Avec toute la troupe.")
                .put("link", "http://example.org/cid")
                .put("placename", "Théâtre du Marais")
                .put("address", "3 rue Vieille, 75003 Paris")
                .put("city", "Paris")
                .put("tags", "théâtre,classique")
                .put("pricing_info", "10 €")
                .put("timetable", "2018-02-06T20:00:00 2018-02-06T21:30:00");
    }

    private ObjectAssert<Listing> assertListing(ObjectNode record) {
        return assertThat(reader.read(record)).asInstanceOf(InstanceOfAssertFactories.type(Listing.class));
    }

    private void assertRefused(ObjectNode record, FindingCode code) {
        assertThat(reader.read(record))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(refusal -> refusal.reason().code())
                .isEqualTo(code);
    }

    @Test
    void readsARecord() {
        assertListing(record()).satisfies(listing -> {
            assertThat(listing.id()).isEqualTo("42");
            assertThat(listing.title()).isEqualTo("Le Cid & compagnie");
            assertThat(listing.description())
                    .isEqualTo("Une tragi-comédie.\n\nAvec toute la troupe.\n\n"
                            + "Théâtre du Marais, 3 rue Vieille, 75003 Paris\nhttp://example.org/cid");
            assertThat(listing.durationMinutes()).isEqualTo(90);
            assertThat(listing.category().rule()).isEqualTo("theatre");
            assertThat(listing.notes()).isEmpty();
        });
    }

    @Test
    void readsTranslationsListsAndNumbers() {
        ObjectNode record = record().put("uid", 42);
        record.putObject("title").put("en", "The Cid").put("fr", "Le Cid");
        record.putArray("tags").add("concert").add(3).addNull();
        assertListing(record).satisfies(listing -> {
            assertThat(listing.id()).isEqualTo("42");
            assertThat(listing.title()).isEqualTo("Le Cid");
            assertThat(listing.category().rule()).isEqualTo("concert");
        });
    }

    @Test
    void readsFlatRecordsOfTheSecondOpendatasoftFormat() throws JsonProcessingException {
        assertListing((ObjectNode) JSON.readTree("""
                        {"uid": "7", "title_fr": "Le Cid", "conditions_fr": "8 €", "keywords_fr": ["théâtre", "vers"],
                         "canonicalurl": "https://example.org/7", "location_name": "Le Marais",
                         "timings": "[{\\"begin\\": \\"2018-02-06T20:00:00+01:00\\", \\"end\\": \\"2018-02-06T21:30:00+01:00\\"}]"}
                        """)).satisfies(ListingReaderTest::isTheCid);
    }

    @Test
    void readsTranslatedRecordsOfTheAgendaItself() throws JsonProcessingException {
        assertListing((ObjectNode) JSON.readTree("""
                        {"uid": 7, "title": {"fr": "Le Cid", "en": "The Cid"}, "conditions": {"fr": "8 €"},
                         "keywords": {"fr": ["théâtre", "vers"]}, "location": {"name": "Le Marais"},
                         "timings": [{"begin": "2018-02-06T19:00:00.000Z", "end": "2018-02-06T20:30:00.000Z"}]}
                        """)).satisfies(ListingReaderTest::isTheCid);
    }

    private static void isTheCid(Listing listing) {
        assertThat(listing.title()).isEqualTo("Le Cid");
        assertThat(listing.place().name()).isEqualTo("Le Marais");
        assertThat(listing.prices()).containsExactly(new PriceLine("Tarif unique", 800));
        assertThat(listing.category().rule()).isEqualTo("theatre");
        assertThat(listing.performances())
                .containsExactly(new Performance(
                        LocalDateTime.parse("2018-02-06T20:00"),
                        Instant.parse("2018-02-06T19:00:00Z"),
                        Duration.ofMinutes(90)));
    }

    @Test
    void shortensALongTitleAndKeepsItInTheDescription() {
        String title = "Un titre ".repeat(12).strip();
        assertListing(record().put("title", title)).satisfies(listing -> {
            assertThat(listing.title()).hasSizeLessThanOrEqualTo(90).endsWith("…");
            assertThat(listing.description()).startsWith(title);
            assertThat(listing.notes()).extracting(Finding::code).containsExactly(FindingCode.TITLE_SHORTENED);
        });
    }

    @Test
    void keepsTheLinkOfALongDescription() {
        assertListing(record().put("free_text", "mot ".repeat(5_000))).satisfies(listing -> {
            assertThat(listing.description()).hasSizeLessThanOrEqualTo(10_000).endsWith("http://example.org/cid");
            assertThat(listing.notes()).extracting(Finding::code).containsExactly(FindingCode.DESCRIPTION_SHORTENED);
        });
    }

    @Test
    void leavesOutADurationThatIsNotTheSameForAll() {
        assertListing(record().put(
                                "timetable",
                                "2018-02-06T20:00:00 2018-02-06T21:30:00;2018-02-07T20:00:00 2018-02-07T22:00:00"))
                .satisfies(listing -> {
                    assertThat(listing.durationMinutes()).isNull();
                    assertThat(listing.notes()).extracting(Finding::code).containsExactly(FindingCode.DURATIONS_DIFFER);
                });
    }

    @Test
    void leavesOutADurationOfDays() {
        assertListing(record().put("timetable", "2018-02-06T10:00:00 2018-03-06T18:00:00"))
                .satisfies(listing -> assertThat(listing.durationMinutes()).isNull());
    }

    @Test
    void refusesWhatHasNoId() {
        assertRefused(record().putNull("uid"), FindingCode.ID_MISSING);
    }

    @Test
    void refusesWhatComesTwice() {
        reader.read(record());
        assertRefused(record(), FindingCode.ID_REPEATED);
    }

    @Test
    void refusesWhatHasNoTitle() {
        assertRefused(record().put("title", " <p>&nbsp;</p> "), FindingCode.TITLE_MISSING);
    }

    @Test
    void refusesWhatHasNoDates() {
        assertRefused(record().putNull("timetable"), FindingCode.DATES_MISSING);
    }

    @Test
    void refusesWhatHasNoPrice() {
        assertRefused(record().put("pricing_info", ""), FindingCode.PRICE_MISSING);
    }

    @Test
    void refusesWhatIsNoCulture() {
        assertRefused(
                record().put("title", "Randonnée VTT des châtaignes").putNull("tags"),
                FindingCode.CATEGORY_NOT_CULTURE);
    }

    @Test
    void namesANamelessRecordByItsPlaceInTheFile() {
        assertThat(reader.read(JSON.nullNode()))
                .isEqualTo(new Refusal(null, "#1", Finding.of(FindingCode.RECORD_NOT_AN_OBJECT)));
    }
}
