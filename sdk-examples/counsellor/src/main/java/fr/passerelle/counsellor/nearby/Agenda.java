package fr.passerelle.counsellor.nearby;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.AgendaRecords;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.Refusal;
import fr.passerelle.season.agenda.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An agenda, read to its end.
 *
 * @param listings what can be booked, to come
 * @param leftOut how many records cannot, by the reason's stable code
 */
public record Agenda(List<Listing> listings, NavigableMap<String, Long> leftOut) {

    /**
     * Reads a file.
     *
     * @param now what lies before is over
     * @throws fr.passerelle.season.agenda.UnreadableAgendaException if it is no agenda, or breaks off
     * @throws IOException if it cannot be read
     */
    public static Agenda read(Path path, Instant now) throws IOException {
        ListingReader reader = new ListingReader(new Schedule(now, false));
        List<Listing> listings = new ArrayList<>();
        NavigableMap<String, Long> leftOut = new TreeMap<>();
        try (InputFile input = InputFile.open(path);
                InputStream bytes = input.stream();
                AgendaRecords file = AgendaRecords.open(bytes, now)) {
            for (Optional<JsonNode> record = file.next(); record.isPresent(); record = file.next()) {
                AgendaEntry entry = reader.read(record.get());
                if (entry instanceof Listing listing) {
                    listings.add(listing);
                } else if (entry instanceof Refusal refusal) {
                    leftOut.merge(refusal.reason().code().code(), 1L, Long::sum);
                }
            }
        }
        return new Agenda(listings, leftOut);
    }
}
