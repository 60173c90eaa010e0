package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.ProgrammeWords;
import fr.passerelle.contract.ProgrammeWords.CategoryFacts;
import fr.passerelle.model.OpenEnums;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.venue.ActivityDomain;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CategoryTest {

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A category made by the factory of this name, with a type where one is required. */
    static Category ofId(CategoryId id) {
        return factories().stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Category> factories() {
        return factories(Category.class);
    }

    /** What every factory of the family makes. */
    static <C extends OfferCategory> List<C> factories(Class<C> family) {
        Map<Class<?>, Object> arguments = Map.of(
                MusicType.class, MusicType.ROCK,
                ShowType.class, ShowType.DANSE_TANGO,
                Ean.class, Ean.of("9782070541270"));
        return Arrays.stream(family.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && !method.getName().equals("read"))
                .map(method -> {
                    try {
                        return family.cast(method.invoke(
                                null,
                                Arrays.stream(method.getParameterTypes())
                                        .map(arguments::get)
                                        .toArray()));
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError("a factory cannot be called", e);
                    }
                })
                .toList();
    }

    @Test
    void everyCreatableCategoryHasOneFactoryThatTakesAllItRequires() {
        assertThat(factories())
                .hasSize(26)
                .allSatisfy(category -> assertThat(category.missing()).isEmpty());
        assertThat(factories().stream().map(Category::id))
                .containsExactlyInAnyOrderElementsOf(CategoryId.values().stream()
                        .filter(CategoryId::event)
                        .filter(CategoryId::creatable)
                        .toList());
    }

    @Test
    void isReadWithOrWithoutItsFields() throws JsonProcessingException {
        assertThat(json.readValue("{\"category\":\"CONCERT\",\"musicType\":null,\"author\":\"Satie\"}", Category.class))
                .isEqualTo(new Category.Music(CategoryId.CONCERT, null, "Satie", null));
        assertThat(json.readValue(
                        "{\"category\":\"CONCERT\",\"musicType\":\"ELECTRO-HOUSE\",\"gtl_id\":\"01\"}", Category.class))
                .isEqualTo(new Category.Music(CategoryId.CONCERT, MusicType.of("ELECTRO-HOUSE"), null, null));
        assertThat(json.readValue("{\"category\":\"HOLOGRAM\",\"depth\":3}", Category.class)
                        .id()
                        .known())
                .isFalse();
    }

    @Test
    void olderMusicTypesAreUnderstood() {
        assertThat(MusicType.of("ELECTRO-HOUSE").deprecated()).isTrue();
        assertThat(MusicType.ELECTRO.deprecated()).isFalse();
    }

    @Test
    void whatAnResponseLeftOutCannotBeSentAgain() {
        Category read = new Category.Music(CategoryId.CONCERT, null, null, null);

        assertThat(read.missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.path()).isEqualTo("musicType"));
        assertThat(new Category.Plain(CategoryId.ACTIVATION_EVENT).missing()).hasSize(1);
    }

    @Test
    void agreesWithTheReferenceTable() throws IOException {
        for (CategoryFacts row : ProgrammeWords.categories()) {
            CategoryId id = CategoryId.of(row.id());
            if (row.event() && row.creatable()) {
                assertThat(id.onlineOnly()).as(id.value()).isEqualTo(row.onlineOnly());
                assertThat(id.duoPossible()).as(id.value()).isEqualTo(row.duo());
                assertThat(id.needsBookingContact()).as(id.value()).isEqualTo(row.ticket());
                JsonNode written = json.valueToTree(ofId(id));
                row.required().forEach(field -> assertThat(written.has(field)).isTrue());
                Set<String> writable = new TreeSet<>(row.required());
                writable.addAll(row.optional());
                assertThat(fieldsOf(ofId(id))).as(id.value()).isEqualTo(writable);
            }
        }
    }

    static Set<String> fieldsOf(OfferCategory category) {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(category.getClass().getRecordComponents()).forEach(field -> fields.add(field.getName()));
        fields.remove("id");
        // Not for new offers, and not in the words of the reference.
        fields.removeAll(Set.of("linkedArtists", "artistLinks"));
        return fields;
    }

    @Test
    void knowsEveryWordOfTheReference() throws IOException {
        OpenEnums.assertSameWords(ShowType.values(), "showTypes");
        OpenEnums.assertSameWords(MusicType.values(), "musicTypes");
        OpenEnums.assertSameWords(MusicType.ofEvents(), "musicTypesOfEvents");
        OpenEnums.assertSameWords(OfferStatus.values(), "offerStatuses");
        OpenEnums.assertSameWords(BookingStatus.values(), "bookingStatuses");
        OpenEnums.assertSameWords(ActivityDomain.values(), "activityDomains");
        ProgrammeWords.list("musicTypesDeprecated")
                .forEach(word -> assertThat(MusicType.of(word).deprecated()).isTrue());
    }
}
