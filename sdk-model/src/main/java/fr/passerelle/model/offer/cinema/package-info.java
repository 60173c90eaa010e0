/** A cinema's programme: films by CNC visa or AlloCiné number, their sessions, and how they are cut into calls. */
@NullMarked
package fr.passerelle.model.offer.cinema;

import org.jspecify.annotations.NullMarked;
