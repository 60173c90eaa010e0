package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDraftTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static EventDraft.Builder play() {
        return EventDraft.builder()
                .name("Le Bourgeois gentilhomme")
                .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                .location(Location.atVenue(3))
                .accessibility(Accessibility.of(Disability.AUDIO, Disability.MOTOR))
                .bookingContact("billetterie@example.org")
                .hasTicket(true);
    }

    private static EventDraft.Builder livestream() {
        return play().category(Category.showLivestream(ShowType.THEATRE_COMEDIE))
                .location(Location.digital(3, "https://scene.example.org/{token}"));
    }

    private static List<String> violations(EventDraft.Builder draft) {
        return Violations.of(draft::build);
    }

    @Test
    void isWrittenAsTheServerReadsIt() throws JsonProcessingException {
        EventDraft draft = play().publication(Publication.never())
                .addPriceCategories(PriceCategoryDraft.of("Carré or", Price.euros("25.00")))
                .build();

        assertThat(new ObjectMapper().writeValueAsString(draft))
                .isEqualTo("{\"name\":\"Le Bourgeois gentilhomme\","
                        + "\"location\":{\"type\":\"physical\",\"venueId\":3},"
                        + "\"accessibility\":{\"audioDisabilityCompliant\":true,\"mentalDisabilityCompliant\":false,"
                        + "\"motorDisabilityCompliant\":true,\"visualDisabilityCompliant\":false},"
                        + "\"bookingContact\":\"billetterie@example.org\","
                        + "\"categoryRelatedFields\":{\"category\":\"SPECTACLE_REPRESENTATION\","
                        + "\"showType\":\"THEATRE-COMEDIE\",\"author\":\"Molière\"},"
                        + "\"hasTicket\":true,\"enableDoubleBookings\":true,"
                        + "\"priceCategories\":[{\"label\":\"Carré or\",\"price\":2500}],"
                        + "\"publicationDatetime\":null}");
    }

    @Test
    void reportsEverythingThatIsMissingAtOnce() {
        assertThat(violations(EventDraft.builder()))
                .containsExactly(
                        "name required",
                        "categoryRelatedFields required",
                        "location required",
                        "accessibility required",
                        "hasTicket required");
    }

    @Test
    void reportsEverythingThatIsWrongAtOnceInTheWordsOfTheWire() {
        EventDraft.Builder draft = play().name("x".repeat(91))
                .description("é".repeat(10_001))
                .bookingContact("billetterie")
                .idAtProvider("i".repeat(71))
                .durationMinutes(1440)
                .externalTicketOfficeUrl("http://localhost")
                .videoUrl("https://www.youtube.com/shorts/a1B2c3D4e5F")
                .category(Category.musicLivestream(MusicType.JAZZ_BLUES))
                .accessibility(Accessibility.unknown().with(Disability.MOTOR, true))
                .duo(true);

        assertThat(violations(draft))
                .containsExactlyInAnyOrder(
                        "name too_long 90",
                        "description too_long 10000",
                        "bookingContact bad_email",
                        "idAtProvider too_long 70",
                        "eventDuration too_large 1439",
                        "externalTicketOfficeUrl bad_url",
                        "videoUrl bad_video_url",
                        "location.type must_be_digital",
                        "enableDoubleBookings duo_not_allowed",
                        "accessibility.audioDisabilityCompliant required",
                        "accessibility.mentalDisabilityCompliant required",
                        "accessibility.visualDisabilityCompliant required");
    }

    @Test
    void speaksFrenchToo() {
        RuleViolationException thrown = catchThrowableOfType(
                RuleViolationException.class, () -> play().name("").build());

        assertThat(thrown).hasMessage("name: must have at least 1 character(s)");
        assertThat(thrown.message(Locale.CANADA_FRENCH)).isEqualTo("name: doit avoir au moins 1 caractère(s)");
    }

    @Test
    void countsCharactersAsTheServerDoes() {
        assertThatCode(() -> play().name("🎭".repeat(90)).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9782070408504", "Soirée 97820704085041 !"})
    void refusesANameThatReadsAsAnEan(String name) {
        assertThat(violations(play().name(name))).containsExactly("name looks_like_ean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half \ud83d of a mask", "nul \0 character"})
    void refusesTextThatCannotBeStored(String text) {
        assertThat(violations(play().name(text).description(text)))
                .containsExactly("name ill_formed_text", "description ill_formed_text");
    }

    @Test
    void refusesANegativeDuration() {
        assertThat(violations(play().durationMinutes(-1))).containsExactly("eventDuration too_small 0");
    }

    @ParameterizedTest
    @CsvSource({
        "CONCERT",
        "EVENEMENT_MUSIQUE",
        "FESTIVAL_ART_VISUEL",
        "FESTIVAL_MUSIQUE",
        "FESTIVAL_SPECTACLE",
        "SPECTACLE_REPRESENTATION"
    })
    void sixCategoriesNeedSomeoneToWriteTo(String id) {
        assertThat(CategoryId.values().stream().filter(CategoryId::needsBookingContact))
                .hasSize(6);
        assertThat(violations(
                        play().category(CategoryTest.ofId(CategoryId.of(id))).bookingContact(null)))
                .containsExactly("bookingContact required");
    }

    @Test
    void anOnlineEventIsNotBookableForTwoUnlessAsked() {
        assertThat(livestream().build().duo()).isFalse();
        assertThat(play().build().duo()).isTrue();
    }

    @Test
    void anEventOnSiteCannotBeDigital() {
        assertThat(violations(play().location(Location.digital(3, "https://scene.example.org"))))
                .containsExactly("location.type must_not_be_digital");
    }

    @Test
    void checksTheLocation() {
        assertThat(violations(livestream().location(Location.digital(3, "ftp://scene.example.org"))))
                .containsExactly("location.url bad_url");
        assertThat(violations(livestream().location(Location.digital(3, "https://e.org/" + "x".repeat(255)))))
                .containsExactly("location.url too_long 255");
        assertThat(violations(play().location(Location.address(3, 4, ""))))
                .containsExactly("location.addressLabel too_short 1");
        assertThat(violations(play().location(new Location.Unknown("moon"))))
                .containsExactly("location.type unknown_value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=a1B2c3D4e5F",
                "https://www.youtube.com/watch?v=a1B2c3D4e5F&t=3s",
                "https://m.youtube.com/watch?v=a1B2c3D4e5F",
                "http://youtube.com/embed/a1B2c3D4e5F",
                "https://youtube.com/v/a1B2c3D4e5F",
                "https://youtube.com/e/a1B2c3D4e5F",
                "https://youtu.be/a1B2c3D4e5F?si=x"
            })
    void acceptsTheYouTubeFormsThatTheServerPlays(String url) {
        assertThat(play().videoUrl(url).build().videoUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/shorts/a1B2c3D4e5F",
                "https://www.youtube.com/watch?t=3s&v=a1B2c3D4e5F",
                "https://www.youtube.com/@chaine",
                "https://www.youtube.com/playlist?list=a1B2c3D4e5F",
                "https://youtu.be/a1B2c3D4e5",
                "https://videos.example.org/watch?v=a1B2c3D4e5F",
                "https://evil.example/https://youtu.be/a1B2c3D4e5F"
            })
    void refusesOtherVideoAddresses(String url) {
        assertThat(violations(play().videoUrl(url))).containsExactly("videoUrl bad_video_url");
    }

    @Test
    void refusesMoreThanFiftyPricesAndEqualOnes() {
        EventDraft.Builder draft = play().addPriceCategories(
                        PriceCategoryDraft.of("Plein", Price.euros("8")),
                        PriceCategoryDraft.of("Plein", Price.euros("6")),
                        PriceCategoryDraft.of("Plein", Price.euros("8")));
        assertThat(violations(draft)).containsExactly("priceCategories.2.label duplicate priceCategories.0.label");

        draft = play().priceCategories(IntStream.rangeClosed(0, 50)
                .mapToObj(i -> PriceCategoryDraft.of("Rang " + i, Price.FREE))
                .toList());
        assertThat(violations(draft)).containsExactly("priceCategories too_many 50");
    }

    @Test
    void whatNeedsTheTimeIsCheckedAtTheMomentOfTheCall() {
        EventDraft draft = play().publication(Publication.at(NOW))
                .bookingAllowedDatetime(NOW.minusSeconds(1))
                .build();

        assertThatThrownBy(() -> draft.checkAt(NOW))
                .hasMessage(
                        "publicationDatetime: must be in the future; bookingAllowedDatetime: must be in the future");
        assertThatCode(() -> draft.checkAt(NOW.minusSeconds(2))).doesNotThrowAnyException();
        assertThatThrownBy(() -> play().publication(Publication.at(Instant.parse("2028-03-02T10:00:01Z")))
                        .build()
                        .checkAt(NOW))
                .hasMessage("publicationDatetime: must not be after 2028-03-02T10:00:00Z");
    }

    @Test
    void canBeTakenUpAgain() {
        assertThat(play().build().toBuilder().name("Tartuffe").build().category())
                .isEqualTo(play().build().category());
    }
}
