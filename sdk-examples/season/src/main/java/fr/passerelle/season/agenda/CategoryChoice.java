package fr.passerelle.season.agenda;

import fr.passerelle.model.offer.Category;

/**
 * The category of an event, and why.
 *
 * @param category with the fields that it requires
 * @param rule the line of the table that chose it; {@code default} if none did
 */
public record CategoryChoice(Category category, String rule) {}
