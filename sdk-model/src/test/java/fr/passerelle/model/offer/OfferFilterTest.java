package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.Violations;
import fr.passerelle.model.value.Price;
import org.junit.jupiter.api.Test;

class OfferFilterTest {

    @Test
    void keepsTheVendorsIdsInTheirOrder() {
        EventFilter filter =
                EventFilter.builder().addIdsAtProvider("SAISON26-BG", "a b;c").build();

        assertThat(filter.idsAtProvider()).containsExactly("SAISON26-BG", "a b;c");
    }

    @Test
    void cannotLookUpAnIdThatHoldsAComma() {
        assertThat(Violations.of(() ->
                        EventFilter.builder().addIdsAtProvider("a", "b,c", ",").build()))
                .containsExactly("idsAtProvider.1 holds_comma", "idsAtProvider.2 holds_comma");
        assertThat(Violations.of(
                        () -> ProductFilter.builder().addIdsAtProvider("b,c").build()))
                .containsExactly("idsAtProvider.0 holds_comma");
    }

    @Test
    void aDraftMayHoldOneAsTheServerTakesIt() {
        PriceCategoryDraft draft = PriceCategoryDraft.builder()
                .label("Carré or")
                .price(Price.euros("25.00"))
                .idAtProvider("OR, 1er rang")
                .build();

        assertThat(draft.idAtProvider()).isEqualTo("OR, 1er rang");
    }
}
