/** Reads agendas in the OpenAgenda records format and says of each event what can be sold, or why it cannot. */
@NullMarked
package fr.passerelle.season.agenda;

import org.jspecify.annotations.NullMarked;
