package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.ProgrammeWords;
import fr.passerelle.contract.ProgrammeWords.CategoryFacts;
import fr.passerelle.model.OpenEnums;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Ean;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCategoryTest {

    private static final Ean EAN = Ean.of("9782070541270");

    private final ObjectMapper json = WireJson.mapper();

    private static List<ProductCategory> factories() {
        return CategoryTest.factories(ProductCategory.class);
    }

    @Test
    void everyCreatableCategoryHasOneFactoryThatTakesAllItRequires() {
        assertThat(factories())
                .hasSize(27)
                .allSatisfy(category -> assertThat(category.missing()).isEmpty());
        assertThat(factories().stream().map(ProductCategory::id))
                .containsExactlyInAnyOrderElementsOf(CategoryId.values().stream()
                        .filter(CategoryId::product)
                        .filter(CategoryId::creatable)
                        .toList());
    }

    @Test
    void agreesWithTheReferenceTable() throws IOException {
        List<CategoryFacts> products =
                ProgrammeWords.categories().stream().filter(row -> !row.event()).toList();
        assertThat(products).hasSize(45);
        for (CategoryFacts row : products) {
            ProductCategory read = json.readValue("{\"category\":\"" + row.id() + "\"}", ProductCategory.class);
            TreeSet<String> readable = new TreeSet<>(row.readable());
            if (read.id().equals(CategoryId.CAPTATION_MUSIQUE)) {
                readable.add("ean"); // it shares the record of the other recordings
            }
            assertThat(CategoryTest.fieldsOf(read)).as(read.id().value()).isEqualTo(readable);
            if (read.id().creatable()) {
                assertThat(read.missing().stream().map(Violation::path))
                        .as(read.id().value())
                        .containsExactlyElementsOf(new TreeSet<>(row.required()));
            } else {
                assertThat(read.missing()).as(read.id().value()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVRE_PAPIER", "SUPPORT_PHYSIQUE_MUSIQUE_CD", "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE"})
    void paperBooksAndDiscsPointToTheEanUpsert(String word) throws JsonProcessingException {
        ProductCategory read = json.readValue(
                "{\"category\":\"" + word + "\",\"ean\":\"9782070541270\",\"musicType\":\"ROCK\"}",
                ProductCategory.class);

        assertThat(read.missing()).containsExactly(new Violation("category", RuleCode.ONLY_BY_EAN, null));
    }

    @Test
    void aCategoryOfEventsIsNoneOfProducts() {
        assertThat(new ProductCategory.Plain(CategoryId.CONCOURS).missing())
                .containsExactly(new Violation("category", RuleCode.CATEGORY_NOT_CREATABLE, null));
    }

    @Test
    void isWrittenWithItsOwnFieldsOnly() throws JsonProcessingException {
        assertThat(json.writeValueAsString(ProductCategory.audiobookOnDisc(EAN).author("Jules Verne")))
                .isEqualTo("{\"category\":\"LIVRE_AUDIO_PHYSIQUE\",\"ean\":\"9782070541270\","
                        + "\"author\":\"Jules Verne\"}");
        assertThat(json.writeValueAsString(ProductCategory.museumCard())).isEqualTo("{\"category\":\"CARTE_MUSEE\"}");
    }

    @Test
    void anEanHasThirteenDigitsWhateverTheLastOne() {
        assertThat(ProductCategory.instrument(new Ean("3760000000018")).missing())
                .isEmpty();
        assertThat(ProductCategory.ebook().ean(new Ean("376000000001X")).missing())
                .containsExactly(new Violation("ean", RuleCode.BAD_EAN, null));
    }

    @Test
    void optionalFieldsAreAddedOnTheResult() {
        assertThat(ProductCategory.recordedShow(ShowType.DANSE_TANGO)
                        .author("a")
                        .stageDirector("s")
                        .performer("p"))
                .isEqualTo(new ProductCategory.RecordedShow(
                        CategoryId.SPECTACLE_ENREGISTRE, ShowType.DANSE_TANGO, "a", "s", "p"));
        assertThat(ProductCategory.musicDownload(MusicType.ROCK)
                        .ean(EAN)
                        .author("a")
                        .performer("p"))
                .isEqualTo(new ProductCategory.Recording(
                        CategoryId.TELECHARGEMENT_MUSIQUE, MusicType.ROCK, EAN, "a", "p"));
        assertThat(ProductCategory.onlineArtClass().speaker("s").speaker()).isEqualTo("s");
        assertThat(ProductCategory.audiobookDownload().author("a").author()).isEqualTo("a");
    }

    @Test
    void knowsEveryWordOfTheReference() throws IOException {
        OpenEnums.assertSameWords(OfferLocationType.values(), "locationTypes");
    }
}
