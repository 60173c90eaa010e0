package fr.passerelle.sandbox.nomenclature;

import java.util.Set;

/**
 * An offer category.
 *
 * @param event whether it is for events; products otherwise
 * @param label its French name
 * @param platform where its offers take place
 * @param duo whether two places may be booked at once
 * @param withdrawable whether offers need a booking contact and a way to collect tickets
 * @param selectable whether it is still proposed to anybody
 * @param creatable whether the API creates offers in it
 * @param required fields needed when creating
 * @param optional fields accepted when creating
 * @param shown fields present when reading
 */
public record Category(
        String id,
        boolean event,
        String label,
        Platform platform,
        boolean duo,
        boolean withdrawable,
        boolean selectable,
        boolean creatable,
        Set<String> required,
        Set<String> optional,
        Set<String> shown) {

    /** Whether its events name artists: concerts and their like. */
    public boolean liveMusic() {
        return event && shown.contains("musicType") && shown.contains("performer");
    }

    /** Where offers of a category take place. */
    public enum Platform {
        ONLINE,
        OFFLINE,
        ONLINE_OR_OFFLINE
    }
}
