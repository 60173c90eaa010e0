package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What an artist is to an event. */
public final class ArtistRole extends OpenEnum {

    private static final Constants<ArtistRole> WORDS = new Constants<>(ArtistRole::new);

    /** Wrote what is played. */
    public static final ArtistRole AUTHOR = WORDS.known("author");

    /** Plays it. */
    public static final ArtistRole PERFORMER = WORDS.known("performer");

    private ArtistRole(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static ArtistRole of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<ArtistRole> values() {
        return WORDS.all();
    }
}
