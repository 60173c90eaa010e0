package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.model.venue.MessageUrlsPatch;
import org.junit.jupiter.api.Test;

/** In a change, absent, null and a value are three different things. */
class PatchesTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void anEmptyChangeSaysNothing() throws JsonProcessingException {
        assertThat(json.writeValueAsString(EventPatch.builder().build())).isEqualTo("{}");
        assertThat(json.writeValueAsString(DatePatch.builder().build())).isEqualTo("{}");
        assertThat(json.writeValueAsString(PriceCategoryPatch.builder().build()))
                .isEqualTo("{}");
        assertThat(json.writeValueAsString(MessageUrlsPatch.builder().build())).isEqualTo("{}");
    }

    @Test
    void clearsReplacesAndKeeps() throws JsonProcessingException {
        EventPatch patch = EventPatch.builder()
                .clearDescription()
                .idAtProvider("SAISON26-BG")
                .publication(Publication.never())
                .accessibility(Accessibility.unknown().with(Disability.MOTOR, false))
                .build();

        assertThat(json.readTree(json.writeValueAsString(patch)))
                .isEqualTo(json.readTree(
                        "{\"description\":null,\"idAtProvider\":\"SAISON26-BG\",\"publicationDatetime\":null,"
                                + "\"accessibility\":{\"motorDisabilityCompliant\":false}}"));
    }

    @Test
    void aFreePriceAndNoRemainingPlaceAreValues() throws JsonProcessingException {
        assertThat(json.writeValueAsString(
                        PriceCategoryPatch.builder().price(Price.FREE).build()))
                .isEqualTo("{\"price\":0}");
        assertThat(json.writeValueAsString(
                        DatePatch.builder().remaining(Remaining.of(0)).build()))
                .isEqualTo("{\"quantity\":0}");
        assertThat(json.writeValueAsString(
                        DatePatch.builder().remaining(Remaining.unlimited()).build()))
                .isEqualTo("{\"quantity\":\"unlimited\"}");
    }

    @Test
    void anEditedNameMayBeLongerThanANewOne() {
        assertThat(EventPatch.builder().name("x".repeat(140)).build().name()).hasSize(140);
        assertThatThrownBy(() -> EventPatch.builder().name("x".repeat(141)).build())
                .hasMessage("name: must have at most 140 characters");
        assertThatThrownBy(() -> EventPatch.builder().name("").build()).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void aCategoryThatTheApiCannotMakeCannotBeEditedEither() {
        assertThatThrownBy(() -> EventPatch.builder()
                        .category(new Category.Plain(CategoryId.ACTIVATION_EVENT))
                        .build())
                .hasMessage("categoryRelatedFields.category: cannot be used in an offer made by API");
    }

    @Test
    void bothTicketingUrlsGoTogether() throws JsonProcessingException {
        assertThat(json.writeValueAsString(
                        MessageUrlsPatch.builder().clearTicketingUrls().build()))
                .isEqualTo("{\"bookingUrl\":null,\"cancelUrl\":null}");
        assertThatThrownBy(() -> MessageUrlsPatch.builder()
                        .clearTicketingUrls()
                        .ticketingUrls("http://localhost:9/book", "")
                        .build())
                .hasMessage("cancelUrl: must be an http:// or https:// address");
        assertThatThrownBy(() -> MessageUrlsPatch.builder()
                        .clearTicketingUrls()
                        .bookingUrl(Patch.to("https://e.org/book"))
                        .build())
                .hasMessage("bookingUrl: goes with cancelUrl: set both or unset both");
    }

    @Test
    void aNotificationUrlThatTheServerCannotStoreIsRefused() {
        assertThatThrownBy(() -> MessageUrlsPatch.builder()
                        .notificationUrl("https://e.org/" + "x".repeat(255))
                        .build())
                .hasMessage("notificationUrl: must have at most 255 characters");
    }
}
