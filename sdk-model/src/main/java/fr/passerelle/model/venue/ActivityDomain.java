package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a venue does. */
public final class ActivityDomain extends OpenEnum {

    private static final Constants<ActivityDomain> WORDS = new Constants<>(ActivityDomain::new);

    public static final ActivityDomain OTHER = WORDS.known("OTHER");
    public static final ActivityDomain VISUAL_ARTS = WORDS.known("VISUAL_ARTS");
    public static final ActivityDomain LIBRARY = WORDS.known("LIBRARY");
    public static final ActivityDomain CULTURAL_CENTRE = WORDS.known("CULTURAL_CENTRE");
    public static final ActivityDomain MOVIE = WORDS.known("MOVIE");
    public static final ActivityDomain TRAVELING_CINEMA = WORDS.known("TRAVELING_CINEMA");
    public static final ActivityDomain ARTISTIC_COURSE = WORDS.known("ARTISTIC_COURSE");
    public static final ActivityDomain SCIENTIFIC_CULTURE = WORDS.known("SCIENTIFIC_CULTURE");
    public static final ActivityDomain FESTIVAL = WORDS.known("FESTIVAL");
    public static final ActivityDomain GAMES = WORDS.known("GAMES");
    public static final ActivityDomain BOOKSTORE = WORDS.known("BOOKSTORE");
    public static final ActivityDomain CREATIVE_ARTS_STORE = WORDS.known("CREATIVE_ARTS_STORE");
    public static final ActivityDomain DISTRIBUTION_STORE = WORDS.known("DISTRIBUTION_STORE");
    public static final ActivityDomain RECORD_STORE = WORDS.known("RECORD_STORE");
    public static final ActivityDomain MUSICAL_INSTRUMENT_STORE = WORDS.known("MUSICAL_INSTRUMENT_STORE");
    public static final ActivityDomain CONCERT_HALL = WORDS.known("CONCERT_HALL");
    public static final ActivityDomain MUSEUM = WORDS.known("MUSEUM");
    public static final ActivityDomain DIGITAL = WORDS.known("DIGITAL");
    public static final ActivityDomain PATRIMONY_TOURISM = WORDS.known("PATRIMONY_TOURISM");
    public static final ActivityDomain PERFORMING_ARTS = WORDS.known("PERFORMING_ARTS");

    private ActivityDomain(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static ActivityDomain of(String value) {
        return WORDS.of(value);
    }

    /** Every domain known today. */
    public static List<ActivityDomain> values() {
        return WORDS.all();
    }
}
