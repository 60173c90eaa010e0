package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProductPatchTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final ObjectMapper json = WireJson.mapper();

    private String written(ProductPatch.Builder patch) throws JsonProcessingException {
        return json.writeValueAsString(patch.build());
    }

    @Test
    void aStockIsKeptChangedOrDeleted() throws JsonProcessingException {
        assertThat(written(ProductPatch.builder().stock(ProductStockPatch.remaining(Remaining.of(0)))))
                .isEqualTo("{\"stock\":{\"quantity\":0}}");
        assertThat(written(ProductPatch.builder().deleteStock())).isEqualTo("{\"stock\":null}");
        assertThat(written(ProductPatch.builder()
                        .stock(ProductStockPatch.builder()
                                .price(Price.FREE)
                                .remaining(Remaining.unlimited())
                                .clearBookingLimit()
                                .build())))
                .isEqualTo("{" + "\"stock\":{\"price\":0,\"quantity\":\"unlimited\",\"bookingLimitDatetime\":null}}");
    }

    @Test
    void clearsReplacesAndKeeps() throws JsonProcessingException {
        ProductPatch.Builder patch = ProductPatch.builder()
                .name("Playtime")
                .clearDescription()
                .idAtProvider("T-1")
                .bookingAllowedDatetime(NOW)
                .publication(Publication.never());

        assertThat(json.readTree(written(patch)))
                .isEqualTo(json.readTree("{\"name\":\"Playtime\",\"description\":null,"
                        + "\"idAtProvider\":\"T-1\",\"bookingAllowedDatetime\":\"2026-03-02T10:00:00Z\","
                        + "\"publicationDatetime\":null}"));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThat(Violations.of(() -> ProductPatch.builder()
                        .name("")
                        .description("é".repeat(10_001))
                        .bookingEmail("x")
                        .duo(true)
                        .category(ProductCategory.podcast())
                        .location(Location.atVenue(3))
                        .build()))
                .containsExactly(
                        "name too_short 1",
                        "description too_long 10000",
                        "bookingEmail bad_email",
                        "location.type must_be_digital",
                        "enableDoubleBookings duo_not_allowed");
    }

    @Test
    void paperBooksAndDiscsAreNotChangedHere() {
        ProductCategory book =
                new ProductCategory.Book(CategoryId.LIVRE_PAPIER, Ean.of("9782070541270"), "Jules Verne");

        assertThat(Violations.of(() -> ProductPatch.builder().category(book).build()))
                .containsExactly("categoryRelatedFields.category only_by_ean");
    }

    @Test
    void checksItsStock() {
        assertThat(Violations.of(() -> ProductStockPatch.builder()
                        .price(Price.cents(-1))
                        .remaining(Remaining.of(3_000_000_000L))
                        .build()))
                .containsExactly("price too_small 0", "quantity too_large 1000000");

        ProductStockPatch closing =
                ProductStockPatch.builder().bookingLimit(NOW).build();
        assertThat(Violations.of(() -> ProductPatch.builder()
                        .stock(closing)
                        .bookingAllowedDatetime(NOW.plusSeconds(1))
                        .build()))
                .containsExactly("stock.bookingLimitDatetime before_limit bookingAllowedDatetime");
        assertThat(Violations.of(
                        () -> ProductPatch.builder().stock(closing).build().checkAt(NOW)))
                .containsExactly("stock.bookingLimitDatetime not_in_future");
    }
}
