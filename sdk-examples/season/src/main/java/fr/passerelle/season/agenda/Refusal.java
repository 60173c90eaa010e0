package fr.passerelle.season.agenda;

/**
 * A record that cannot be published.
 *
 * @param title its title, or its place in the file if it has none
 * @param reason why
 */
public record Refusal(String title, Finding reason) implements AgendaEntry {}
