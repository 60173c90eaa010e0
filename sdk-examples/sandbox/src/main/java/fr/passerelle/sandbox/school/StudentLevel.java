package fr.passerelle.sandbox.school;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The school levels an offer may address, in the server's order. */
public enum StudentLevel {
    ECOLES_MARSEILLE_MATERNELLE("Écoles Marseille - Maternelle"),
    ECOLES_MARSEILLE_CP_CE1_CE2("Écoles Marseille - CP, CE1, CE2"),
    ECOLES_MARSEILLE_CM1_CM2("Écoles Marseille - CM1, CM2"),
    COLLEGE6("Collège - 6e"),
    COLLEGE5("Collège - 5e"),
    COLLEGE4("Collège - 4e"),
    COLLEGE3("Collège - 3e"),
    GENERAL2("Lycée - Seconde"),
    GENERAL1("Lycée - Première"),
    GENERAL0("Lycée - Terminale"),
    CAP2("CAP - 2e année"),
    CAP1("CAP - 1re année");

    public final String label;

    StudentLevel(String label) {
        this.label = label;
    }

    /** The level of this name or label, or null. */
    public static @Nullable StudentLevel of(String nameOrLabel) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(nameOrLabel) || level.label.equals(nameOrLabel))
                .findFirst()
                .orElse(null);
    }
}
