package fr.passerelle.season.cinema;

import fr.passerelle.commandline.table.Headings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a cinema's week; others are left alone. */
public enum Column {
    /** The CNC's exploitation visa. */
    VISA,
    ALLOCINE,
    /** Day, or day and time. */
    START,
    TIME,
    VERSION,
    FEATURES,
    ROOM,
    PLACES,
    PRICE,
    /** What the price is called. */
    LABEL,
    /** The cinema's own name for the session. */
    SESSION;

    /** By the names that cinemas and their ticketing give them, the preferred ones first. */
    static final Headings<Column> HEADINGS = Headings.of(Map.ofEntries(
            Map.entry(
                    VISA,
                    List.of(
                            "visa",
                            "visa cnc",
                            "numéro de visa",
                            "n° visa",
                            "no visa",
                            "visa d'exploitation",
                            "visa number")),
            Map.entry(
                    ALLOCINE,
                    List.of("allocine", "id allocine", "allocine id", "code allocine", "identifiant allocine")),
            Map.entry(
                    START,
                    List.of(
                            "start",
                            "début",
                            "date et heure",
                            "séance",
                            "début de séance",
                            "showtime",
                            "beginning",
                            "date",
                            "jour",
                            "day")),
            Map.entry(TIME, List.of("time", "heure", "horaire", "heure de début", "start time")),
            Map.entry(VERSION, List.of("version", "VF/VO", "VO/VF", "langue", "language")),
            Map.entry(FEATURES, List.of("features", "format", "formats", "projection", "technologie", "3D")),
            Map.entry(ROOM, List.of("room", "salle", "écran", "screen", "auditorium")),
            Map.entry(
                    PLACES,
                    List.of(
                            "places",
                            "places pass culture",
                            "places restantes",
                            "quota",
                            "seats",
                            "quantity",
                            "quantité")),
            Map.entry(PRICE, List.of("price", "prix", "prix ttc", "tarif", "tarif ttc", "montant")),
            Map.entry(LABEL, List.of("label", "libellé", "libellé tarif", "nom du tarif", "price label")),
            Map.entry(SESSION, List.of("session", "session id", "id séance", "numéro de séance", "code séance"))));

    /** The name for {@code --columns}, and in reports. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
