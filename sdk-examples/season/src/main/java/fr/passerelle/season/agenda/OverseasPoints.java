package fr.passerelle.season.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The overseas departments and territories on the map, each a circle that no other place of France lies in. */
final class OverseasPoints {

    private record Circle(String department, GeoPoint centre, double kilometres) {}

    /** The small ones first: Saint-Martin and Saint-Barthélemy lie near Guadeloupe. */
    private static final List<Circle> CIRCLES = List.of(
            new Circle("977", new GeoPoint(17.90, -62.83), 15),
            new Circle("978", new GeoPoint(18.07, -63.08), 15),
            new Circle("971", new GeoPoint(16.20, -61.50), 90),
            new Circle("972", new GeoPoint(14.65, -61.00), 60),
            new Circle("973", new GeoPoint(4.00, -53.10), 330),
            new Circle("974", new GeoPoint(-21.13, 55.53), 80),
            new Circle("975", new GeoPoint(46.90, -56.30), 60),
            new Circle("976", new GeoPoint(-12.80, 45.15), 60),
            new Circle("986", new GeoPoint(-13.80, -177.20), 250),
            new Circle("987", new GeoPoint(-17.20, -150.00), 500),
            new Circle("988", new GeoPoint(-21.30, 165.70), 450));

    private OverseasPoints() {}

    /** The department or territory; null if the place is not overseas, or not known. */
    static @Nullable String departmentOf(@Nullable GeoPoint place) {
        return place == null
                ? null
                : CIRCLES.stream()
                        .filter(circle -> circle.centre().kilometresTo(place) <= circle.kilometres())
                        .map(Circle::department)
                        .findFirst()
                        .orElse(null);
    }
}
