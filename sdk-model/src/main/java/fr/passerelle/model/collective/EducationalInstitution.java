package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A school (reference operation 48).
 *
 * @param id the programme's number for it
 * @param uai its number in the ministry's register
 * @param name its name; empty if the server does not say
 * @param institutionType what kind of school, in the words of the ministry; empty if the server does not say
 * @param city the municipality; empty if the server does not say
 * @param postalCode five digits; empty if the server does not say
 */
public record EducationalInstitution(
        long id, String uai, String name, String institutionType, String city, String postalCode) {

    @JsonCreator
    static EducationalInstitution read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty(value = "uai", required = true) String uai,
            @JsonProperty("name") @JsonSetter(nulls = Nulls.AS_EMPTY) String name,
            @JsonProperty("institutionType") @JsonSetter(nulls = Nulls.AS_EMPTY) String institutionType,
            @JsonProperty("city") @JsonSetter(nulls = Nulls.AS_EMPTY) String city,
            @JsonProperty("postalCode") @JsonSetter(nulls = Nulls.AS_EMPTY) String postalCode) {
        return new EducationalInstitution(id, uai, name, institutionType, city, postalCode);
    }
}
