/** A cinema's week from a table. */
@NullMarked
package fr.passerelle.season.cinema;

import org.jspecify.annotations.NullMarked;
