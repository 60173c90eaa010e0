package fr.passerelle.passculture;

import static fr.passerelle.passculture.CinemaWorker.film;
import static fr.passerelle.passculture.CinemaWorker.session;
import static fr.passerelle.passculture.CinemaWorker.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.ServerException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CinemaTest {

    private static final Polling POLLING = new Polling(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final VirtualTime time = new VirtualTime();
    private final CinemaWorker worker = new CinemaWorker(time, Duration.ofSeconds(7));
    private final PassCultureClient client = worker.client();
    private final Cinema cinema = client.cinema();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aPlanTellsWhatWouldHappenAndSendsNothing() {
        worker.has(1, shown("kept", 3, 13), shown("moved", 0, 5), shown("gone", 2, 10), shown("empty", 0, 10));

        CinemaPlan plan = cinema.plan(programme(
                film(1, session("kept", 10), session("moved", 9), session("new", 4)), film(2, session("a", 1))));

        FilmPlan film = plan.films().get(0);
        assertThat(film.added()).extracting(SessionDraft::idAtProvider).containsExactly("new");
        assertThat(film.changed()).extracting(EventDate::idAtProvider).containsExactly("moved");
        assertThat(film.deleted()).extracting(EventDate::idAtProvider).containsExactly("gone", "empty");
        assertThat(plan.deletedSessions()).isEqualTo(2);
        assertThat(plan.bookedPlaces()).isEqualTo(2);
        assertThat(plan.cancelling()).containsExactly(film);
        assertThat(plan.films().get(1).event()).isNull();
        assertThat(worker.count("PUT cinema_sessions")).isZero();
    }

    @Test
    void refusesToCancelBookingsBeforeAnythingIsSent() {
        worker.has(1, shown("gone", 2, 10));
        CinemaProgramme programme = programme(film(1, session("new", 4)));

        assertThatExceptionOfType(BookedSessionsException.class)
                .isThrownBy(() -> cinema.replace(programme))
                .satisfies(refused -> assertThat(refused.plan().bookedPlaces()).isEqualTo(2))
                .matches(refused -> !refused.mayHaveBeenProcessed())
                .withMessageContaining("2 booked places");
        assertThatThrownBy(() -> cinema.replaceAndConfirm(programme)).isInstanceOf(BookedSessionsException.class);
        assertThat(worker.count("PUT cinema_sessions")).isZero();
    }

    @Test
    void deletesSessionsThatNobodyHasBooked() {
        worker.has(1, shown("gone", 0, 10));

        cinema.replace(programme(film(1, session("new", 4))));

        assertThat(worker.count("PUT cinema_sessions")).isOne();
    }

    @Test
    void withConsentItIsSentUnread() {
        worker.has(1, shown("gone", 2, 10));

        cinema.replace(programme(film(1, session("new", 4))), BookedSessions.CANCEL);

        assertThat(worker.calls).containsExactly("PUT cinema_sessions");
    }

    @Test
    void confirmsWhatTheProgrammeShows() {
        worker.has(1, shown("s", 3, 10));

        List<FilmResult> results = cinema.replaceAndConfirm(
                programme(film(1, session("s", 20)), film(2, session("a", 5))), BookedSessions.KEEP, POLLING);

        assertThat(results).extracting(FilmResult::outcome).containsExactly(FilmOutcome.APPLIED, FilmOutcome.APPLIED);
        assertThat(results.get(1).event()).isNotNull();
        assertThat(worker.offers.get("visa:1%535")).containsExactly(shown("s", 3, 23));
    }

    @Test
    void aFilmThatTheCatalogueDoesNotKnowIsUnknownOnceTheOthersAreThere() {
        worker.unknown.add("visa:2");

        List<FilmResult> results = cinema.replaceAndConfirm(
                programme(film(1, session("s", 20)), film(2, session("a", 5))), BookedSessions.KEEP, POLLING);

        assertThat(results).extracting(FilmResult::outcome).containsExactly(FilmOutcome.APPLIED, FilmOutcome.UNKNOWN);
        assertThat(results.get(1).missing())
                .extracting(SessionDraft::idAtProvider)
                .containsExactly("a");
    }

    @Test
    void aFilmThatTheServerFailsOnIsPendingAndTellsWhatIsLeftOver() {
        worker.has(1, shown("old", 0, 10));
        worker.failing.add("visa:1");

        FilmResult result = cinema.replaceAndConfirm(
                        programme(film(1, session("new", 4)), film(2, session("a", 5))), BookedSessions.KEEP, POLLING)
                .get(0);

        assertThat(result.outcome()).isEqualTo(FilmOutcome.PENDING);
        assertThat(result.missing()).extracting(SessionDraft::idAtProvider).containsExactly("new");
        assertThat(result.leftOver()).extracting(EventDate::idAtProvider).containsExactly("old");
        assertThat(result.failure()).isNull();
    }

    @Test
    void aFilmIsEmptiedByAnEmptyList() {
        worker.has(1, shown("old", 0, 10));

        List<FilmResult> results = cinema.replaceAndConfirm(programme(film(1)), BookedSessions.KEEP, POLLING);

        assertThat(results.get(0).outcome()).isEqualTo(FilmOutcome.APPLIED);
        assertThat(worker.offers.get("visa:1%535")).isEmpty();
    }

    @Test
    void cutsAProgrammeByItsFilms() {
        FilmDraft[] films = LongStream.range(0, 501)
                .mapToObj(visa -> film(visa, session("s", 1)))
                .toArray(FilmDraft[]::new);

        cinema.replace(programme(films), BookedSessions.CANCEL);

        assertThat(worker.count("PUT cinema_sessions")).isEqualTo(3);
    }

    @Test
    void aCallThatFailsIsToldInTheResultsOfItsFilms() {
        worker.responses.add(new Document(400, "{\"offers.0.filmId\":[\"no\"]}"));
        FilmDraft[] films = LongStream.range(0, 251)
                .mapToObj(visa -> film(visa, session("s", 1)))
                .toArray(FilmDraft[]::new);

        List<FilmResult> results = cinema.replaceAndConfirm(programme(films), BookedSessions.KEEP, POLLING);

        assertThat(results.subList(0, 250)).allMatch(result -> result.outcome() == FilmOutcome.NOT_SENT);
        assertThat(results.get(0).failure()).isNotNull();
        assertThat(results.get(250).outcome()).isEqualTo(FilmOutcome.APPLIED);
    }

    @Test
    void aLostResponseIsLookedAfter() {
        worker.responses.add(new Document(503, ""));

        FilmResult result = cinema.replaceAndConfirm(programme(film(1, session("s", 1))), BookedSessions.KEEP, POLLING)
                .get(0);

        assertThat(result.outcome()).isEqualTo(FilmOutcome.PENDING);
        assertThat(result.failure()).isInstanceOf(ServerException.class);
    }

    @Test
    void whatAilsAllIsThrown() {
        worker.responses.add(new Document(404, "{\"global\":\"Venue cannot be found\"}"));

        assertThatThrownBy(() -> cinema.replaceAndConfirm(programme(film(1, session("s", 1)))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSessionThatHasBegunIsRefusedBeforeAnythingIsSent() {
        CinemaProgramme past = programme(film(
                1,
                session("s", 1).toBuilder()
                        .beginning(RequestsTest.NOW.minusSeconds(1))
                        .build()));

        assertThatThrownBy(() -> cinema.replace(past)).isInstanceOf(RuleViolationException.class);
        assertThat(worker.calls).isEmpty();
    }

    @Test
    void doesTheSameInTheBackground() {
        CinemaProgramme programme = programme(film(1, session("s", 20)));

        assertThat(cinema.async()
                        .replaceAndConfirm(programme, BookedSessions.KEEP, POLLING)
                        .join())
                .extracting(FilmResult::outcome)
                .containsExactly(FilmOutcome.APPLIED);
        cinema.async().replace(programme).join();
        assertThat(cinema.async().plan(programme).join().films().get(0).added()).isEmpty();
    }

    private static CinemaProgramme programme(FilmDraft... films) {
        return new CinemaProgramme(535, List.of(films));
    }
}
