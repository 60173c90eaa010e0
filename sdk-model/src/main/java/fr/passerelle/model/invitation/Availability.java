package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Places that a structure can ask for: an allotment, and the session that it is of.
 *
 * @param session which performance, visit or workshop
 * @param allotment which places
 * @param metres from the point that was asked for to the place of performance; null if no point was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Availability(
        Session session, Allotment allotment, @Nullable Integer metres) {

    @JsonCreator
    static Availability read(
            @JsonProperty(value = "session", required = true) Session session,
            @JsonProperty(value = "allotment", required = true) Allotment allotment,
            @JsonProperty("metres") @Nullable Integer metres) {
        return new Availability(session, allotment, metres);
    }
}
