package fr.passerelle.door;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Somebody came in, and the programme does not agree. Holds neither the code nor a name.
 *
 * @param settlement what the programme says
 * @param source of the ticket
 * @param at when they came in
 * @param door through which door
 * @param heads how many people
 * @param basis on what they were let in
 * @param reference the programme's number of the booking, if it is known
 */
public record Conflict(
        Settlement settlement,
        String source,
        Instant at,
        String door,
        int heads,
        DoorJournal.Basis basis,
        OptionalLong reference) {}
