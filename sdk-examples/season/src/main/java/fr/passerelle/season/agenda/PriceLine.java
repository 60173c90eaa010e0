package fr.passerelle.season.agenda;

/**
 * One price of an event.
 *
 * @param label at most 50 characters
 * @param cents euro cents, as stated: whether the programme takes such a price is for the model to say
 */
public record PriceLine(String label, long cents) {}
