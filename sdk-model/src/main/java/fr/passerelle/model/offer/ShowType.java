package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The kind of a show: a genre and a sub-genre (reference operation 11). Required by the show categories. */
public final class ShowType extends OpenEnum {

    private static final Constants<ShowType> WORDS = new Constants<>(ShowType::new);

    public static final ShowType ART_DE_LA_RUE_CARNAVAL = WORDS.known("ART_DE_LA_RUE-CARNAVAL");
    public static final ShowType ART_DE_LA_RUE_FANFARE = WORDS.known("ART_DE_LA_RUE-FANFARE");
    public static final ShowType ART_DE_LA_RUE_MIME = WORDS.known("ART_DE_LA_RUE-MIME");
    public static final ShowType ART_DE_LA_RUE_PARADE = WORDS.known("ART_DE_LA_RUE-PARADE");
    public static final ShowType ART_DE_LA_RUE_THEATRE_DE_RUE = WORDS.known("ART_DE_LA_RUE-THEATRE_DE_RUE");
    public static final ShowType ART_DE_LA_RUE_THEATRE_PROMENADE = WORDS.known("ART_DE_LA_RUE-THEATRE_PROMENADE");
    public static final ShowType ART_DE_LA_RUE_OTHER = WORDS.known("ART_DE_LA_RUE-OTHER");
    public static final ShowType CIRQUE_CIRQUE_CONTEMPORAIN = WORDS.known("CIRQUE-CIRQUE_CONTEMPORAIN");
    public static final ShowType CIRQUE_CIRQUE_HORS_LES_MURS = WORDS.known("CIRQUE-CIRQUE_HORS_LES_MURS");
    public static final ShowType CIRQUE_CIRQUE_TRADITIONNEL = WORDS.known("CIRQUE-CIRQUE_TRADITIONNEL");
    public static final ShowType CIRQUE_CIRQUE_VOYAGEUR = WORDS.known("CIRQUE-CIRQUE_VOYAGEUR");
    public static final ShowType CIRQUE_CLOWN = WORDS.known("CIRQUE-CLOWN");
    public static final ShowType CIRQUE_HYPNOSE = WORDS.known("CIRQUE-HYPNOSE");
    public static final ShowType CIRQUE_MENTALISTE = WORDS.known("CIRQUE-MENTALISTE");
    public static final ShowType CIRQUE_SPECTACLE_DE_MAGIE = WORDS.known("CIRQUE-SPECTACLE_DE_MAGIE");
    public static final ShowType CIRQUE_SPECTACLE_EQUESTRE = WORDS.known("CIRQUE-SPECTACLE_EQUESTRE");
    public static final ShowType CIRQUE_OTHER = WORDS.known("CIRQUE-OTHER");
    public static final ShowType DANSE_BALLET = WORDS.known("DANSE-BALLET");
    public static final ShowType DANSE_CANCAN = WORDS.known("DANSE-CANCAN");
    public static final ShowType DANSE_CLAQUETTE = WORDS.known("DANSE-CLAQUETTE");
    public static final ShowType DANSE_CLASSIQUE = WORDS.known("DANSE-CLASSIQUE");
    public static final ShowType DANSE_CONTEMPORAINE = WORDS.known("DANSE-CONTEMPORAINE");
    public static final ShowType DANSE_DANSE_DU_MONDE = WORDS.known("DANSE-DANSE_DU_MONDE");
    public static final ShowType DANSE_FLAMENCO = WORDS.known("DANSE-FLAMENCO");
    public static final ShowType DANSE_MODERNE_JAZZ = WORDS.known("DANSE-MODERNE_JAZZ");
    public static final ShowType DANSE_SALSA = WORDS.known("DANSE-SALSA");
    public static final ShowType DANSE_SWING = WORDS.known("DANSE-SWING");
    public static final ShowType DANSE_TANGO = WORDS.known("DANSE-TANGO");
    public static final ShowType DANSE_URBAINE = WORDS.known("DANSE-URBAINE");
    public static final ShowType DANSE_OTHER = WORDS.known("DANSE-OTHER");
    public static final ShowType HUMOUR_CAFE_THEATRE = WORDS.known("HUMOUR-CAFE_THEATRE");
    public static final ShowType HUMOUR_IMPROVISATION = WORDS.known("HUMOUR-IMPROVISATION");
    public static final ShowType HUMOUR_SEUL_EN_SCENE = WORDS.known("HUMOUR-SEUL_EN_SCENE");
    public static final ShowType HUMOUR_SKETCH = WORDS.known("HUMOUR-SKETCH");
    public static final ShowType HUMOUR_STAND_UP = WORDS.known("HUMOUR-STAND_UP");
    public static final ShowType HUMOUR_VENTRILOQUE = WORDS.known("HUMOUR-VENTRILOQUE");
    public static final ShowType HUMOUR_OTHER = WORDS.known("HUMOUR-OTHER");
    public static final ShowType SPECTACLE_MUSICAL_CABARET = WORDS.known("SPECTACLE_MUSICAL-CABARET");
    public static final ShowType SPECTACLE_MUSICAL_CAFE_CONCERT = WORDS.known("SPECTACLE_MUSICAL-CAFE_CONCERT");
    public static final ShowType SPECTACLE_MUSICAL_CLAQUETTE = WORDS.known("SPECTACLE_MUSICAL-CLAQUETTE");
    public static final ShowType SPECTACLE_MUSICAL_COMEDIE_MUSICALE = WORDS.known("SPECTACLE_MUSICAL-COMEDIE_MUSICALE");
    public static final ShowType SPECTACLE_MUSICAL_OPERA_BOUFFE = WORDS.known("SPECTACLE_MUSICAL-OPERA_BOUFFE");
    public static final ShowType SPECTACLE_MUSICAL_OPERETTE = WORDS.known("SPECTACLE_MUSICAL-OPERETTE");
    public static final ShowType SPECTACLE_MUSICAL_REVUE = WORDS.known("SPECTACLE_MUSICAL-REVUE");
    public static final ShowType SPECTACLE_MUSICAL_BURLESQUE = WORDS.known("SPECTACLE_MUSICAL-BURLESQUE");
    public static final ShowType SPECTACLE_MUSICAL_COMEDIE_BALLET = WORDS.known("SPECTACLE_MUSICAL-COMEDIE_BALLET");
    public static final ShowType SPECTACLE_MUSICAL_OPERA_COMIQUE = WORDS.known("SPECTACLE_MUSICAL-OPERA_COMIQUE");
    public static final ShowType SPECTACLE_MUSICAL_OPERA_BALLET = WORDS.known("SPECTACLE_MUSICAL-OPERA_BALLET");
    public static final ShowType SPECTACLE_MUSICAL_THEATRE_MUSICAL = WORDS.known("SPECTACLE_MUSICAL-THEATRE_MUSICAL");
    public static final ShowType SPECTACLE_MUSICAL_OTHER = WORDS.known("SPECTACLE_MUSICAL-OTHER");
    public static final ShowType SPECTACLE_JEUNESSE_CONTE = WORDS.known("SPECTACLE_JEUNESSE-CONTE");
    public static final ShowType SPECTACLE_JEUNESSE_THEATRE_JEUNESSE =
            WORDS.known("SPECTACLE_JEUNESSE-THEATRE_JEUNESSE");
    public static final ShowType SPECTACLE_JEUNESSE_SPECTACLE_PETITE_ENFANCE =
            WORDS.known("SPECTACLE_JEUNESSE-SPECTACLE_PETITE_ENFANCE");
    public static final ShowType SPECTACLE_JEUNESSE_MAGIE_ENFANCE = WORDS.known("SPECTACLE_JEUNESSE-MAGIE_ENFANCE");
    public static final ShowType SPECTACLE_JEUNESSE_SPECTACLE_PEDAGOGIQUE =
            WORDS.known("SPECTACLE_JEUNESSE-SPECTACLE_PEDAGOGIQUE");
    public static final ShowType SPECTACLE_JEUNESSE_MARIONETTES = WORDS.known("SPECTACLE_JEUNESSE-MARIONETTES");
    public static final ShowType SPECTACLE_JEUNESSE_COMEDIE_MUSICALE_JEUNESSE =
            WORDS.known("SPECTACLE_JEUNESSE-COMEDIE_MUSICALE_JEUNESSE");
    public static final ShowType SPECTACLE_JEUNESSE_THEATRE_D_OMBRES =
            WORDS.known("SPECTACLE_JEUNESSE-THEATRE_D_OMBRES");
    public static final ShowType SPECTACLE_JEUNESSE_OTHER = WORDS.known("SPECTACLE_JEUNESSE-OTHER");
    public static final ShowType THEATRE_BOULEVARD = WORDS.known("THEATRE-BOULEVARD");
    public static final ShowType THEATRE_CLASSIQUE = WORDS.known("THEATRE-CLASSIQUE");
    public static final ShowType THEATRE_COMEDIE = WORDS.known("THEATRE-COMEDIE");
    public static final ShowType THEATRE_CONTEMPORAIN = WORDS.known("THEATRE-CONTEMPORAIN");
    public static final ShowType THEATRE_LECTURE = WORDS.known("THEATRE-LECTURE");
    public static final ShowType THEATRE_SPECTACLE_SCENOGRAPHIQUE = WORDS.known("THEATRE-SPECTACLE_SCENOGRAPHIQUE");
    public static final ShowType THEATRE_THEATRE_EXPERIMENTAL = WORDS.known("THEATRE-THEATRE_EXPERIMENTAL");
    public static final ShowType THEATRE_THEATRE_D_OBJET = WORDS.known("THEATRE-THEATRE_D_OBJET");
    public static final ShowType THEATRE_TRAGEDIE = WORDS.known("THEATRE-TRAGEDIE");
    public static final ShowType THEATRE_OTHER = WORDS.known("THEATRE-OTHER");
    public static final ShowType PLURIDISCIPLINAIRE_PERFORMANCE = WORDS.known("PLURIDISCIPLINAIRE-PERFORMANCE");
    public static final ShowType PLURIDISCIPLINAIRE_POESIE = WORDS.known("PLURIDISCIPLINAIRE-POESIE");
    public static final ShowType PLURIDISCIPLINAIRE_OTHER = WORDS.known("PLURIDISCIPLINAIRE-OTHER");
    public static final ShowType OTHER_SON_ET_LUMIERE = WORDS.known("OTHER-SON_ET_LUMIERE");
    public static final ShowType OTHER_SPECTACLE_SUR_GLACE = WORDS.known("OTHER-SPECTACLE_SUR_GLACE");
    public static final ShowType OTHER_SPECTACLE_HISTORIQUE = WORDS.known("OTHER-SPECTACLE_HISTORIQUE");
    public static final ShowType OTHER_SPECTACLE_AQUATIQUE = WORDS.known("OTHER-SPECTACLE_AQUATIQUE");
    public static final ShowType OTHER_OTHER = WORDS.known("OTHER-OTHER");
    public static final ShowType OPERA_OPERA_SERIE = WORDS.known("OPERA-OPERA_SERIE");
    public static final ShowType OPERA_GRAND_OPERA = WORDS.known("OPERA-GRAND_OPERA");
    public static final ShowType OPERA_OPERA_BOUFFE = WORDS.known("OPERA-OPERA_BOUFFE");
    public static final ShowType OPERA_OPERA_COMIQUE = WORDS.known("OPERA-OPERA_COMIQUE");
    public static final ShowType OPERA_OPERA_BALLET = WORDS.known("OPERA-OPERA_BALLET");
    public static final ShowType OPERA_SINGSPIEL = WORDS.known("OPERA-SINGSPIEL");
    public static final ShowType OPERA_OTHER = WORDS.known("OPERA-OTHER");
    public static final ShowType OTHER = WORDS.known("OTHER");

    private ShowType(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static ShowType of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<ShowType> values() {
        return WORDS.all();
    }
}
