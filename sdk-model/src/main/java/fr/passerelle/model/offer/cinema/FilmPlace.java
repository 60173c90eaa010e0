package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.venue.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a film is shown, if not at the venue's own address.
 *
 * @param id the address, as the programme numbers it
 * @param label what to call the place; 1 to 200 characters, or null. It does not tell two places apart
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilmPlace(long id, @Nullable String label) {

    private static final int MAX_LABEL = 200;

    /** At an address that the server told, under a name of your choice. */
    public static FilmPlace at(Address address, @Nullable String label) {
        return new FilmPlace(address.id(), label);
    }

    /** What keeps this from being sent. */
    List<Violation> violations() {
        return new RuleCheck()
                .id("id", id)
                .text("label", CinemaRules.strip(label), 1, MAX_LABEL)
                .violations();
    }
}
