package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a structure does (invitations 2). */
public final class StructureKind extends OpenEnum {

    private static final Constants<StructureKind> WORDS = new Constants<>(StructureKind::new);

    /** Homes and services of child protection. */
    public static final StructureKind CHILD_PROTECTION = WORDS.known("CHILD_PROTECTION");

    /** Shelters and social housing. */
    public static final StructureKind HOUSING = WORDS.known("HOUSING");

    /** Hospitals and care. */
    public static final StructureKind HEALTH = WORDS.known("HEALTH");

    /** Homes and services for people with disabilities. */
    public static final StructureKind DISABILITY = WORDS.known("DISABILITY");

    /** Homes and services for older people. */
    public static final StructureKind ELDERLY = WORDS.known("ELDERLY");

    /** Help towards work. */
    public static final StructureKind INSERTION = WORDS.known("INSERTION");

    /** Schools for adults, also of French. */
    public static final StructureKind ADULT_EDUCATION = WORDS.known("ADULT_EDUCATION");

    /** A Mission Locale: young people from 16 to 25. */
    public static final StructureKind MISSION_LOCALE = WORDS.known("MISSION_LOCALE");

    /** Any other. */
    public static final StructureKind OTHER = WORDS.known("OTHER");

    private StructureKind(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static StructureKind of(String value) {
        return WORDS.of(value);
    }

    /** Every kind known today. */
    public static List<StructureKind> values() {
        return WORDS.all();
    }
}
