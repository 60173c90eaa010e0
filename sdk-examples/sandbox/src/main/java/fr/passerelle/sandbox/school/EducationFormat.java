package fr.passerelle.sandbox.school;

import java.util.Arrays;
import java.util.List;

/** The formats of collective offers. Offers carry the label; only the list of formats shows the id. */
public enum EducationFormat {
    ATELIER_DE_PRATIQUE("Atelier de pratique"),
    CONCERT("Concert"),
    CONFERENCE_RENCONTRE("Conférence, rencontre"),
    FESTIVAL_SALON_CONGRES("Festival, salon, congrès"),
    PROJECTION_AUDIOVISUELLE("Projection audiovisuelle"),
    REPRESENTATION("Représentation"),
    VISITE_GUIDEE("Visite guidée"),
    VISITE_LIBRE("Visite libre");

    public final String label;

    EducationFormat(String label) {
        this.label = label;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(format -> format.label).toList();
    }
}
