package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The kind of a concert or record (reference operations 12 and 13). Required by the music categories. */
public final class MusicType extends OpenEnum {

    private static final Constants<MusicType> WORDS = new Constants<>(MusicType::new);

    public static final MusicType MUSIQUE_CLASSIQUE = WORDS.known("MUSIQUE_CLASSIQUE");
    public static final MusicType JAZZ_BLUES = WORDS.known("JAZZ-BLUES");
    public static final MusicType BANDES_ORIGINALES = WORDS.known("BANDES_ORIGINALES");
    public static final MusicType ELECTRO = WORDS.known("ELECTRO");
    public static final MusicType POP = WORDS.known("POP");
    public static final MusicType ROCK = WORDS.known("ROCK");
    public static final MusicType METAL = WORDS.known("METAL");
    public static final MusicType ALTERNATIF = WORDS.known("ALTERNATIF");
    public static final MusicType VARIETES = WORDS.known("VARIETES");
    public static final MusicType FUNK_SOUL_RNB_DISCO = WORDS.known("FUNK-SOUL-RNB-DISCO");
    public static final MusicType RAP_HIP_HOP = WORDS.known("RAP-HIP HOP");
    public static final MusicType REGGAE_RAGGA = WORDS.known("REGGAE-RAGGA");
    public static final MusicType MUSIQUE_DU_MONDE = WORDS.known("MUSIQUE_DU_MONDE");
    public static final MusicType COUNTRY_FOLK = WORDS.known("COUNTRY-FOLK");
    public static final MusicType VIDEOS_MUSICALES = WORDS.known("VIDEOS_MUSICALES");
    public static final MusicType COMPILATIONS = WORDS.known("COMPILATIONS");
    public static final MusicType AMBIANCE = WORDS.known("AMBIANCE");
    public static final MusicType ENFANTS = WORDS.known("ENFANTS");
    public static final MusicType AUTRES = WORDS.known("AUTRES");

    private MusicType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static MusicType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<MusicType> values() {
        return WORDS.all();
    }

    /** The types that an event may have today; the other constants are for products. */
    public static List<MusicType> ofEvents() {
        return List.of(
                MUSIQUE_CLASSIQUE,
                JAZZ_BLUES,
                ELECTRO,
                POP,
                ROCK,
                METAL,
                ALTERNATIF,
                VARIETES,
                FUNK_SOUL_RNB_DISCO,
                RAP_HIP_HOP,
                REGGAE_RAGGA,
                MUSIQUE_DU_MONDE,
                COUNTRY_FOLK,
                AMBIANCE,
                AUTRES);
    }

    /**
     * Whether this is one of the older words that the server still takes and may echo, such as {@code ELECTRO-HOUSE}.
     */
    public boolean deprecated() {
        return DeprecatedMusicTypes.contains(value());
    }
}
