package fr.passerelle.season.agenda;

import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.ShowType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the category of an event by the words that describe it. */
final class Categories {

    private static final WordRules CATEGORIES = WordRules.load("categories.txt");
    private static final WordRules NOT_CULTURE = WordRules.load("not-culture.txt");

    /** Outcomes of lines of that table that speak for culture. */
    private static final String ABOUT_CULTURE = "culture";

    private static final String WORK = "work";

    /** Of these there are as many in sports clubs and job centres: a workshop, a fair, a contest. */
    private static final Set<String> OF_ANYTHING =
            Set.of("essai", "atelier", "conference", "salon", "concours", "jeu", "rencontre");

    private static final WordRules MUSIC_TYPES = WordRules.load("music-types.txt");
    private static final WordRules SHOW_TYPES = WordRules.load("show-types.txt");

    /** The categories that are sold on line only, beside those that they replace. */
    private static final Map<CategoryId, CategoryId> ONLINE = Map.ofEntries(
            Map.entry(CategoryId.CONCERT, CategoryId.LIVESTREAM_MUSIQUE),
            Map.entry(CategoryId.EVENEMENT_MUSIQUE, CategoryId.LIVESTREAM_MUSIQUE),
            Map.entry(CategoryId.FESTIVAL_MUSIQUE, CategoryId.LIVESTREAM_MUSIQUE),
            Map.entry(CategoryId.SPECTACLE_REPRESENTATION, CategoryId.LIVESTREAM_EVENEMENT),
            Map.entry(CategoryId.FESTIVAL_SPECTACLE, CategoryId.LIVESTREAM_EVENEMENT),
            Map.entry(CategoryId.CONFERENCE, CategoryId.RENCONTRE_EN_LIGNE),
            Map.entry(CategoryId.RENCONTRE, CategoryId.RENCONTRE_EN_LIGNE),
            Map.entry(CategoryId.ATELIER_PRATIQUE_ART, CategoryId.LIVESTREAM_PRATIQUE_ARTISTIQUE),
            Map.entry(CategoryId.SEANCE_ESSAI_PRATIQUE_ART, CategoryId.LIVESTREAM_PRATIQUE_ARTISTIQUE));

    private Categories() {}

    /**
     * The category, or empty if no word says it.
     *
     * @param texts from the most telling to the least
     */
    static Optional<CategoryChoice> of(List<String> texts) {
        String together = String.join("\n", texts);
        return texts.stream()
                .flatMap(text -> CATEGORIES.match(text).stream())
                .findFirst()
                .map(rule -> new CategoryChoice(category(rule.outcome(), together), rule.name()));
    }

    /**
     * What an event is that has no place in a programme for culture: a run, a meal, a job fair; empty if it may have
     * one.
     *
     * @param title what it is called; "Le Repas des fauves" is a play although it is called a meal
     * @param tags in as many texts as there are fields for them
     * @param description names many things beside, so it only tells that a work is played or shown
     */
    static Optional<String> notCulture(String title, List<String> tags, List<String> description) {
        List<String> titleAndTags =
                Stream.concat(Stream.of(title), tags.stream()).toList();
        boolean culture = titleAndTags.stream()
                .flatMap(text -> CATEGORIES.match(text).stream())
                .anyMatch(rule -> !OF_ANYTHING.contains(rule.name()));
        if (culture || names(ABOUT_CULTURE, titleAndTags) || names(WORK, titleAndTags) || names(WORK, description)) {
            return Optional.empty();
        }
        // Tags list what there is: of a feast with games and a meal, the meal is not the whole.
        boolean more = tags.stream().anyMatch(text -> CATEGORIES.match(text).isPresent());
        return (more ? Stream.of(title) : titleAndTags.stream())
                .flatMap(text -> NOT_CULTURE.match(text).stream())
                .findFirst()
                .map(WordRules.Rule::name);
    }

    private static boolean names(String outcome, List<String> texts) {
        return texts.stream()
                .flatMap(text -> NOT_CULTURE.match(text).stream())
                .anyMatch(rule -> rule.outcome().equals(outcome));
    }

    /** What an event is when nothing says more: a meeting, which needs no further field. */
    static CategoryChoice byDefault() {
        return new CategoryChoice(Category.meeting(), "default");
    }

    /** What is sold of such an event on line; empty if the programme sells no such thing on line. */
    static Optional<CategoryChoice> online(CategoryChoice choice, String text) {
        return Optional.ofNullable(ONLINE.get(choice.category().id()))
                .map(id -> new CategoryChoice(category(id.value(), text), choice.rule()));
    }

    private static Category category(String id, String text) {
        CategoryId category = CategoryId.of(id);
        // A type that the category has no use for is dropped by the model.
        return Category.read(
                category,
                MUSIC_TYPES
                        .match(text)
                        .map(rule -> MusicType.of(rule.outcome()))
                        .orElseThrow(),
                SHOW_TYPES.match(text).map(rule -> ShowType.of(rule.outcome())).orElseThrow(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
