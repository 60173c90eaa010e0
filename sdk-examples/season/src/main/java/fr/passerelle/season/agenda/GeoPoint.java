package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param latitude in degrees, north of the equator
 * @param longitude in degrees, east of Greenwich
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** How far the other place is, in kilometres, as the crow flies. */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /** Where a record says that it takes place; null if it does not, or not on this earth. */
    static @Nullable GeoPoint of(Fields fields) {
        Optional<JsonNode> pair = fields.value(
                "latlon", "location_coordinates", "location.coordinates", "geo_point_2d", "coordinates", "lat_lon");
        if (pair.isPresent()) {
            return of(pair.get());
        }
        Optional<JsonNode> latitude = fields.value("location.latitude", "latitude", "location_latitude", "lat");
        Optional<JsonNode> longitude =
                fields.value("location.longitude", "longitude", "location_longitude", "lon", "lng");
        return latitude.isEmpty() || longitude.isEmpty()
                ? null
                : checked(number(latitude.get()), number(longitude.get()));
    }

    private static @Nullable GeoPoint of(JsonNode pair) {
        if (pair.isObject()) {
            return checked(number(pair.path("lat")), number(pair.has("lon") ? pair.path("lon") : pair.path("lng")));
        }
        if (pair.isArray() && pair.size() == 2) {
            return checked(number(pair.get(0)), number(pair.get(1)));
        }
        String[] numbers = pair.asText("").split(",", -1);
        return numbers.length == 2 ? checked(number(numbers[0]), number(numbers[1])) : null;
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : number(node.asText(""));
    }

    private static double number(String text) {
        String bare = text.strip();
        return bare.matches("-?[0-9]{1,3}(?:\\.[0-9]{1,20})?") ? Double.parseDouble(bare) : Double.NaN;
    }

    /** Null Island is where unknown places are put. */
    private static @Nullable GeoPoint checked(double latitude, double longitude) {
        boolean earth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return earth && (latitude != 0 || longitude != 0) ? new GeoPoint(latitude, longitude) : null;
    }
}
