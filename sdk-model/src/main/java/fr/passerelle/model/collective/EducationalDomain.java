package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain of arts and culture (reference operation 46); the server keeps the list for 24 hours.
 *
 * @param id the programme's number for it
 * @param name what people read; empty if the server does not say
 * @param nationalPrograms those that an offer of this domain can be part of
 */
public record EducationalDomain(long id, String name, List<NationalProgram> nationalPrograms) {

    public EducationalDomain {
        nationalPrograms = List.copyOf(nationalPrograms);
    }

    @JsonCreator
    static EducationalDomain read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty("name") @JsonSetter(nulls = Nulls.AS_EMPTY) String name,
            @JsonProperty("nationalPrograms") @Nullable List<NationalProgram> nationalPrograms) {
        return new EducationalDomain(id, name, nationalPrograms == null ? List.of() : nationalPrograms);
    }
}
