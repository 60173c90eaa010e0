package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.ShowType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Festival de danse d'hiver        | FESTIVAL_SPECTACLE       | festival-spectacle
            Concert de Noël                  | CONCERT                  | concert
            Chœurs d'enfants                 | CONCERT                  | concert
            Soirée fado                      | CONCERT                  | genre-musical
            Théâtre d'objets                 | SPECTACLE_REPRESENTATION | theatre
            Film documentaire                | SEANCE_CINE              | cinema
            Avant-première du film           | EVENEMENT_CINE           | evenement-cinema
            Visites guidées du musée         | VISITE_GUIDEE            | visite-guidee
            Exposition de sculptures         | VISITE                   | visite
            Atelier d'écriture               | ATELIER_PRATIQUE_ART     | atelier
            Soirée jeux de société           | RENCONTRE_JEU            | jeux-de-societe
            Visite découverte d'un théâtre   | VISITE                   | visite-de-salle
            Balade contée                    | SPECTACLE_REPRESENTATION | spectacle
            """)
    void chooses(String text, String category, String rule) {
        assertThat(Categories.of(List.of(text))).hasValueSatisfying(choice -> {
            assertThat(choice.category().id()).isEqualTo(CategoryId.of(category));
            assertThat(choice.rule()).isEqualTo(rule);
        });
    }

    @Test
    void asksTheTitleBeforeTheTags() {
        assertThat(Categories.of(List.of("Atelier chant", "concert,jazz")))
                .map(CategoryChoice::rule)
                .hasValue("atelier");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Randonnée des deux vallées - VTT |                        | sport
            Les Foulées du marais            | Course à pied;Challenge | sport
            Fête du village                  | trail                  | sport
            Stage de tennis                  |                        | sport
            Repas de la fête des mères       |                        | meal
            Vide-greniers du stade           |                        | market
            Forum de l'emploi                | salon                  | employment
            Don du sang                      |                        | public-life
            """)
    void knowsWhatIsNotCulture(String title, String tags, String kind) {
        assertThat(Categories.notCulture(title, given(tags), List.of("Concert à l'arrivée")))
                .hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Randonnée contée au clair de lune |
            Rando patrimoine                  |
            Repas-spectacle                   |
            Le Marathon                       | théâtre, comédie
            Visite guidée du marché aux fleurs |
            Fête de la châtaigne              |
            Skinny love, concert              |
            Marathon de lecture               |
            Marathon des mots                 |
            Bourse aux disques                |
            Rugby, la passion en photos       |
            Fest-noz et repas crêpes          |
            Brunch littéraire                 |
            Journées d'amitié                 | ventes, repas, jeux
            """)
    void aWordOfSportDoesNotMakeAShowASport(String title, String tags) {
        assertThat(Categories.notCulture(title, given(tags), List.of())).isEmpty();
    }

    @Test
    void aPlayMayBeCalledAMeal() {
        String title = "Le Repas des fauves";

        assertThat(Categories.notCulture(title, List.of(), List.of("De Vahé Katcha, mise en scène de J. Sibre")))
                .isEmpty();
        assertThat(Categories.notCulture(title, List.of(), List.of("Sur réservation")))
                .hasValue("meal");
    }

    private static List<String> given(String tags) {
        return tags == null ? List.of() : List.of(tags);
    }

    @Test
    void findsNothingInsideOtherWords() {
        assertThat(Categories.of(List.of("Rockefeller, une biographie"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories.txt", "music-types.txt", "show-types.txt"})
    void namesOnlyWhatTheProgrammeKnows(String table) {
        assertThat(WordRules.load(table).rules()).isNotEmpty().allSatisfy(rule -> {
            switch (table) {
                case "categories.txt" ->
                    assertThat(CategoryId.of(rule.outcome()).creatable()).isTrue();
                case "music-types.txt" ->
                    assertThat(MusicType.of(rule.outcome()).known()).isTrue();
                default -> assertThat(ShowType.of(rule.outcome()).known()).isTrue();
            }
        });
    }

    @Test
    void givesEveryCategoryWhatItRequires() {
        assertThat(WordRules.load("categories.txt").rules()).allSatisfy(rule -> {
            String words = rule.choices().get(0).stream()
                    .map(pattern -> pattern.pattern().replace("[^ ]*", "").strip())
                    .reduce("", (one, other) -> one + " " + other);
            assertThat(Categories.of(List.of(words)).map(CategoryChoice::category))
                    .hasValueSatisfying(
                            category -> assertThat(category.missing()).isEmpty());
        });
    }

    @Test
    void needsNoFurtherFieldByDefault() {
        assertThat(Categories.byDefault().category()).isEqualTo(Category.meeting());
    }
}
