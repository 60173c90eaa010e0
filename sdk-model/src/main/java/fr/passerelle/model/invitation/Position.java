package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.List;

/**
 * A point on the globe.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Position(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    @JsonCreator
    static Position read(
            @JsonProperty(value = "latitude", required = true) double latitude,
            @JsonProperty(value = "longitude", required = true) double longitude) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) { // nor if one of them is no number
            throw new IllegalArgumentException("coordinates are degrees on a globe");
        }
        return new Position(latitude, longitude);
    }

    /**
     * A point.
     *
     * @throws RuleViolationException if a coordinate is out of its range
     */
    public static Position of(double latitude, double longitude) {
        Position position = new Position(latitude, longitude);
        new RuleCheck().nested("position", position.violations()).raise();
        return position;
    }

    List<Violation> violations() {
        return new RuleCheck()
                .range("latitude", latitude, -90, 90)
                .range("longitude", longitude, -180, 180)
                .violations();
    }

    /** The length of the great circle to the other point, in metres. */
    public double metresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double half = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
