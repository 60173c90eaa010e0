package fr.passerelle.counsellor.nearby;

import fr.passerelle.season.agenda.GeoPoint;
import fr.passerelle.season.agenda.Listing;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives, as nearly as it is known. No map is at hand: the agenda itself tells where a postal code lies,
 * by the events that take place there.
 *
 * @param point the middle of those places
 * @param postalCode the code, or the beginning of it, that the places share with the home
 */
public record Home(GeoPoint point, String postalCode) {

    private static final int WHOLE = 5;
    private static final int DEPARTMENT = 2;

    /** Whether it is the postal code itself that the agenda knows. */
    public boolean isExact() {
        return postalCode.isEmpty() || postalCode.length() == WHOLE;
    }

    /** The place of a postal code, or of its nearest neighbours; empty if the agenda has nothing in its department. */
    public static Optional<Home> of(String postalCode, List<Listing> listings) {
        for (int length = WHOLE; length >= DEPARTMENT; length--) {
            String beginning = postalCode.substring(0, length);
            List<GeoPoint> there = listings.stream()
                    .filter(listing -> listing.onlineUrl() == null)
                    .filter(listing -> listing.postalCode().startsWith(beginning))
                    .flatMap(listing -> Optional.ofNullable(listing.point()).stream())
                    .distinct()
                    .toList();
            if (!there.isEmpty()) {
                double latitude =
                        there.stream().mapToDouble(GeoPoint::latitude).average().orElseThrow();
                double longitude = there.stream()
                        .mapToDouble(GeoPoint::longitude)
                        .average()
                        .orElseThrow();
                return Optional.of(new Home(new GeoPoint(latitude, longitude), beginning));
            }
        }
        return Optional.empty();
    }
}
