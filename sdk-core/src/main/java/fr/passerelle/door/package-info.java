/** Admission at the door, with and without a network. Start at {@link fr.passerelle.door.Door}. */
@NullMarked
package fr.passerelle.door;

import org.jspecify.annotations.NullMarked;
