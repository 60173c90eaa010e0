package fr.passerelle.passculture.shown;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an offer shows what an upsert by EAN sent of the link to the ticket office. */
class ShownEanTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/a, true",
        "https://example.org,   https://example.org/,  true",
        "https://example.org/a, https://example.org/b, false",
        "https://example.org/a,                      , false",
        // That an upsert without a link takes one away is not certain: nothing is said, nothing is looked at.
        "                     , https://example.org/a, true",
        "                     ,                      , true"
    })
    void looksAtTheLinkThatWasSent(@Nullable String sent, @Nullable String shown, boolean same) throws IOException {
        EanProductDraft.Builder draft = EanProductDraft.builder()
                .ean(Ean.of("9782070541270"))
                .price(Price.euros("5"))
                .remaining(Remaining.of(7))
                .dates(EanDates.reset());
        if (sent != null) {
            draft.externalTicketOfficeUrl(sent);
        }
        String link = shown == null ? "null" : "\"" + shown + "\"";
        Product product = Json.mapper().readValue("""
                        {"id":12,"status":"ACTIVE","name":"B","accessibility":{},"enableDoubleBookings":false,
                        "categoryRelatedFields":{"category":"LIVRE_PAPIER","ean":"9782070541270"},
                        "location":{"type":"physical","venueId":535},"publicationDatetime":"2026-01-01T00:00:00Z",
                        "externalTicketOfficeUrl":%s,
                        "stock":{"price":500,"quantity":10,"bookedQuantity":3,"bookingLimitDatetime":null}}""".formatted(link), Product.class);

        assertThat(ShownEan.shows(product, draft.build())).isEqualTo(same);
    }
}
