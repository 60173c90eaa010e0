package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A structure looks for places near it. */
class SearchTest {

    private static final TestProgramme programme = new TestProgramme();
    private static final TestProgramme.Member theatre = programme.donor("Théâtre");
    private static final TestProgramme.Member home = programme.structure("Maison");

    @BeforeAll
    static void season() {
        offer(
                "lyon-1",
                45.7676,
                4.8344,
                1,
                draft -> draft.accessibleFor(AccessNeed.WHEELCHAIR),
                allotment -> allotment);
        offer(
                "lyon-2",
                45.7746,
                4.8278,
                2,
                draft -> draft.languageNeeded(false).kind(SessionKind.CONCERT),
                allotment -> allotment.price(Price.cents(200)));
        offer(
                "villeurbanne",
                45.7719,
                4.8902,
                3,
                draft -> draft,
                allotment -> allotment.minimumGroup(5).maximumGroup(10));
        offer("marseille", 43.2965, 5.3698, 4, draft -> draft, allotment -> allotment);
        offer("a-call", 45.7676, 4.8344, 5, draft -> draft, allotment -> allotment.mode(AllotmentMode.CALL));
    }

    private interface With<T> {
        T of(T builder);
    }

    private static void offer(
            String ref,
            double latitude,
            double longitude,
            int days,
            With<SessionDraft.Builder> session,
            With<AllotmentDraft.Builder> allotment) {
        SessionDraft draft = session.of(SessionDraft.builder()
                        .ref(ref)
                        .title(ref)
                        .kind(SessionKind.SHOW)
                        .startsAt(programme.clock.instant().plus(Duration.ofDays(days)))
                        .place(Place.builder()
                                .name(ref)
                                .postalCode("69001")
                                .city("Lyon")
                                .position(Position.of(latitude, longitude))
                                .build()))
                .build();
        theatre.api().put("/v1/sessions/by-ref/" + ref, draft);
        programme.give(theatre, allotment.of(AllotmentDraft.of(ref, 10)).build());
    }

    @AfterAll
    static void stop() {
        programme.close();
    }

    private static List<String> found(String query) {
        List<String> refs = new ArrayList<>();
        for (JsonNode each :
                home.api().get("/v1/availabilities?" + query).body().path("items")) {
            refs.add(each.path("session").path("ref").asText());
        }
        return refs;
    }

    @Test
    void findsWhatIsNearTheSoonestFirst() {
        assertThat(found("latitude=45.7676&longitude=4.8344&radiusKm=10"))
                .containsExactly("lyon-1", "lyon-2", "villeurbanne");
        assertThat(found("latitude=45.7676&longitude=4.8344&radiusKm=2")).containsExactly("lyon-1", "lyon-2");
        assertThat(found("postalCode=13001")).containsExactly("marseille");
        assertThat(found("")).containsExactly("lyon-1", "lyon-2", "villeurbanne", "marseille");
        JsonNode first = home.api()
                .get("/v1/availabilities?latitude=45.7746&longitude=4.8278&radiusKm=10")
                .body()
                .path("items")
                .path(1);
        assertThat(first.path("metres").asInt()).isZero();
    }

    @Test
    void findsWhatSuitsTheGroup() {
        assertThat(found("needs=WHEELCHAIR")).containsExactly("lyon-1");
        assertThat(found("needs=WHEELCHAIR,HEARING_LOOP")).isEmpty();
        assertThat(found("languageNeeded=false")).containsExactly("lyon-2");
        assertThat(found("kind=CONCERT")).containsExactly("lyon-2");
        assertThat(found("maximumPrice=0")).containsExactly("lyon-1", "villeurbanne", "marseille");
        assertThat(found("group=4")).containsExactly("lyon-1", "lyon-2", "marseille");
        assertThat(found("group=11")).isEmpty();
        String to = programme
                .clock
                .instant()
                .plus(Duration.ofDays(2))
                .plusSeconds(1)
                .toString();
        assertThat(found("to=" + to)).containsExactly("lyon-1", "lyon-2");
    }

    @Test
    void readsPageByPageWithoutMissingOne() {
        List<String> refs = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    home.api().get("/v1/availabilities?limit=1" + cursor).body();
            page.path("items")
                    .forEach(each -> refs.add(each.path("session").path("ref").asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(refs).containsExactly("lyon-1", "lyon-2", "villeurbanne", "marseille");
    }

    @Test
    void saysWhatItCannotRead() {
        assertThat(home.api().get("/v1/availabilities?latitude=45").violations())
                .containsExactly("longitude required");
        assertThat(home.api().get("/v1/availabilities?postalCode=00000").violations())
                .containsExactly("postalCode bad_postal_code");
        assertThat(home.api().get("/v1/availabilities?from=tomorrow").violations())
                .containsExactly("from unknown_value");
        assertThat(home.api().get("/v1/availabilities?needs=NOISE").violations())
                .containsExactly("needs unknown_value");
        assertThat(home.api().get("/v1/availabilities?radiusKm=301").violations())
                .containsExactly("radiusKm too_large");
    }

    @Test
    void aPlaceWithoutAPositionStandsWhereItsPostalCodeIs() {
        try (TestProgramme own = new TestProgramme()) {
            TestProgramme.Member venue = own.donor("Scène nationale");
            SessionDraft draft = own.play("mende").toBuilder()
                    .place(Place.builder()
                            .name("Théâtre")
                            .postalCode("48000")
                            .city("Mende")
                            .build())
                    .build();
            venue.api().put("/v1/sessions/by-ref/mende", draft);
            own.give(venue, AllotmentDraft.of("mende", 10).build());
            Api relay = own.structure("Relais").api();

            assertThat(relay.get("/v1/availabilities?postalCode=48000&radiusKm=1")
                            .text())
                    .contains("\"metres\":0", "mende");
            assertThat(relay.get("/v1/availabilities?postalCode=69004").text()).doesNotContain("mende");
        }
    }

    @Test
    void whatIsTakenIsNotFound() {
        offer("small", 48.94, 2.36, 6, draft -> draft, allotment -> allotment.quantity(2));
        assertThat(found("postalCode=93200")).containsExactly("small");
        String id = home.api()
                .get("/v1/availabilities?postalCode=93200")
                .body()
                .path("items")
                .path(0)
                .path("allotment")
                .path("id")
                .asText();

        book(home, BookingDraft.of(UUID.fromString(id), Party.of(2, TestProgramme.TEENAGERS)));

        assertThat(found("postalCode=93200")).isEmpty();
    }
}
