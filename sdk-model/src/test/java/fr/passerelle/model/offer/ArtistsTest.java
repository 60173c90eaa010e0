package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The artists of live-music events (since autumn 2026). */
class ArtistsTest {

    private static final Category.Music CONCERT = Category.concert(MusicType.JAZZ_BLUES);

    private final ObjectMapper json = WireJson.mapper();

    @Test
    void areReadByNameAndRole() throws Exception {
        Category read = json.readValue("""
                {"category":"CONCERT","musicType":"JAZZ-BLUES","author":null,"performer":null,
                 "artists":[{"name":"Ray Charles","artistType":"performer"},{"name":"X","artistType":"arranger"}]}""", Category.class);

        assertThat(((Category.Music) read).linkedArtists())
                .containsExactly(
                        new Artist("Ray Charles", ArtistRole.PERFORMER), new Artist("X", ArtistRole.of("arranger")));
    }

    @Test
    void mayBeLeftOutOfAResponse() throws Exception {
        Category read = json.readValue("{\"category\":\"CONCERT\"}", Category.class);

        assertThat(((Category.Music) read).linkedArtists()).isEmpty();
    }

    @Test
    void areWrittenByWhatPlatformsCallThem() throws Exception {
        Category linked = CONCERT.linkArtists(List.of(
                ArtistLink.performer().spotifyId("1eYhYunlNJlDoQhtYBvPsi").build()));

        assertThat(json.readTree(json.writeValueAsString(
                        EventPatch.builder().category(linked).build())))
                .isEqualTo(json.readTree("""
                                {"categoryRelatedFields":{"category":"CONCERT","musicType":"JAZZ-BLUES",
                                 "artists":[{"artistType":"performer","spotifyId":"1eYhYunlNJlDoQhtYBvPsi"}]}}"""));
    }

    @Test
    void anEmptyListUnlinksAllAndNothingSaidKeepsThem() throws Exception {
        assertThat(json.writeValueAsString(CONCERT.linkArtists(List.of()))).contains("\"artists\":[]");
        assertThat(json.writeValueAsString(CONCERT)).doesNotContain("artists", "linked");
    }

    @Test
    void cannotBeLinkedWhenTheEventIsMade() {
        assertThat(CONCERT.linkArtists(List.of()).missing())
                .extracting(
                        violation -> violation.path() + " " + violation.code().code())
                .containsExactly("artists not_allowed");
    }

    @Test
    void needARoleAndAnIdThatIsNotEmpty() {
        assertThat(Violations.of(() -> ArtistLink.builder().spotifyId("").build()))
                .containsExactly(
                        "artistType required",
                        "isniId one_of_required isniId, spotifyId, deezerId, appleMusicId, geniusId, soundcloudId");
        assertThat(Violations.of(() -> ArtistLink.builder()
                        .role(ArtistRole.of("arranger"))
                        .isniId("0000000121174585")
                        .build()))
                .containsExactly("artistType unknown_value");
    }

    @Test
    void theTicketOfficeCanBeReplacedAndRemoved() throws Exception {
        assertThat(json.writeValueAsString(EventPatch.builder()
                        .externalTicketOfficeUrl("https://guichet.exemple.fr")
                        .build()))
                .isEqualTo("{\"externalTicketOfficeUrl\":\"https://guichet.exemple.fr\"}");
        assertThat(json.writeValueAsString(
                        ProductPatch.builder().clearExternalTicketOfficeUrl().build()))
                .isEqualTo("{\"externalTicketOfficeUrl\":null}");
        assertThat(Violations.of(() -> EventPatch.builder()
                        .externalTicketOfficeUrl("https:guichet.exemple.fr")
                        .build()))
                .containsExactly("externalTicketOfficeUrl bad_url");
    }

    @Test
    void noTextOfACategoryHoldsANul() {
        assertThat(CONCERT.author("a\0").uneditable())
                .extracting(
                        violation -> violation.path() + " " + violation.code().code())
                .containsExactly("author ill_formed_text");
    }
}
