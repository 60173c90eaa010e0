package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.offer.cinema.SessionFeature;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.BookedSessions;
import fr.passerelle.passculture.BookedSessionsException;
import fr.passerelle.passculture.Cinema;
import fr.passerelle.passculture.FilmOutcome;
import fr.passerelle.passculture.FilmResult;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import fr.passerelle.passculture.TimelessClients;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cinema's ticketing replaces its sessions through the client. */
class CinemaClientTest extends ApiTest {

    private static final CinemaPriceDraft PRICE = CinemaPriceDraft.of("PC", "Plein", Price.euros("7"));
    private static final Polling PATIENT = new Polling(Duration.ofSeconds(1), Duration.ofHours(1));

    private final PassCultureClient client = TimelessClients.timeless(PassCultureClient.builder())
            .apiKey(stage.provider.apiKey())
            .environment(new Environment(stage.sandbox.baseUrl()))
            .rateLimiter(RateLimiter.unlimited())
            .clock(Clock.fixed(Stage.NOW, ZoneOffset.UTC))
            .build();
    private final Cinema cinema = client.cinema();

    @BeforeEach
    void theCatalogueKnowsAFilm() {
        stage.http.control("POST", "/catalogue/films", "{'name':'Hamnet','visa':'166715','durationMinutes':125}");
    }

    @AfterEach
    void closeTheClient() {
        client.close();
    }

    @Test
    void eachFilmIsAppliedOrUnknown() {
        List<FilmResult> results = publish(film(166_715, "s1", "s2"), film(999_999, "s1"));

        assertThat(results).extracting(FilmResult::outcome).containsExactly(FilmOutcome.APPLIED, FilmOutcome.UNKNOWN);
        assertThat(Objects.requireNonNull(results.get(0).event()).name()).isEqualTo("Hamnet");
    }

    @Test
    void bookedSessionsAreKeptUnlessTheCallSaysOtherwise() {
        long event = Objects.requireNonNull(publish(film(166_715, "s1")).get(0).event())
                .id();
        EventDate date = client.events().dates(event).list().toList().get(0);
        stage.sandbox.beneficiary(30_000).book(date.id(), 2);
        CinemaProgramme without = programme(film(166_715, "s2"));

        assertThat(cinema.plan(without).bookedPlaces()).isEqualTo(2);
        assertThatThrownBy(() -> cinema.replace(without)).isInstanceOf(BookedSessionsException.class);
        assertThat(cinema.replaceAndConfirm(without, BookedSessions.CANCEL, PATIENT))
                .extracting(FilmResult::outcome)
                .containsExactly(FilmOutcome.APPLIED);
        assertThat(client.events().dates(event).list().stream().map(EventDate::idAtProvider))
                .containsExactly("s2");
    }

    @Test
    void placesThatAreBookedComeOnTopOfThoseThatRemain() {
        long event = Objects.requireNonNull(publish(film(166_715, "s1")).get(0).event())
                .id();
        long date = client.events().dates(event).list().toList().get(0).id();
        stage.sandbox.beneficiary(30_000).book(date, 2);

        assertThat(publish(film(166_715, "s1"))).extracting(FilmResult::outcome).containsExactly(FilmOutcome.APPLIED);
        assertThat(cinema.plan(programme(film(166_715, "s1"))).films().get(0).changesNothing())
                .isTrue();
    }

    private List<FilmResult> publish(FilmDraft... films) {
        return cinema.replaceAndConfirm(programme(films), BookedSessions.KEEP, PATIENT);
    }

    private CinemaProgramme programme(FilmDraft... films) {
        return new CinemaProgramme(stage.venue.id(), List.of(films));
    }

    private static FilmDraft film(long visa, String... sessions) {
        FilmDraft.Builder film = FilmDraft.of(FilmId.visa(visa)).addPriceCategories(PRICE);
        for (String session : sessions) {
            film.addSessions(SessionDraft.builder()
                    .idAtProvider(session)
                    .beginning(Stage.NOW.plus(Duration.ofDays(30)))
                    .remaining(80)
                    .price(PRICE)
                    .addFeatures(SessionFeature.VF)
                    .build());
        }
        return film.build();
    }
}
