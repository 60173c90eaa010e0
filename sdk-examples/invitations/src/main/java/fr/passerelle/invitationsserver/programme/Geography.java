package fr.passerelle.invitationsserver.programme;

import fr.passerelle.commandline.read.PostalPlace;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where places and postal codes are. */
final class Geography {

    private static final int OVERSEAS = 3;

    private Geography() {}

    /** The department of a postal code: its first two digits, three overseas; those of Corsica begin with 20. */
    static String department(String postalCode) {
        if (postalCode.startsWith("97") || postalCode.startsWith("98")) {
            return postalCode.substring(0, OVERSEAS);
        }
        if (postalCode.startsWith("20")) {
            return postalCode.charAt(2) <= '1' ? "2A" : "2B";
        }
        return postalCode.substring(0, 2);
    }

    /**
     * Where a postal code is.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if it is none, or none that is known
     */
    static Position position(String postalCode) {
        Optional<Position> position = postalCode.matches("[0-9]{5}") ? find(postalCode) : Optional.empty();
        new RuleCheck()
                .require(position.isPresent(), "postalCode", RuleCode.BAD_POSTAL_CODE)
                .raise();
        return position.orElseThrow();
    }

    /** Where a place is: a donor need not know its position, its postal code says about where. */
    static @Nullable Position of(Place place) {
        return place.position() == null ? find(place.postalCode()).orElse(null) : place.position();
    }

    private static Optional<Position> find(String postalCode) {
        return PostalPlace.of(postalCode).map(found -> Position.of(found.latitude(), found.longitude()));
    }
}
