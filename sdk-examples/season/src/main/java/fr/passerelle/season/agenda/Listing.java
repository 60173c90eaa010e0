package fr.passerelle.season.agenda;

import fr.passerelle.model.venue.Accessibility;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that can be published, as far as the agenda goes: the rules of the programme are checked by the model.
 *
 * @param id the agenda's own number for it, which stays the same from export to export
 * @param title plain text, at most 90 characters
 * @param description plain text, at most 10 000 characters; ends with the place and the link
 * @param place where
 * @param performances at least one, in the order of time
 * @param durationMinutes how long each lasts; null if unknown or not the same for all
 * @param prices at least one
 * @param category what kind of event, and which rule says so
 * @param accessibility for whom the record says that it is accessible
 * @param onlineUrl where it is attended on line; null if it takes place at its place
 * @param zone the clock of the place
 * @param point its place on the map; null if the agenda does not say
 * @param postalCode of its place; empty if the agenda does not say
 * @param picture what illustrates it; null if the agenda has none
 * @param notes what was inferred, changed or left out
 */
public record Listing(
        String id,
        String title,
        String description,
        Place place,
        List<Performance> performances,
        @Nullable Integer durationMinutes,
        List<PriceLine> prices,
        CategoryChoice category,
        Accessibility accessibility,
        @Nullable String onlineUrl,
        ZoneId zone,
        @Nullable GeoPoint point,
        String postalCode,
        @Nullable Picture picture,
        List<Finding> notes)
        implements AgendaEntry {

    public Listing {
        performances = List.copyOf(performances);
        prices = List.copyOf(prices);
        notes = List.copyOf(notes);
    }
}
