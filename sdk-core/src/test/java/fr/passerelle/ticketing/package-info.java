/** Tests of the ticketing desk. */
@NullMarked
package fr.passerelle.ticketing;

import org.jspecify.annotations.NullMarked;
