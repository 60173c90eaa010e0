package fr.passerelle.season.agenda;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be published.
 *
 * @param id the agenda's own number for it; null if it has none of its own
 * @param title its title, or its place in the file if it has none
 * @param reason why
 */
public record Refusal(@Nullable String id, String title, Finding reason) implements AgendaEntry {}
