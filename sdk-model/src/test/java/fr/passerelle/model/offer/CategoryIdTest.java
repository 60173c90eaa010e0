package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.contract.ProgrammeWords;
import fr.passerelle.contract.ProgrammeWords.CategoryFacts;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CategoryIdTest {

    @Test
    void agreesWithTheReferenceTables() throws IOException {
        for (CategoryFacts row : ProgrammeWords.categories()) {
            CategoryId id = CategoryId.of(row.id());
            assertThat(id.known()).as(id.value()).isTrue();
            assertThat(id.event()).as(id.value()).isEqualTo(row.event());
            assertThat(id.product()).as(id.value()).isNotEqualTo(id.event());
            assertThat(id.creatable()).as(id.value()).isEqualTo(row.creatable());
            assertThat(id.duoPossible()).as(id.value()).isEqualTo(row.duo());
            assertThat(id.expires()).as(id.value()).isEqualTo(row.expires());
            assertThat(id.onlineOnly()).as(id.value()).isEqualTo(row.onlineOnly());
        }
    }

    @Test
    void countsWhatTheRuleBookCounts() {
        assertThat(CategoryId.values()).hasSize(73);
        assertThat(count(CategoryId::event)).isEqualTo(28);
        assertThat(count(CategoryId::digital)).isEqualTo(20);
        assertThat(count(CategoryId::physical)).isEqualTo(17);
        assertThat(count(CategoryId::expires)).isEqualTo(24);
        assertThat(count(CategoryId::duoPossible)).isEqualTo(25);
        assertThat(count(CategoryId::usedWhenFree)).isEqualTo(3);
        assertThat(count(id -> id.forbiddenToMinors(true))).isEqualTo(4);
        assertThat(count(id -> id.forbiddenToMinors(false))).isEqualTo(19);
    }

    private static long count(Predicate<CategoryId> fact) {
        return CategoryId.values().stream().filter(fact).count();
    }

    @Test
    void noCategoryIsBothDigitalAndPhysical() {
        assertThat(CategoryId.values()).noneMatch(id -> id.digital() && id.physical());
    }

    @Test
    void anUnknownCategoryIsNeitherEventNorProduct() {
        CategoryId unknown = CategoryId.of("HOLOGRAM");

        assertThat(unknown.event() || unknown.product()).isFalse();
        assertThat(unknown.duoPossible() || unknown.expires() || unknown.creatable())
                .isFalse();
    }
}
