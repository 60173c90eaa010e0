package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The kind of a place of performance, in the words of the declaration (sibil 2). */
public final class PlaceKind extends OpenEnum {

    private static final Constants<PlaceKind> WORDS = new Constants<>(PlaceKind::new);

    /** A theatre. */
    public static final PlaceKind THEATRE = WORDS.known("THEATRE");

    /** A hall for many uses. */
    public static final PlaceKind ESPACE_POLYVALENT = WORDS.known("ESPACE_POLYVALENT");

    /** A casino, club, hotel, café or restaurant. */
    public static final PlaceKind CASINO_DISCOTHEQUE_HOTEL_CAFE_RESTAURANT =
            WORDS.known("CASINO_DISCOTHEQUE_HOTEL_CAFE_RESTAURANT");

    /** A concert hall, opera or arena. */
    public static final PlaceKind SALLE_CONCERT_AUDITORIUM_OPERA_ZENITH =
            WORDS.known("SALLE_CONCERT_AUDITORIUM_OPERA_ZENITH");

    /** A cabaret or music hall. */
    public static final PlaceKind CABARET_MUSIC_HALL = WORDS.known("CABARET_MUSIC_HALL");

    /** In the open air, or a park. */
    public static final PlaceKind PLEIN_AIR_PARC_LOISIRS_ATTRACTION = WORDS.known("PLEIN_AIR_PARC_LOISIRS_ATTRACTION");

    /** A tent or another structure that travels. */
    public static final PlaceKind STRUCTURE_ITINERANTE_DEMONTABLE_CHAPITEAU =
            WORDS.known("STRUCTURE_ITINERANTE_DEMONTABLE_CHAPITEAU");

    /** A place of worship. */
    public static final PlaceKind LIEU_DE_CULTE = WORDS.known("LIEU_DE_CULTE");

    /** A place of care. */
    public static final PlaceKind LIEU_DE_SANTE = WORDS.known("LIEU_DE_SANTE");

    /** Any other. */
    public static final PlaceKind AUTRE = WORDS.known("AUTRE");

    private PlaceKind(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static PlaceKind of(String value) {
        return WORDS.of(value);
    }

    /** Every kind known today. */
    public static List<PlaceKind> values() {
        return WORDS.all();
    }
}
