package fr.passerelle.model.invitation.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.StructureKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something is counted. What is null is not told: it was merged.
 *
 * @param department the code of the department
 * @param kind what the structure does
 * @param band ages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
        @Nullable String department,
        @Nullable StructureKind kind,
        @Nullable AgeBand band) {

    @JsonCreator
    static Cell read(
            @JsonProperty("department") @Nullable String department,
            @JsonProperty("kind") @Nullable StructureKind kind,
            @JsonProperty("band") @Nullable AgeBand band) {
        return new Cell(department, kind, band);
    }

    /** What a report tells apart. */
    public enum Dimension {
        /** The department. */
        DEPARTMENT,
        /** What the structure does. */
        KIND,
        /** Ages. */
        AGE_BAND
    }

    /** The same without the last thing that it tells. */
    Cell parent() {
        if (band != null) {
            return new Cell(department, kind, null);
        }
        return kind != null ? new Cell(department, null, null) : new Cell(null, null, null);
    }

    /** How many things it tells, of those that are told in order: the department, then the kind, then the ages. */
    int depth() {
        return (department == null ? 0 : 1) + (kind == null ? 0 : 1) + (band == null ? 0 : 1);
    }

    boolean isWithin(Cell other) {
        return (other.department == null || other.department.equals(department))
                && (other.kind == null || other.kind.equals(kind))
                && (other.band == null || other.band.equals(band));
    }

    /** The same, as far as a report tells these things apart. */
    Cell only(Set<Dimension> told) {
        return new Cell(
                told.contains(Dimension.DEPARTMENT) ? department : null,
                told.contains(Dimension.KIND) ? kind : null,
                told.contains(Dimension.AGE_BAND) ? band : null);
    }

    /** For sorting: what is not told comes last. */
    String order() {
        return (department == null ? "~" : department) + " " + (kind == null ? "~" : kind) + " "
                + (band == null ? "~" : band);
    }
}
