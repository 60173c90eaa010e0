package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The school that an offer is for, named in exactly one of two ways (reference 8.1): by the programme's number or by
 * its UAI, the ministry's.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class InstitutionRef {

    private final @Nullable Long id;
    private final @Nullable String uai;

    private InstitutionRef(@Nullable Long id, @Nullable String uai) {
        this.id = id;
        this.uai = uai;
    }

    /** By the programme's number. */
    public static InstitutionRef id(long id) {
        return new InstitutionRef(id, null);
    }

    /** By the ministry's number, for instance {@code 0350000A}. */
    public static InstitutionRef uai(String uai) {
        return new InstitutionRef(null, Objects.requireNonNull(uai, "uai"));
    }

    /** A school that the server listed. */
    public static InstitutionRef of(EducationalInstitution institution) {
        return id(institution.id());
    }

    /** The programme's number; null if named by its UAI. */
    @JsonProperty("educationalInstitutionId")
    public @Nullable Long id() {
        return id;
    }

    /** The ministry's number; null if named by the programme's. */
    @JsonProperty("educationalInstitution")
    public @Nullable String uai() {
        return uai;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstitutionRef ref && Objects.equals(ref.id, id) && Objects.equals(ref.uai, uai);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, uai);
    }

    @Override
    public String toString() {
        return id == null ? "UAI " + uai : "institution " + id;
    }
}
