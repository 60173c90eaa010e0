package fr.passerelle.model.offer.cinema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CinemaProgrammeTest {

    private static final Instant EVENING = Instant.parse("2026-12-20T19:30:00Z");
    private static final CinemaPriceDraft PRICE = CinemaPriceDraft.of("PC", "Tarif unique", Price.euros("5"));

    private final ObjectMapper json = WireJson.mapper();

    private static SessionDraft.Builder session(String id) {
        return SessionDraft.builder()
                .idAtProvider(id)
                .beginning(EVENING)
                .remaining(40)
                .price(PRICE)
                .addFeatures(SessionFeature.VO);
    }

    private static FilmDraft.Builder film(long visa) {
        return FilmDraft.of(FilmId.visa(visa)).addPriceCategories(PRICE);
    }

    @Test
    void isWrittenAsTheProgrammeReadsIt() throws Exception {
        FilmDraft film = film(164478)
                .addSessions(session("s-1").addFeatures(SessionFeature.THREE_D).build())
                .build();

        assertThat(json.readTree(json.writeValueAsString(new CinemaSessions(12, List.of(film)))))
                .isEqualTo(json.readTree("""
                        {"venueId":12,"offers":[{"filmId":"visa:164478","enableDoubleBookings":true,
                         "priceCategories":[{"idAtProvider":"PC","label":"Tarif unique","price":500}],
                         "stocks":[{"idAtProvider":"s-1","beginningDatetime":"2026-12-20T19:30:00Z","quantity":40,
                                    "priceCategoryIdAtProvider":"PC","features":["VO","3D"]}]}]}"""));
    }

    @Test
    void writesAnotherPlace() throws Exception {
        FilmDraft film =
                film(1).place(new FilmPlace(7, "Sous la halle")).duo(false).build();

        assertThat(json.valueToTree(film).path("address")).hasToString("{\"id\":7,\"label\":\"Sous la halle\"}");
        assertThat(film.offerIdAtProvider(12)).isEqualTo("visa:1%12%7");
        assertThat(film(1).build().offerIdAtProvider(12)).isEqualTo("visa:1%12");
    }

    @ParameterizedTest
    @CsvSource({"visa:164478, VISA, 164478", "allocine_id:1000015954, ALLOCINE, 1000015954"})
    void aFilmIsKnownByItsVisaOrByAllocine(String wire, FilmId.Source source, String number) {
        FilmId id = FilmId.of(wire);

        assertThat(id.source()).isEqualTo(source);
        assertThat(id.number()).isEqualTo(number);
        assertThat(id).hasToString(wire).isEqualTo(FilmId.of(wire));
    }

    @ParameterizedTest
    @ValueSource(strings = {"164478", "Visa:1", "visa:", "visa:12x", "allocineid:1", "allocine_id:aa"})
    void anyOtherIdIsRefused(String wire) {
        assertThat(Violations.of(() -> FilmId.of(wire))).containsExactly("filmId bad_film_id");
        assertThatThrownBy(() -> FilmId.visa("1".repeat(100))).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void reportsEverythingOfASession() {
        assertThat(Violations.of(() -> SessionDraft.builder()
                        .idAtProvider(" ")
                        .remaining(1_000_001)
                        .priceCategoryIdAtProvider("p".repeat(71))
                        .addFeatures(SessionFeature.ICE, SessionFeature.of("4DX"))
                        .build()))
                .containsExactly(
                        "idAtProvider too_short 1",
                        "beginningDatetime required",
                        "quantity too_large 1000000",
                        "priceCategoryIdAtProvider too_long 70",
                        "features exactly_one VF, VO",
                        "features unknown_value");
    }

    @Test
    void aSessionHasOneVersionOnly() {
        assertThat(Violations.of(
                        () -> session("s").addFeatures(SessionFeature.VF).build()))
                .containsExactly("features exactly_one VF, VO");
    }

    @Test
    void reportsEverythingOfAPrice() {
        assertThat(Violations.of(() -> CinemaPriceDraft.of("", "x".repeat(51), Price.cents(30_001))))
                .containsExactly("idAtProvider too_short 1", "label too_long 50", "price too_large 30000");
        assertThat(CinemaPriceDraft.of("PC", "", Price.FREE).label()).isEmpty();
    }

    @Test
    void dropsTheBlanksAroundAnIdAsTheServerDoes() {
        assertThat(session(" s-1 ").build().idAtProvider()).isEqualTo("s-1");
        assertThat(CinemaPriceDraft.of(" PC", "", Price.FREE).idAtProvider()).isEqualTo("PC");
    }

    @Test
    void reportsEverythingOfAFilm() {
        assertThat(Violations.of(() -> FilmDraft.builder()
                        .place(new FilmPlace(0, " "))
                        .addPriceCategories(PRICE, PRICE)
                        .addSessions(
                                session("s").build(),
                                session("s").priceCategoryIdAtProvider("other").build())
                        .build()))
                .containsExactly(
                        "filmId required",
                        "address.id required",
                        "address.label too_short 1",
                        "priceCategories.1.idAtProvider duplicate priceCategories.0.idAtProvider",
                        "stocks.1.idAtProvider duplicate stocks.0.idAtProvider",
                        "stocks.1.priceCategoryIdAtProvider unknown_reference priceCategories");
    }

    @Test
    void aFilmHasOneToTenPricesAndAtMost850Sessions() {
        List<CinemaPriceDraft> eleven = IntStream.range(0, 11)
                .mapToObj(i -> CinemaPriceDraft.of("P" + i, "", Price.FREE))
                .toList();
        List<SessionDraft> many =
                IntStream.range(0, 851).mapToObj(i -> session("s" + i).build()).toList();

        assertThat(Violations.of(() -> FilmDraft.of(FilmId.visa(1)).build()))
                .containsExactly("priceCategories too_few 1");
        assertThat(Violations.of(() ->
                        FilmDraft.of(FilmId.visa(1)).priceCategories(eleven).build()))
                .containsExactly("priceCategories too_many 10");
        assertThat(Violations.of(() -> film(1).sessions(many).build())).containsExactly("stocks too_many 850");
    }

    @Test
    void aFilmStandsOnceAtAPlaceWhateverItIsCalled() {
        FilmDraft here = film(1).build();
        FilmDraft there = film(1).place(new FilmPlace(7, "A")).build();
        FilmDraft thereToo = film(1).place(new FilmPlace(7, "B")).build();

        assertThat(new CinemaProgramme(12, List.of(here, there)).films()).hasSize(2);
        assertThat(Violations.of(() -> new CinemaProgramme(12, List.of(here, there, thereToo))))
                .containsExactly("offers.2.filmId duplicate offers.1.filmId");
        assertThat(Violations.of(() -> new CinemaProgramme(0, List.of())))
                .containsExactly("venueId required", "offers too_few 1");
    }

    @Test
    void everySessionLiesAhead() {
        CinemaProgramme programme = new CinemaProgramme(
                12, List.of(film(1).addSessions(session("s").build()).build()));

        programme.checkAt(EVENING.minusSeconds(1));
        assertThat(Violations.of(() -> programme.checkAt(EVENING)))
                .containsExactly("offers.0.stocks.0.beginningDatetime not_in_future");
    }

    @Test
    void isCutByNumberAndByWeightAndNeverInsideAFilm() {
        CinemaProgramme programme = new CinemaProgramme(
                12, IntStream.range(0, 600).mapToObj(i -> film(i).build()).toList());

        assertThat(programme.cut(film -> 1, Long.MAX_VALUE))
                .extracting(call -> call.films().size())
                .containsExactly(250, 250, 100);
        assertThat(programme.cut(film -> 10, 1_000))
                .hasSize(6)
                .allMatch(call -> call.films().size() == 100 && call.venueId() == 12);
        assertThat(programme.cut(film -> 10, 5)).as("heavier than a call").hasSize(600);
    }
}
