package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** A level of pupils (reference operation 45). The server also takes the displayed words, but answers these. */
public final class StudentLevel extends OpenEnum {

    private static final Constants<StudentLevel> WORDS = new Constants<>(StudentLevel::new);

    public static final StudentLevel ECOLES_MARSEILLE_MATERNELLE = WORDS.known("ECOLES_MARSEILLE_MATERNELLE");
    public static final StudentLevel ECOLES_MARSEILLE_CP_CE1_CE2 = WORDS.known("ECOLES_MARSEILLE_CP_CE1_CE2");
    public static final StudentLevel ECOLES_MARSEILLE_CM1_CM2 = WORDS.known("ECOLES_MARSEILLE_CM1_CM2");
    public static final StudentLevel COLLEGE6 = WORDS.known("COLLEGE6");
    public static final StudentLevel COLLEGE5 = WORDS.known("COLLEGE5");
    public static final StudentLevel COLLEGE4 = WORDS.known("COLLEGE4");
    public static final StudentLevel COLLEGE3 = WORDS.known("COLLEGE3");
    public static final StudentLevel GENERAL2 = WORDS.known("GENERAL2");
    public static final StudentLevel GENERAL1 = WORDS.known("GENERAL1");
    public static final StudentLevel GENERAL0 = WORDS.known("GENERAL0");
    public static final StudentLevel CAP2 = WORDS.known("CAP2");
    public static final StudentLevel CAP1 = WORDS.known("CAP1");

    private StudentLevel(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static StudentLevel of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<StudentLevel> values() {
        return WORDS.all();
    }
}
