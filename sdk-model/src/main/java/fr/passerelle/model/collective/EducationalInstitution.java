package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A school (reference operation 48).
 *
 * @param id the programme's number for it
 * @param uai its number in the ministry's register
 * @param name its name
 * @param institutionType what kind of school, in the words of the ministry
 * @param city the municipality
 * @param postalCode five digits
 */
public record EducationalInstitution(
        long id, String uai, String name, String institutionType, String city, String postalCode) {

    @JsonCreator
    static EducationalInstitution read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty(value = "uai", required = true) String uai,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "institutionType", required = true) String institutionType,
            @JsonProperty(value = "city", required = true) String city,
            @JsonProperty(value = "postalCode", required = true) String postalCode) {
        return new EducationalInstitution(id, uai, name, institutionType, city, postalCode);
    }
}
