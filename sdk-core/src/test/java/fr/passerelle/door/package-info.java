/** Tests of the door. */
@NullMarked
package fr.passerelle.door;

import org.jspecify.annotations.NullMarked;
