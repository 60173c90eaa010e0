package fr.passerelle.season.agenda;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an event takes place, as the agenda says; each part may be empty.
 *
 * @param name of the place
 * @param address street and number
 * @param city the town
 */
public record Place(String name, String address, String city) {

    /** The parts that are known, on one line; the town only if the address does not hold it. */
    public String line() {
        boolean cityKnown = (name + " " + address).contains(city);
        return Stream.of(name, address, cityKnown ? "" : city)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
