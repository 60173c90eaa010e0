package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.CinemaSync;
import fr.passerelle.catalogue.CinemaSyncPlan;
import fr.passerelle.catalogue.CinemaSyncReport;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.offer.cinema.SessionFeature;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cinema's programme, week after week. */
class CinemaSyncTest {

    private static final FilmId COUPS = FilmId.visa(22757);
    private static final FilmId JULES = FilmId.visa(27414);

    private final Shop shop = new Shop();
    private final CatalogueMemory memory = CatalogueMemory.inMemory();
    /** The programme has worked off what it was sent whenever it is looked at. */
    private final PassCultureClient client = shop.client(chain -> {
        if (chain.request().method().equals("GET")) {
            shop.stage.sandbox.runJob("finalise-cinema");
        }
        return chain.proceed(chain.request());
    });

    @BeforeEach
    void theCatalogueKnowsTwoFilms() {
        shop.stage.http.control("POST", "/catalogue/films", "{'name':'Les Quatre Cents Coups','visa':22757}");
        shop.stage.http.control("POST", "/catalogue/films", "{'name':'Jules et Jim','visa':27414}");
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    private CinemaSync.Builder sync() {
        return CinemaSync.of(client).memory(memory).polling(new Polling(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    private static SessionDraft session(String id, int days, int places) {
        return SessionDraft.builder()
                .idAtProvider(id)
                .beginning(Shop.OPENING.plus(Duration.ofDays(days)))
                .remaining(places)
                .priceCategoryIdAtProvider("full")
                .addFeatures(SessionFeature.VF)
                .build();
    }

    private static FilmDraft film(FilmId film, SessionDraft... sessions) {
        return film(film, "7", sessions);
    }

    private static FilmDraft film(FilmId film, String euros, SessionDraft... sessions) {
        return FilmDraft.of(film)
                .addPriceCategories(CinemaPriceDraft.of("full", "Plein", Price.euros(euros)))
                .addSessions(sessions)
                .build();
    }

    private CinemaProgramme programme(FilmDraft... films) {
        return new CinemaProgramme(shop.stage.venue.id(), List.of(films));
    }

    private CinemaSyncReport bring(FilmDraft... films) {
        CinemaSync sync = sync().build();
        return sync.apply(sync.plan(programme(films)), result -> {});
    }

    private static List<String> reasons(CinemaSyncPlan plan) {
        return plan.changes().stream()
                .map(change -> change.offer() + " " + change.kind() + " " + change.ids())
                .toList();
    }

    private String event(FilmId film) {
        return film.offerIdAtProvider(shop.stage.venue.id());
    }

    @Test
    void sendsWhatIsNewAndNothingTheSecondTime() {
        CinemaSyncReport report = bring(film(COUPS, session("a", 0, 40), session("b", 1, 40)), film(JULES));
        assertThat(report.changes().complete()).isTrue();
        assertThat(shop.datesOf(event(COUPS))).hasSize(2);

        CinemaSyncPlan again = sync().build().plan(programme(film(COUPS, session("a", 0, 40), session("b", 1, 40))));
        assertThat(again.isNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void tellsEachChangeBeforehand() {
        bring(film(COUPS, session("a", 0, 40), session("b", 1, 40), session("c", 2, 40)));

        CinemaSyncPlan plan = sync().build()
                .plan(programme(
                        film(COUPS, "8", session("a", 0, 30), session("b", 3, 40), session("d", 4, 40)),
                        film(JULES, session("a", 0, 25))));

        assertThat(reasons(plan))
                .containsExactlyInAnyOrder(
                        "visa:22757 REPRICE [full]",
                        "visa:22757 CREATE [d]",
                        "visa:22757 UPDATE [a]",
                        "visa:22757 RESCHEDULE [b]",
                        "visa:22757 WITHDRAW [c]",
                        "visa:27414 CREATE [a]");
        assertThat(plan.changes()).extracting(Change::reason).anyMatch(reason -> reason.contains("quantity 40 → 30"));
    }

    @Test
    void aFilmWhoseBookedSessionIsLeftOutStaysAndTheOthersAreSent() {
        bring(film(COUPS, session("a", 0, 40), session("b", 1, 40)));
        shop.book(event(COUPS), "b", 2);

        CinemaSyncReport report =
                bring(film(COUPS, session("a", 0, 40), session("new", 5, 40)), film(JULES, session("a", 0, 25)));

        assertThat(Shop.told(report.changes())).containsExactly("UNCHANGED KEPT DATE [b]", "DONE CREATE DATE [a]");
        assertThat(shop.datesOf(event(COUPS))).hasSize(2);
        assertThat(shop.datesOf(event(JULES))).hasSize(1);
    }

    @Test
    void bookingsAreCancelledIfThePolicySaysSo() {
        bring(film(COUPS, session("a", 0, 40), session("b", 1, 40)));
        shop.book(event(COUPS), "b", 2);
        CinemaSync sync = sync().removal(Removal.CANCEL_BOOKED).build();

        CinemaSyncPlan plan = sync.plan(programme(film(COUPS, session("a", 0, 40))));
        assertThat(plan.bookings()).isEqualTo(2);
        assertThat(Shop.told(sync.apply(plan, result -> {}).changes())).containsExactly("DONE CANCEL DATE [b]");
        assertThat(shop.datesOf(event(COUPS))).hasSize(1);
    }

    @Test
    void nothingIsDeletedWhereThePolicyKeeps() {
        bring(film(COUPS, session("a", 0, 40), session("b", 1, 40)));

        CinemaSyncPlan plan = sync().removal(Removal.KEEP).build().plan(programme(film(COUPS, session("a", 0, 40))));

        assertThat(plan.isNothing()).isTrue();
        assertThat(reasons(plan)).containsExactly("visa:22757 KEPT [b]");
    }

    @Test
    void whoBooksBetweenPlanAndApplyKeepsTheBooking() {
        bring(film(COUPS, session("a", 0, 40), session("b", 1, 40)));
        CinemaSync sync = sync().build();
        CinemaSyncPlan plan = sync.plan(programme(film(COUPS, session("a", 0, 40)), film(JULES, session("a", 0, 25))));
        shop.book(event(COUPS), "b", 2);
        List<ChangeResult> told = new ArrayList<>();

        CinemaSyncReport report = sync.apply(plan, told::add);

        assertThat(Shop.told(report.changes())).containsExactly("SKIPPED WITHDRAW DATE [b]", "DONE CREATE DATE [a]");
        assertThat(told).isEqualTo(report.changes().results());
        assertThat(shop.datesOf(event(COUPS))).hasSize(2);
    }

    @Test
    void withoutAMemoryAFilmIsSentAsItMayBeShownOtherwise() {
        bring(film(COUPS, session("a", 0, 40)));

        CinemaSyncPlan plan = CinemaSync.of(client).build().plan(programme(film(COUPS, session("a", 0, 40))));

        assertThat(plan.isNothing()).isFalse();
        assertThat(plan.changes())
                .extracting(Change::reason)
                .containsExactly("what was sent before was not seen: sent again");
    }

    @Test
    void howASessionIsShownIsSentIfItHasChanged() {
        bring(film(COUPS, session("a", 0, 40)));
        SessionDraft original = session("a", 0, 40).toBuilder()
                .features(List.of(SessionFeature.VO))
                .build();

        assertThat(sync().build().plan(programme(film(COUPS, original))).isNothing())
                .isFalse();
    }

    @Test
    void aFilmThatIsGoneEndsIfTheProgrammeIsTheWholeOne() {
        bring(film(COUPS, session("a", 0, 40)), film(JULES, session("a", 0, 25)));
        CinemaProgramme tonight = programme(film(COUPS, session("a", 0, 40)));
        assertThat(sync().build().plan(tonight).isNothing()).isTrue();
        CinemaSync whole = sync().endsGoneFilms(true).build();

        CinemaSyncPlan plan = whole.plan(tonight);
        assertThat(reasons(plan)).containsExactly("visa:27414 WITHDRAW [a]");
        assertThat(whole.apply(plan, result -> {}).changes().complete()).isTrue();

        assertThat(shop.datesOf(event(JULES))).isEmpty();
        assertThat(whole.plan(tonight).isNothing()).isTrue();
    }

    @Test
    void aFilmThatTheCatalogueDoesNotKnowIsRefused() {
        CinemaSyncReport report =
                bring(film(COUPS, session("a", 0, 40)), film(FilmId.visa(99_999), session("a", 0, 25)));

        assertThat(report.changes().results())
                .extracting(ChangeResult::state)
                .containsExactlyInAnyOrder(State.DONE, State.REFUSED);
    }
}
